// A program of its own: what is looked for must not stand in the memory of other tests.

#include <doctest/doctest.h>
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "storage/vault/vault.h"
#include "tests/support/scratch.h"

// Sanitizers keep freed memory for a while; they are asked to overwrite it as the program itself does.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options()
{
    return "max_free_fill_size=1073741824:free_fill_byte=90";
}

using namespace northseal;

namespace {

constexpr std::uint8_t mask = 0xa5;

// Bytes that are looked for, held in a form that is not itself what is looked for.
struct Masked {
    std::string what;
    Bytes bytes;
};

Masked masked(const std::string& what, ByteView plain)
{
    Masked out{what, Bytes(plain.begin(), plain.end())};
    for (auto& byte : out.bytes) byte ^= mask;
    return out;
}

std::string unmasked(const Masked& hidden)
{
    std::string out;
    out.reserve(hidden.bytes.size());
    for (const auto byte : hidden.bytes) out += static_cast<char>(byte ^ mask);
    return out;
}

// Compared byte by byte in registers, so that the search leaves no copy behind.
bool stands_at(const std::uint8_t* at, const Bytes& hidden)
{
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        if ((at[i] ^ mask) != hidden[i]) return false;
    }
    return true;
}

// Everything this process can read of itself. The buffer is one place, excluded from the search.
std::vector<std::string> found_in_memory(const std::vector<Masked>& needles)
{
    constexpr std::size_t piece = 1U << 20;
    static std::uint8_t buffer[piece + 4096];
    const auto own = reinterpret_cast<std::uintptr_t>(buffer);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    std::vector<std::string> out;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        unsigned long begin = 0, end = 0;
        char mode[8] = "";
        if (std::sscanf(line.c_str(), "%lx-%lx %7s", &begin, &end, mode) != 3 || mode[0] != 'r') continue;
        if (line.find("[v") != std::string::npos) continue; // vvar, vdso, vsyscall
        for (auto at = begin; at < end; at += piece) {
            const auto wanted = std::min<std::size_t>(end - at, sizeof buffer);
            const auto got = ::pread(memory, buffer, wanted, static_cast<off_t>(at));
            for (const auto& needle : needles) {
                const auto last = got - static_cast<ssize_t>(needle.bytes.size());
                for (ssize_t i = 0; i <= last; ++i) {
                    const auto address = at + static_cast<unsigned long>(i);
                    if (address >= own && address < own + sizeof buffer) continue;
                    if (stands_at(buffer + i, needle.bytes)) out.push_back(needle.what + " in " + line);
                }
            }
        }
    }
    ::close(memory);
    std::fill(std::begin(buffer), std::end(buffer), std::uint8_t{0});
    return out;
}

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
