#include "storage/base/random.h"

#include <doctest/doctest.h>

#include <set>

using namespace northseal;

TEST_SUITE("storage/base/random")
{
    TEST_CASE("a seed replays, and another seed differs")
    {
        SeededRandom a(5);
        SeededRandom b(5);
        SeededRandom c(6);
        const auto first = a.bytes<32>();
        CHECK(first == b.bytes<32>());
        CHECK(first != c.bytes<32>());
        CHECK(first != a.bytes<32>());
    }

    TEST_CASE("below() reaches every value and none beyond")
    {
        SeededRandom random(9);
        std::set<std::uint64_t> seen;
        for (int i = 0; i < 400; ++i) seen.insert(random.below(7));
        CHECK(seen.size() == 7);
        CHECK(*seen.rbegin() == 6);
    }

    TEST_CASE("a uuid carries version 4 and the RFC 9562 variant")
    {
        SystemRandom random;
        const auto id = random.uuid();
        CHECK((id[6] & 0xf0) == 0x40);
        CHECK((id[8] & 0xc0) == 0x80);
    }
}
