#include "storage/base/read_cache.h"

#include <doctest/doctest.h>

using namespace northseal;

namespace {

int times_read = 0;

Result<std::string> read_calm(std::string_view text)
{
    ++times_read;
    if (text.find('!') != text.npos) return refused("an exclamation");
    return std::string(text);
}

} // namespace

TEST_SUITE("storage/base/read_cache")
{
    TEST_CASE("the same bytes are read once; other bytes, however like them, are read for themselves")
    {
        ReadCache<std::string> cache(read_calm);
        times_read = 0;
        const auto one = cache.read("template").value();
        CHECK(cache.read(std::string("template")).value() == one);
        CHECK(times_read == 1);
        CHECK(*cache.read("template ").value() == "template ");
        CHECK(*cache.read("templatf").value() == "templatf");
        CHECK(times_read == 3);
    }

    TEST_CASE("what was refused is read again")
    {
        ReadCache<std::string> cache(read_calm);
        times_read = 0;
        CHECK_FALSE(cache.read("no!").ok());
        CHECK_FALSE(cache.read("no!").ok());
        CHECK(times_read == 2);
    }

    TEST_CASE("a full cache is dropped whole, and what was given out stays")
    {
        ReadCache<std::string> cache(read_calm);
        const auto first = cache.read("").value();
        for (std::size_t i = 1; i < cache.values_most; ++i) REQUIRE(cache.read(std::string(i, 'a')).ok());
        CHECK(cache.read("").value() == first);
        REQUIRE(cache.read("one more").ok());
        times_read = 0;
        CHECK(cache.read("").value() != first);
        CHECK(times_read == 1);
        CHECK(first->empty());
    }
}
