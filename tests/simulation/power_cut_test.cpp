#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include "tests/simulation/power_cut.h"

using namespace northseal;
using namespace northseal::simulation;

namespace {

// Where the power goes is what a release tries, place by place; a sanitizer, under which each platter takes
// several times as long, looks at what is done then, and sees no more of it at the next place.
#ifdef NORTHSEAL_SANITIZED
constexpr std::uint64_t every = 4;
#else
constexpr std::uint64_t every = 1;
#endif

// NORTHSEAL_FATES asks for fewer, or for more.
std::uint64_t fates()
{
    const char* asked = std::getenv("NORTHSEAL_FATES");
    const auto count = asked == nullptr ? 0 : std::atoi(asked);
#ifdef NORTHSEAL_SANITIZED
    constexpr int usual = 1;
#else
    constexpr int usual = 3;
#endif
    return static_cast<std::uint64_t>(count > 0 ? count : usual);
}

} // namespace

TEST_SUITE("simulation/power_cut")
{
    TEST_CASE("wherever the power goes in a verb, what it said is there, and what it did not say is whole or "
              "not there")
    {
        const Beginning beginning;
        for (const auto& verb : power_cut_verbs(beginning)) {
            const auto result = cut_power_everywhere(beginning, verb, fates(), every);
            CAPTURE(verb.name);
            for (const auto& broken : result.broken) FAIL_CHECK(word_of(broken.law), ": ", broken.what);
            if (std::getenv("NORTHSEAL_FATES") != nullptr) {
                std::printf("%s: %llu operations, %llu platters\n", verb.name.c_str(),
                            static_cast<unsigned long long>(result.operations),
                            static_cast<unsigned long long>(result.cuts));
            }
            // Cut before its first operation and after its last: a verb that changes nothing has one cut.
            const auto places = result.operations / every + (result.operations % every == 0 ? 1 : 2);
            CHECK(result.cuts == places * fates());
        }
    }
}
