#include "storage/institution/allocation.h"

#include <doctest/doctest.h>

#include "storage/credential/status_list.h"

using namespace northseal;
using namespace northseal::institution;

TEST_SUITE("storage/institution/allocation")
{
    TEST_CASE("a thousand kiosks never draw the same index twice")
    {
        SeededRandom random(3);
        std::set<std::uint32_t> used;
        std::uint32_t lists = 0;
        std::size_t drawn = 0;
        for (int kiosk = 0; kiosk < 1000; ++kiosk) {
            lists = lists_for(lists, used.size(), indexes_for(100)).value();
            drawn += draw_indexes(used, lists, indexes_for(100), random).size();
        }
        CHECK(drawn == 150'000);
        CHECK(used.size() == drawn);
        CHECK(*used.rbegin() < lists * credential::status_list_entries);
    }

    TEST_CASE("an allocation ascends and scatters over every list")
    {
        SeededRandom random(4);
        std::set<std::uint32_t> used;
        const auto indexes = draw_indexes(used, 2, 750, random);
        CHECK(std::is_sorted(indexes.begin(), indexes.end()));
        const auto in_first = std::count_if(indexes.begin(), indexes.end(), [](auto index) {
            return index < credential::status_list_entries;
        });
        CHECK(in_first > 300);
        CHECK(in_first < 450);
    }

    TEST_CASE("lists are added before they are half full, and never without bound")
    {
        CHECK(lists_for(2, 0, 750).value() == 2);
        CHECK(lists_for(2, 131'072, 0).value() == 2);
        CHECK(lists_for(2, 131'072, 1).value() == 3);
        CHECK(lists_for(5, 10, 10).value() == 5);
        CHECK(lists_for(2, 60'000'000, 10'000'000).error().fault == Fault::full);
    }

    TEST_CASE("a kiosk draws among half as many again as it may issue")
    {
        CHECK(indexes_for(500) == 750);
        CHECK(indexes_for(1) == 2);
        CHECK(indexes_for(3) == 5);
    }
}
