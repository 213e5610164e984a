#include <doctest/doctest.h>

#include "kiosk/widgets/card.h"
#include "kiosk/widgets/message.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/touch.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

namespace {

constexpr Box key{100, 200, 200, 64};
constexpr float frame_ms = 1000.0F / 60;

struct TouchedKey {
    Stage stage;
    bool chosen{false};

    TouchedKey() { stage.ui().motion().allow(true); }
    Touched frame()
    {
        return stage.frame([&] {
            return touch(stage.ui(), "key", key, {"Key", TargetKind::choice, true, chosen, {}});
        });
    }
    // Milliseconds until nothing moves any more.
    float until_rest()
    {
        float gone = 0;
        for (; stage.ui().wants_another_frame() && gone < 2000; gone += frame_ms) frame();
        return gone;
    }
};

// A page with one card of a colour that nothing else has, and its head.
void page(Ui& ui, const std::string& name)
{
    ui.show_page(name);
    ui.edges().head = 88;
    fill(ui, ui.screen(), 0xFF204060);
    fill(ui, {32, 20, 200, 40}, 0xFF00FF00);
    fill(ui, {32, 120, 400, 300}, 0xFF0000FF);
    touch(ui, "card", {32, 120, 400, 300}, {"Card"});
}

// The colour of a place as it is painted, as 0x00BBGGRR.
std::uint32_t colour_at(const Stage& stage, int x, int y)
{
    const Stage::Painted painted = stage.paint();
    const std::uint8_t* at = &painted.rgba[static_cast<std::size_t>(y * painted.width + x) * 4];
    return at[0] | static_cast<std::uint32_t>(at[1]) << 8U | static_cast<std::uint32_t>(at[2]) << 16U;
}

} // namespace

TEST_SUITE("kiosk/widgets/motion")
{
    TEST_CASE("a press shows whole on its first frame, and lets go over 80 ms; then nothing is drawn")
    {
        TouchedKey one;
        CHECK(one.frame().press == 0);
        one.stage.press(one.stage.middle_of("key"));
        CHECK(one.frame().press == 1);
        one.stage.lift();
        const Touched lifted = one.frame();
        CHECK(lifted.tapped);
        CHECK(lifted.press > 0);
        CHECK(lifted.press < 1);
        const float rest = one.until_rest();
        CHECK(rest > release_ms / 2);
        CHECK(rest <= release_ms + 2 * frame_ms);
        CHECK(one.frame().press == 0);
    }

    TEST_CASE("what is chosen takes its colour over 120 ms, and what was there before stands at once")
    {
        TouchedKey one;
        one.chosen = true;
        CHECK(one.frame().chosen == 1);
        CHECK_FALSE(one.stage.ui().wants_another_frame());
        one.chosen = false;
        const Touched now = one.frame();
        CHECK(now.chosen > 0);
        CHECK(now.chosen < 1);
        CHECK(one.until_rest() <= choose_ms + 2 * frame_ms);
        CHECK(one.frame().chosen == 0);
    }

    TEST_CASE("where nothing may move, everything is at its end in the same frame")
    {
        TouchedKey one;
        one.stage.ui().motion().allow(false);
        one.frame();
        one.stage.press(one.stage.middle_of("key"));
        CHECK(one.frame().press == 1);
        one.stage.lift();
        one.chosen = true;
        const Touched now = one.frame();
        CHECK(now.press == 0);
        CHECK(now.chosen == 1);
        CHECK_FALSE(one.stage.ui().wants_another_frame());
    }

    TEST_CASE("a page that comes fades in below its head, and takes touches at once where it will stand")
    {
        Stage stage;
        stage.ui().motion().allow(true);
        std::string name = "first";
        const auto draw = [&] {
            page(stage.ui(), name);
            return 0;
        };
        stage.frame(draw);
        CHECK(colour_at(stage, 200, 300) == 0x0000FF); // the first of all is there
        CHECK_FALSE(stage.ui().wants_another_frame());
        name = "second";
        stage.frame(draw);
        CHECK(colour_at(stage, 200, 300) != 0x0000FF);
        CHECK(colour_at(stage, 200, 300) != 0x204060); // and not nothing
        CHECK(colour_at(stage, 100, 40) == 0x00FF00);  // the head
        CHECK(colour_at(stage, 900, 600) == 0x204060); // the ground
        CHECK(stage.seen().find("card")->box.y == 120);
        float gone = 0;
        for (; stage.ui().wants_another_frame() && gone < 2000; gone += frame_ms) stage.frame(draw);
        CHECK(gone <= page_ms + 2 * frame_ms);
        CHECK(colour_at(stage, 200, 300) == 0x0000FF);
    }

    TEST_CASE("a dialog rises over 140 ms, and the one that comes after it rises again")
    {
        Stage stage;
        stage.ui().motion().allow(true);
        bool asks = false;
        const auto draw = [&] {
            page(stage.ui(), "page");
            if (asks)
                dialog(stage.ui(),
                       {.title = "Leave?", .words = "Nothing is lost.", .safe = "Stay", .act = "Leave"});
            return 0;
        };
        const auto rest = [&] {
            float gone = 0;
            for (; stage.ui().wants_another_frame() && gone < 2000; gone += frame_ms) stage.frame(draw);
            return gone;
        };
        stage.frame(draw);
        for (int times = 0; times < 2; ++times) {
            asks = true;
            stage.frame(draw);
            CHECK(stage.ui().wants_another_frame());
            CHECK(stage.seen().find("dialog/safe") != nullptr);
            const float gone = rest();
            CHECK(gone > dialog_ms / 2);
            CHECK(gone <= dialog_ms + 2 * frame_ms);
            asks = false;
            stage.frame(draw);
        }
    }

    TEST_CASE("colours go from one to another, and from nothing")
    {
        CHECK(blend(0xFF000000, 0xFFFFFFFF, 0) == 0xFF000000);
        CHECK(blend(0xFF000000, 0xFFFFFFFF, 1) == 0xFFFFFFFF);
        CHECK(blend(0xFF000000, 0xFFFFFFFF, 0.5F) == 0xFF808080);
        CHECK(blend(0, 0xFF102030, 0.5F) == 0x80102030);
        CHECK(blend(0xFF102030, 0, 0.25F) == 0xBF102030);
    }
}
