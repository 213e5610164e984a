#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>

#include "storage/base/text.h"
#include "tests/support/demo_site.h"
#include "tests/support/leak_search.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

constexpr const char* learner_name = "Zo\xc3\xab Applegarth-Northwater";
constexpr const char* narrative = "Recalculated halibut tonnage aboard";
constexpr std::uint64_t seed = 23;

void add(std::vector<test::Needle>& to, std::vector<test::Needle> more)
{
    for (auto& needle : more) to.push_back(std::move(needle));
}

// Every key of the site, taken while it is open.
std::vector<test::Needle> keys_of(test::DemoSite& site)
{
    std::vector<test::Needle> out;
    auto& parts = station::StationProbe::parts(*site.site);
    add(out, test::needles_for_key("kiosk key", parts.vault.kiosk_signing_key()->seed().view()));
    add(out, test::needles_for_key("transport key", parts.vault.transport_signing_key()->seed().view()));
    for (const auto& [person, pin] : {std::pair{1, test::assessor_pin}, std::pair{2, test::witness_pin}}) {
        const auto used = parts.vault.try_pin(person, pin, [&](const SigningKey& key) -> Result<> {
            add(out, test::needles_for_key("facilitator's key", key.seed().view()));
            return {};
        });
        REQUIRE(used.ok());
    }
    add(out, test::needles_for_key("learner's key", parts.learner_key(1).value().view()));
    // The master key is the first thing that enrolment draws; opening the kiosk's key with it proves that.
    SeededRandom random{seed};
    const auto master = SecretBytes::copy_of(random.bytes<32>());
    const auto file =
        vault::decode_vault_file(site.disk.read(site.folder + "/vault", 1U << 20).value()).value();
    const auto place = "vault-" + to_hex(file.id) + ":kiosk:0";
    const auto kiosk_wrapping = vault::derive(master, vault::Purpose::kiosk_key);
    REQUIRE(vault::open_sealed_secret(kiosk_wrapping.view(), file.sealed_kiosk_seed, place).ok());
    add(out, test::needles_for_key("master key", master.view()));
    return out;
}

std::vector<test::Needle> people()
{
    std::vector<test::Needle> out;
    for (const auto* text :
         {learner_name, narrative, test::assessor_name, test::witness_name, test::demo_words}) {
        add(out, test::needles_for_text(text));
    }
    return out;
}

// Registers, saves a draft, signs off, issues and prints.
void whole_journey(test::DemoSite& site)
{
    const auto learner =
        site.site->register_learner(test::learner_named(learner_name), site.assessor).value();
    const auto id = site.draft_for(learner);
    auto draft = *site.site->assessment(id).value();
    draft.narrative = narrative;
    REQUIRE(site.site->save_draft(draft).ok());
    REQUIRE(site.site->sign_off(id, site.assessor, test::assessor_pin).ok());
    const auto issued = site.site->issue(id, site.assessor).value();
    REQUIRE(site.site->record_print(issued, site.assessor).ok());
    REQUIRE(site.site->checkpoint().ok());
    REQUIRE(site.site->issued(issued).value()->award.narrative == narrative);
    site.draft_for(learner);
}

} // namespace

TEST_SUITE("storage/station/leak")
{
    TEST_CASE("no file of a locked kiosk holds a person's name, what was written about them, or any key")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"), {}, seed);
        whole_journey(site);
        auto needles = people();
        add(needles, keys_of(site));
        // While it is open and the WAL is full, as a plug pulled now would leave it.
        REQUIRE(std::filesystem::file_size(site.folder + "/ledger.db-wal") > 0);
        CHECK(test::find_leaks(site.folder, needles).empty());
        site.site->lock();
        CHECK(test::find_leaks(site.folder, needles).empty());
        site.site.reset();
        CHECK(test::find_leaks(site.folder, needles).empty());
    }

    TEST_CASE("every file of a kiosk is for its owner alone")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        whole_journey(site);
        for (const auto& file : std::filesystem::recursive_directory_iterator(site.folder)) {
            CAPTURE(file.path().string());
            const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
            CHECK((file.status().permissions() & others) == std::filesystem::perms::none);
        }
    }

    TEST_CASE("the search finds what it looks for, in each form")
    {
        const auto needles = test::needles_for_text(learner_name);
        const auto key = test::needles_for_key("key", view("0123456789abcdef0123456789abcdef"));
        for (const auto* list : {&needles, &key}) {
            for (const auto& needle : *list) {
                const auto planted = joined({view("before "), needle.bytes, view(" after")});
                CHECK_FALSE(test::find_leaks_in("planted", planted, *list).empty());
            }
        }
        for (const auto* before : {"", "x", "xy"}) {
            const auto whole = to_base64(view(before + std::string(learner_name) + " and more"));
            CHECK_FALSE(test::find_leaks_in("planted", view(whole), needles).empty());
        }
        const auto text = std::string("some text, then ") + learner_name;
        Bytes packed(1000);
        packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
        CHECK_FALSE(test::find_leaks_in("planted", joined({view("abc"), packed}), needles).empty());
        uLongf size = 1000;
        Bytes deflated(size);
        REQUIRE(::compress(deflated.data(), &size, view(text).data(), text.size()) == Z_OK);
        deflated.resize(size);
        CHECK_FALSE(test::find_leaks_in("planted", joined({view("abc"), deflated}), needles).empty());
        CHECK(test::find_leaks_in("clean", view("nothing of that kind"), needles).empty());
    }
}
