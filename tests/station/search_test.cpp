#include "storage/station/search_index.h"

#include <doctest/doctest.h>

#include <string>

using namespace northseal;
using Ids = std::vector<std::int64_t>;

TEST_SUITE("storage/station/search")
{
    TEST_CASE("where a word begins with the query comes before where it only holds it, latest first")
    {
        station::SearchIndex index;
        index.add(1, "Ada Stone", "");
        index.add(2, "Lee Winstone", "");
        index.add(3, "Stoney Creek", "");
        CHECK(index.find("stone", 10) == Ids{3, 1, 2});
        CHECK(index.find("stone", 1) == Ids{3});
        CHECK(index.find("stone ada", 10) == Ids{1});
        CHECK(index.find("", 2) == Ids{3, 2});
        CHECK(index.find("stone", 0).empty());
    }

    TEST_CASE("a wiped index finds nobody")
    {
        station::SearchIndex index;
        index.add(1, "Ada Stone", "");
        index.wipe_all();
        CHECK(index.find("ada", 10).empty());
        CHECK(index.size() == 0);
    }

    TEST_CASE("one name is found among a hundred thousand, exactly and with a slip")
    {
        station::SearchIndex index;
        for (int i = 0; i < 100'000; ++i) {
            index.add(i, i == 77'777 ? "Ada Featherstone" : "Learner Number" + std::to_string(i), "");
        }
        CHECK(index.find("feather", 20) == Ids{77'777});
        CHECK(index.similar("Ada Fetherstone", 8) == Ids{77'777});
    }
}
