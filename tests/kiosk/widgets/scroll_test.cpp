#include <doctest/doctest.h>

#include "kiosk/widgets/row.h"
#include "kiosk/widgets/scroll.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

namespace {

// Thirty rows of 72 in a place for eight; returns the row that was tapped.
int list(Ui& ui)
{
    Scroll scroll(ui, "people", {100, 100, 600, 576});
    int tapped = -1;
    Box at = scroll.content();
    for (int index = 0; index < 30; ++index) {
        const Box place{at.x, at.y + 72.0F * static_cast<float>(index), at.width, 72};
        if (row(ui, "person/" + std::to_string(index), place, {.title = "Person " + std::to_string(index)}))
            tapped = index;
    }
    scroll.ends_at(at.y + 72 * 30);
    return tapped;
}

} // namespace

TEST_SUITE("kiosk/widgets/scroll")
{
    TEST_CASE("a drag moves the list with the finger and taps nothing")
    {
        Stage stage;
        const auto draw = [&] { return list(stage.ui()); };
        stage.frame(draw);
        stage.press({300, 500});
        stage.frame(draw);
        stage.move({300, 420});
        stage.frame(draw);
        CHECK(stage.ui().scroll_state("people").offset == doctest::Approx(80));
        CHECK_FALSE(stage.ui().is_down("person/5"));
        stage.lift();
        CHECK(stage.frame(draw) == -1);
    }

    TEST_CASE("a press that moves less than 12 px is a tap")
    {
        Stage stage;
        const auto draw = [&] { return list(stage.ui()); };
        stage.frame(draw);
        CHECK(stage.drag({300, 130}, {300, 138}, draw) == 0);
    }

    TEST_CASE("a list that was thrown coasts on and stops by itself")
    {
        Stage stage;
        const auto draw = [&] { return list(stage.ui()); };
        stage.frame(draw);
        stage.drag({300, 600}, {300, 200}, draw);
        const float lifted = stage.ui().scroll_state("people").offset;
        CHECK(stage.ui().wants_another_frame());
        int frames = 0;
        while (stage.ui().wants_another_frame() && frames < 300) {
            stage.frame(draw);
            ++frames;
        }
        CHECK(stage.ui().scroll_state("people").offset > lifted);
        CHECK(frames < 120); // two seconds
    }

    TEST_CASE("a list cannot be dragged past its ends")
    {
        Stage stage;
        const auto draw = [&] { return list(stage.ui()); };
        stage.frame(draw);
        stage.drag({300, 200}, {300, 600}, draw);
        CHECK(stage.ui().scroll_state("people").offset == 0);
        for (int times = 0; times < 12; ++times) {
            stage.drag({300, 650}, {300, 110}, draw);
            for (int frame = 0; frame < 60; ++frame) stage.frame(draw);
        }
        CHECK(stage.ui().scroll_state("people").offset == 72 * 30 - 576);
    }

    TEST_CASE("a row that is scrolled out of sight cannot be tapped where it would be")
    {
        Stage stage;
        const auto draw = [&] { return list(stage.ui()); };
        stage.frame(draw);
        CHECK(stage.seen().find("person/29")->box.empty());
        CHECK(stage.seen().find("person/7")->box.height == 64);
        CHECK(stage.tap_at({300, 720}, draw) == -1);
    }

    TEST_CASE("what the keys lead to comes into sight")
    {
        Stage stage;
        const auto draw = [&] { return list(stage.ui()); };
        stage.frame(draw);
        for (int step = 0; step < 12; ++step) stage.move_focus(FocusMove::next, draw);
        stage.frame(draw);
        CHECK(stage.ui().has_focus("person/11"));
        CHECK(stage.seen().find("person/11")->box.height == 64);
    }

    TEST_CASE("a list begins at its top when its page comes back")
    {
        Stage stage;
        const auto draw = [&] { return list(stage.ui()); };
        stage.frame(draw);
        stage.drag({300, 600}, {300, 300}, draw);
        stage.frame([] { return 0; });
        stage.frame(draw);
        CHECK(stage.ui().scroll_state("people").offset == 0);
    }
}
