#include <doctest/doctest.h>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/message.h"
#include "kiosk/widgets/row.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

namespace {

ButtonLook closed()
{
    return {.label = "Sign", .enabled = false, .why_not = "Outcome 4 has no level yet."};
}

} // namespace

TEST_SUITE("kiosk/widgets/touch")
{
    TEST_CASE("a button acts when the finger lifts, and once")
    {
        Stage stage;
        const auto draw = [&] { return button(stage.ui(), "go", {100, 100, 200, 64}, {.label = "Go"}); };
        stage.frame(draw);
        stage.press({150, 130});
        CHECK_FALSE(stage.frame(draw));
        CHECK(stage.ui().is_down("go"));
        CHECK_FALSE(stage.frame(draw));
        stage.lift();
        CHECK(stage.frame(draw));
        CHECK_FALSE(stage.frame(draw));
    }

    TEST_CASE("a press that lifts elsewhere does nothing")
    {
        Stage stage;
        const auto draw = [&] { return button(stage.ui(), "go", {100, 100, 200, 64}, {.label = "Go"}); };
        stage.frame(draw);
        CHECK_FALSE(stage.drag({150, 130}, {600, 600}, draw));
    }

    TEST_CASE("a press that begins elsewhere and lifts on a button does nothing")
    {
        Stage stage;
        const auto draw = [&] { return button(stage.ui(), "go", {100, 100, 200, 64}, {.label = "Go"}); };
        stage.frame(draw);
        CHECK_FALSE(stage.drag({600, 600}, {150, 130}, draw));
    }

    TEST_CASE("a finger that rolls a little still taps")
    {
        Stage stage;
        const auto draw = [&] { return button(stage.ui(), "go", {100, 100, 200, 64}, {.label = "Go"}); };
        stage.frame(draw);
        CHECK(stage.drag({150, 130}, {158, 136}, draw));
    }

    TEST_CASE("a closed button takes no tap and says why")
    {
        Stage stage;
        const auto draw = [&] { return button(stage.ui(), "sign", {100, 100, 200, 64}, closed()); };
        CHECK_FALSE(stage.tap("sign", draw));
        CHECK_FALSE(stage.seen().find("sign")->enabled);
        CHECK(stage.seen().find("sign")->why_not == "Outcome 4 has no level yet.");
        CHECK(stage.faults().empty());
    }

    TEST_CASE("a button closed without a reason is a mistake of ours")
    {
        Stage stage;
        stage.frame([&] {
            return button(stage.ui(), "sign", {100, 100, 200, 64}, {.label = "Sign", .enabled = false});
        });
        REQUIRE(stage.faults().size() == 1);
        CHECK(stage.faults()[0] == "closed without a reason: sign");
    }

    TEST_CASE("a small button is given a target of 56")
    {
        Stage stage;
        stage.frame([&] { return button(stage.ui(), "go", {100, 100, 20, 20}, {.label = "+"}); });
        CHECK(stage.seen().find("go")->whole == Box{82, 82, 56, 56});
    }

    TEST_CASE("a button in a row wins over the row")
    {
        Stage stage;
        const auto draw = [&] {
            const bool on_row = row(stage.ui(), "row", {0, 100, 600, 80}, {.title = "Rose Beardy"});
            const bool on_button = button(stage.ui(), "open", {400, 108, 160, 64}, {.label = "Open"});
            return std::pair{on_row, on_button};
        };
        CHECK(stage.tap("open", draw) == std::pair{false, true});
        CHECK(stage.tap_at({100, 140}, draw) == std::pair{true, false});
    }

    TEST_CASE("nothing below a dialog can be tapped")
    {
        Stage stage;
        const auto draw = [&] {
            const bool below = button(stage.ui(), "below", {0, 0, 200, 64}, {.label = "Below"});
            const DialogTap answer =
                dialog(stage.ui(), {"Leave?", "Nothing is lost.", "Stay", "Leave", false});
            return std::pair{below, answer};
        };
        stage.frame(draw);
        CHECK(stage.tap_at({100, 32}, draw) == std::pair{false, DialogTap::none});
        CHECK(stage.tap("dialog/safe", draw) == std::pair{false, DialogTap::safe});
        CHECK(stage.tap("dialog/act", draw) == std::pair{false, DialogTap::act});
    }

    TEST_CASE("Tab goes from target to target and Enter chooses")
    {
        Stage stage;
        const auto draw = [&] {
            const bool first = button(stage.ui(), "first", {0, 0, 200, 64}, {.label = "First"});
            button(stage.ui(), "closed", {0, 100, 200, 64}, closed());
            const bool second = button(stage.ui(), "second", {0, 200, 200, 64}, {.label = "Second"});
            return std::pair{first, second};
        };
        stage.frame(draw);
        stage.move_focus(FocusMove::next, draw);
        CHECK(stage.ui().has_focus("first"));
        stage.move_focus(FocusMove::down, draw);
        CHECK(stage.ui().has_focus("second"));
        CHECK(stage.move_focus(FocusMove::choose, draw) == std::pair{false, true});
        stage.move_focus(FocusMove::next, draw);
        CHECK(stage.ui().has_focus("first"));
    }

    TEST_CASE("the focus ring goes when a finger comes")
    {
        Stage stage;
        const auto draw = [&] { return button(stage.ui(), "go", {100, 100, 200, 64}, {.label = "Go"}); };
        stage.frame(draw);
        stage.move_focus(FocusMove::next, draw);
        CHECK(stage.ui().has_focus("go"));
        stage.tap_at({700, 700}, draw);
        CHECK_FALSE(stage.ui().has_focus("go"));
    }

    TEST_CASE("a screen at rest asks for no further frame")
    {
        Stage stage;
        const auto draw = [&] { return button(stage.ui(), "go", {100, 100, 200, 64}, {.label = "Go"}); };
        stage.tap("go", draw);
        stage.frame(draw);
        CHECK_FALSE(stage.ui().wants_another_frame());
    }
}
