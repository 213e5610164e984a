#include <doctest/doctest.h>

#include "kiosk/widgets/box.h"

using namespace northseal::kiosk;

TEST_SUITE("kiosk/widgets/box")
{
    TEST_CASE("what is cut off a box and what is left make the box again")
    {
        Box box{10, 20, 300, 200};
        CHECK(box.take_left(100, 10) == Box{10, 20, 100, 200});
        CHECK(box == Box{120, 20, 190, 200});
        CHECK(box.take_bottom(50) == Box{120, 170, 190, 50});
        CHECK(box == Box{120, 20, 190, 150});
    }

    TEST_CASE("columns fill their box from edge to edge on whole pixels")
    {
        const auto cells = columns({0, 0, 1000, 50}, 7, 8);
        REQUIRE(cells.size() == 7);
        CHECK(cells.front().x == 0);
        CHECK(cells.back().right() == 1000);
        for (const Box& cell : cells) CHECK(cell.width == static_cast<float>(static_cast<int>(cell.width)));
    }

    TEST_CASE("a grid goes on in the next row")
    {
        const auto cells = grid({0, 100, 210, 500}, 3, 2, 50, 10);
        CHECK(cells[1] == Box{110, 100, 100, 50});
        CHECK(cells[2] == Box{0, 160, 100, 50});
    }

    TEST_CASE("boxes that do not touch have nothing in common")
    {
        CHECK(Box{0, 0, 10, 10}.meet({20, 0, 10, 10}).empty());
        CHECK(Box{0, 0, 10, 10}.meet({5, 5, 10, 10}) == Box{5, 5, 5, 5});
    }
}
