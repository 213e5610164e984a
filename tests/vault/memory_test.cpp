// A program of its own: what is looked for must not stand in the memory of other tests.

#include <doctest/doctest.h>
#include <malloc.h>

#include "storage/vault/vault.h"
#include "tests/support/memory_search.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

using test::found_in_memory;
using test::Masked;
using test::masked;
using test::unmasked;

bool has(const std::vector<std::string>& found, const std::string& what)
{
    return std::any_of(found.begin(), found.end(), [&](const auto& each) { return each.starts_with(what); });
}

// "zephyr quartz mitten saddle wolverine jigsaw", 730164 and 918253, as nothing else in this program holds
// them.
Masked hidden_words()
{
    const std::uint8_t codes[] = {0xdf, 0xc0, 0xd5, 0xcd, 0xdc, 0xd7, 0x85, 0xd4, 0xd0, 0xc4, 0xd7,
                                  0xd1, 0xdf, 0x85, 0xc8, 0xcc, 0xd1, 0xd1, 0xc0, 0xcb, 0x85, 0xd6,
                                  0xc4, 0xc1, 0xc1, 0xc9, 0xc0, 0x85, 0xd2, 0xca, 0xc9, 0xd3, 0xc0,
                                  0xd7, 0xcc, 0xcb, 0xc0, 0x85, 0xcf, 0xcc, 0xc2, 0xd6, 0xc4, 0xd2};
    return {"six words", Bytes(std::begin(codes), std::end(codes))};
}
Masked hidden_pin()
{
    return {"PIN", {0x92, 0x96, 0x95, 0x94, 0x93, 0x91}};
}
Masked hidden_new_pin()
{
    return {"new PIN", {0x9c, 0x94, 0x9d, 0x97, 0x90, 0x96}};
}

struct Site {
    test::Scratch scratch;
    RealDisk disk;
    FixedClock clock{1781276645};
    std::vector<Masked> needles{hidden_words(), hidden_pin(), hidden_new_pin()};

    Site()
    {
        // The master key is the first that is drawn.
        SeededRandom random{42};
        auto first = random.bytes<32>();
        needles.push_back(masked("master key", first));
        wipe(first);
    }
    std::string words() { return unmasked(hidden_words()); }
    std::string pin() { return unmasked(hidden_pin()); }
    void make()
    {
        SeededRandom random{42};
        vault::NewVault wanted;
        vault::SixWords six{words(), vault::tests_cost};
        wanted.protection = six;
        wipe(six.words);
        wanted.people.push_back({"Ada", "assessor", pin()});
        wanted.cost_of_pin = vault::tests_cost;
        {
            auto made = vault::Vault::make(scratch.path("site"), wanted, disk, clock, random);
            REQUIRE(made.ok());
            auto codes = made.value().first_recovery_codes();
            needles.push_back(masked("recovery code", view(codes.value().steward)));
            codes.value().wipe_all();
            REQUIRE(made.value().keep().ok());
        }
        wipe(std::get<vault::SixWords>(wanted.protection).words);
        for (auto& person : wanted.people) wipe(person.pin);
    }
    // Everything that brings a secret into memory.
    void use(vault::Vault& vault)
    {
        auto typed = words();
        REQUIRE(vault.unlock(typed).ok());
        wipe(typed);
        typed = pin();
        const auto used = vault.try_pin(1, typed, [&](const SigningKey& key) -> Result<> {
            const auto seed = key.seed();
            needles.push_back(masked("facilitator's key", seed.view()));
            static_cast<void>(key.sign(view("something")));
            return {};
        });
        REQUIRE(used.value().answer == vault::PinAnswer::accepted);
        const auto seed = vault.kiosk_signing_key()->seed();
        needles.push_back(masked("kiosk's key", seed.view()));
        auto next = unmasked(hidden_new_pin());
        REQUIRE(vault.change_pin(1, typed, next, 0).value().answer == vault::PinAnswer::accepted);
        wipe(typed);
        wipe(next);
    }
};

} // namespace

TEST_SUITE("storage/vault/memory")
{
    TEST_CASE("after locking, no word, PIN, code or key is left anywhere in the memory of the process")
    {
        ::mallopt(M_PERTURB, 0x5a); // as harden_process does
        Site site;
        site.make();
        SeededRandom random{43};
        {
            auto vault =
                std::move(vault::Vault::open(site.scratch.path("site"), site.disk, site.clock, random))
                    .value();
            site.use(vault);
            const auto open = found_in_memory(site.needles); // the search finds what is there
            CHECK(has(open, "master key"));
            CHECK(has(open, "kiosk's key"));
            CHECK_FALSE(has(open, "facilitator's key")); // lent for one use, and wiped
            CHECK_FALSE(has(open, "six words"));
            CHECK_FALSE(has(open, "PIN"));
            vault.lock();
            const auto left = found_in_memory(site.needles);
            for (const auto& each : left) MESSAGE(each);
            CHECK(left.empty());
        }
        auto held = site.words();
        CHECK(has(found_in_memory(site.needles), "six words"));
        wipe(held);
    }
}
