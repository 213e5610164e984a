#include <doctest/doctest.h>

#include "kiosk/widgets/pin_pad.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

TEST_SUITE("kiosk/widgets/pin_pad")
{
    TEST_CASE("each key gives its digit, and the last row clears and erases")
    {
        Stage stage;
        const auto draw = [&] {
            return pin_pad(stage.ui(), pin_pad_box(stage.ui(), {400, 200}),
                           {.clear = "Clear", .backspace = "Erase one"});
        };
        for (char digit = '0'; digit <= '9'; ++digit)
            CHECK(stage.tap("pin/" + std::string(1, digit), draw).digit == digit);
        CHECK(stage.tap("pin/clear", draw).clear);
        CHECK(stage.tap("pin/back", draw).backspace);
        CHECK(stage.faults().empty());
    }

    TEST_CASE("while a wait runs no key answers, and each says why")
    {
        Stage stage;
        const PinLook look{
            .enabled = false, .why_not = "Wait 8 seconds.", .clear = "Clear", .backspace = "Erase one"};
        const auto draw = [&] { return pin_pad(stage.ui(), pin_pad_box(stage.ui(), {400, 200}), look); };
        CHECK_FALSE(stage.tap("pin/5", draw));
        CHECK(stage.seen().find("pin/5")->why_not == "Wait 8 seconds.");
    }

    TEST_CASE("digits may come from a physical keyboard, other letters not")
    {
        Stage stage;
        std::vector<PinTap> taps;
        stage.type("1x9", [&] {
            taps = typed_pin(stage.ui());
            return 0;
        });
        REQUIRE(taps.size() == 2);
        CHECK(taps[0].digit == '1');
        CHECK(taps[1].digit == '9');
    }

    TEST_CASE("what was typed stands nowhere in what the screen tells of itself")
    {
        Stage stage;
        stage.frame([&] {
            pin_dots(stage.ui(), {640, 100}, {.typed = 4});
            return 0;
        });
        CHECK(stage.seen().texts().empty());
        CHECK(stage.seen().targets().empty());
    }
}
