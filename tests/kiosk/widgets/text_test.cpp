#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

namespace {

// Sixty letters, from the reference credentials.
std::string long_name()
{
    return "Maximilienne-Éléonore Anne-Sophie Essai-Apprenante du Lac-Bl";
}

} // namespace

TEST_SUITE("kiosk/widgets/text")
{
    TEST_CASE("text wraps at its room and loses nothing")
    {
        Stage stage;
        stage.frame([] { return 0; });
        const auto lines = wrap(stage.ui(), Role::row, long_name(), 300);
        CHECK(lines.size() >= 2);
        std::string joined;
        for (const std::string& line : lines) {
            CHECK(text_width(stage.ui(), Role::row, line) <= 301);
            joined += (joined.empty() ? "" : " ") + line;
        }
        CHECK(joined == long_name());
    }

    TEST_CASE("a word wider than its room is broken, not cut")
    {
        Stage stage;
        stage.frame([] { return 0; });
        std::string joined;
        for (const std::string& line : wrap(stage.ui(), Role::title, "Microcertification", 120))
            joined += line;
        CHECK(joined == "Microcertification");
    }

    TEST_CASE("words with marks that only a shaper can place wrap too")
    {
        Stage stage;
        stage.frame([] { return 0; });
        const std::string text = "Kwak̓wala hən̓q̓əmin̓əm̓ W̱SÁNEĆ Kwak̓wala hən̓q̓əmin̓əm̓ W̱SÁNEĆ";
        std::string joined;
        for (const std::string& line : wrap(stage.ui(), Role::name, text, 320)) {
            CHECK(text_width(stage.ui(), Role::name, line) <= 321);
            joined += (joined.empty() ? "" : " ") + line;
        }
        CHECK(joined == text);
    }

    TEST_CASE("a no-break space holds its words together")
    {
        Stage stage;
        stage.frame([] { return 0; });
        const float room = text_width(stage.ui(), Role::body, "à 10 h 44") - 10;
        const auto lines = wrap(stage.ui(), Role::body, "à 10\u00A0h\u00A044", room);
        REQUIRE(lines.size() == 2);
        CHECK(lines[1] == "10\u00A0h\u00A044");
    }

    TEST_CASE("text that does not fit its room is reported")
    {
        Stage stage;
        const auto draw = [&] {
            return draw_text(stage.ui(), {0, 0, 200, 30}, Role::body, 0xFF000000U, long_name());
        };
        CHECK(stage.frame(draw) > 30);
        CHECK(stage.faults().size() == 1);
    }

    TEST_CASE("the same words in the same place make the same pixels")
    {
        Stage one({400, 100, {}});
        Stage two({400, 100, {}});
        for (Stage* stage : {&one, &two}) {
            stage->frame([&] {
                fill(stage->ui(), {0, 0, 400, 100}, 0xFFFFFFFFU);
                draw_line(stage->ui(), {10, 10}, Role::name, 0xFF000000U, "ᒪᕆ k̓ Émilie");
                return 0;
            });
        }
        const auto first = one.paint();
        CHECK(first.rgba == two.paint().rgba);
        CHECK(*std::min_element(first.rgba.begin(), first.rgba.end()) < 64);
    }

    TEST_CASE("pictures of words are kept and not made again each frame")
    {
        Stage stage;
        const auto draw = [&] {
            draw_line(stage.ui(), {10, 10}, Role::name, 0xFF000000U, "Kwak̓wala");
            return 0;
        };
        stage.frame(draw);
        const std::size_t held = stage.textures_held();
        CHECK(held == 1);
        for (int frame = 0; frame < 20; ++frame) stage.frame(draw);
        CHECK(stage.textures_held() == held);
    }
}
