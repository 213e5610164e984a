#include <doctest/doctest.h>

#include "kiosk/widgets/long_list.h"
#include "kiosk/widgets/touch.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

namespace {

struct Shown {
    Stage stage;
    std::size_t count{100'000};
    std::string version{"one"};
    int measured{0};
    int drawn{0};
    bool near_end{false};

    void frame()
    {
        drawn = 0;
        stage.frame([&] {
            Ui& ui = stage.ui();
            Scroll scroll(ui, "list", {0, 100, 600, 600});
            Box room = scroll.content();
            LongList list{count, version, {}, {}};
            list.height = [&](std::size_t at) {
                ++measured;
                return at % 2 == 0 ? 72.0F : 99.5F;
            };
            list.draw = [&](std::size_t at, Box box) {
                ++drawn;
                touch(ui, "row/" + std::to_string(at), box, {"Row", TargetKind::row});
            };
            near_end = long_list(ui, scroll, "list", room, list);
            return 0;
        });
    }
    void turn(float lines)
    {
        stage.move({300, 300});
        stage.turn_wheel(lines);
        frame();
        frame();
    }
};

} // namespace

TEST_SUITE("kiosk/widgets/long_list")
{
    TEST_CASE("of a hundred thousand rows only those in sight are made, and each is measured once")
    {
        Shown shown;
        shown.frame();
        CHECK(shown.measured == 100'000);
        CHECK(shown.drawn < 12);
        CHECK_FALSE(shown.near_end);
        shown.turn(-50'000);
        CHECK(shown.measured == 100'000);
        CHECK(shown.drawn > 5);
        CHECK(shown.drawn < 12);
        CHECK(shown.stage.seen().find("row/0") == nullptr);
    }

    TEST_CASE("rows lie one below the other without a gap, at the end of a long list too")
    {
        Shown shown;
        shown.frame();
        shown.turn(-1e7F);
        CHECK(shown.near_end);
        const Target* last = shown.stage.seen().find("row/99999");
        REQUIRE(last != nullptr);
        CHECK(last->whole.bottom() == doctest::Approx(700).epsilon(0.001));
        const auto& targets = shown.stage.seen().targets();
        for (std::size_t at = 1; at < targets.size(); ++at)
            CHECK(targets[at].whole.y == targets[at - 1].whole.bottom());
    }

    TEST_CASE("more rows at the end are measured alone; other rows are measured anew, from the top")
    {
        Shown shown;
        shown.count = 50;
        shown.frame();
        CHECK(shown.measured == 50);
        shown.count = 100;
        shown.frame();
        CHECK(shown.measured == 100);
        shown.version = "two";
        shown.count = 3;
        shown.frame();
        CHECK(shown.measured == 103);
        CHECK(shown.drawn == 3);
        CHECK(shown.near_end);
    }
}
