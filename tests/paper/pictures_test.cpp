#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/widgets/scene.h"
#include "kiosk/widgets/shaped_text.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

bool opaque(const Picture& picture)
{
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) {
        if (picture.rgba[i] != 255) return false;
    }
    return !picture.rgba.empty();
}

std::size_t marked(const ShapedWords& words)
{
    return static_cast<std::size_t>(
        std::count_if(words.alpha.begin(), words.alpha.end(), [](std::uint8_t a) { return a > 0; }));
}

} // namespace

TEST_SUITE("kiosk/widgets/scene")
{
    TEST_CASE("a scene fills its size, and the same size gives the same pixels")
    {
        const auto first = paint_horizon(1280, 800).value();
        CHECK(first.width == 1280);
        CHECK(first.rgba.size() == 1280U * 800U * 4U);
        CHECK(opaque(first));
        CHECK(paint_horizon(1280, 800).value().rgba == first.rgba);
        CHECK(opaque(paint_rail(RailTone::light, 112, 800).value()));
        for (const auto sky : {Sky::morning, Sky::day, Sky::dusk, Sky::night}) {
            CHECK(opaque(paint_sky_band(sky, 1168, 150).value()));
        }
    }

    TEST_CASE("the four skies differ, and each ends in the colour of its page where no ridge stands")
    {
        const auto day = paint_sky_band(Sky::day, 1168, 150).value();
        CHECK(day.rgba != paint_sky_band(Sky::morning, 1168, 150).value().rgba);
        CHECK(day.rgba != paint_sky_band(Sky::dusk, 1168, 150).value().rgba);
        const auto* foot = day.rgba.data() + std::size_t{149} * 1168 * 4;
        CHECK(foot[0] == doctest::Approx(0xED).epsilon(0.02));
        CHECK(sky_at(8) == Sky::morning);
        CHECK(sky_at(13) == Sky::day);
        CHECK(sky_at(18) == Sky::dusk);
        CHECK(sky_at(2) == Sky::night);
    }

    TEST_CASE("an island stands on nothing")
    {
        const auto island = paint_island(IslandTone::light, 560, 230).value();
        CHECK(island.rgba[3] == 0);
        CHECK_FALSE(opaque(island));
        CHECK(
            std::any_of(island.rgba.begin(), island.rgba.end(), [](std::uint8_t byte) { return byte > 0; }));
    }

    TEST_CASE("a picture of no size, or of a size nobody has, is refused")
    {
        CHECK_FALSE(paint_horizon(0, 800).ok());
        CHECK_FALSE(paint_horizon(1280, 100'000).ok());
    }
}

TEST_SUITE("kiosk/widgets/shaped_text")
{
    TEST_CASE("a name is a picture of its own size, with room for what stands above and below")
    {
        ShapedText shaper("en");
        const auto plain = shaper.shape("n", false, 24);
        const auto marked_letter = shaper.shape("n\u0313", false, 24);
        CHECK(plain.width > 0);
        CHECK(plain.alpha.size() == static_cast<std::size_t>(plain.width * plain.height));
        CHECK(marked_letter.baseline > plain.baseline);
        CHECK(marked_letter.advance == doctest::Approx(plain.advance));
        CHECK(marked(marked_letter) > marked(plain));
    }

    TEST_CASE("the two forms of one name are one picture")
    {
        ShapedText shaper("fr");
        CHECK(shaper.shape("\u00C9milie", false, 24).alpha == shaper.shape("E\u0301milie", false, 24).alpha);
    }

    TEST_CASE("syllabics, bold and a larger size each change the picture")
    {
        ShapedText shaper("en");
        const auto name = shaper.shape("ᐊᓇ ᒪᕆ", false, 24);
        CHECK(marked(name) > 100);
        CHECK(shaper.shape("ᐊᓇ ᒪᕆ", true, 24).alpha != name.alpha);
        CHECK(shaper.shape("ᐊᓇ ᒪᕆ", false, 48).height > name.height);
    }

    TEST_CASE("a width wraps, and each letter still stands inside it")
    {
        ShapedText shaper("en");
        const auto line = shaper.set("mum mum mum mum mum mum mum", Face::text, 20);
        const auto wrapped = shaper.set("mum mum mum mum mum mum mum", Face::text, 20, 120);
        CHECK(line.width > 200);
        CHECK(wrapped.width <= 121);
        CHECK(wrapped.height > 2 * line.height);
        CHECK(wrapped.baseline == line.baseline);
    }

    TEST_CASE("what was shaped is kept, and the oldest goes when the room is used up")
    {
        ShapedText shaper("en", 20'000);
        const auto* first = &shaper.set("kept", Face::text, 24);
        CHECK(&shaper.set("kept", Face::text, 24) == first);
        CHECK(shaper.kept() == 1);
        for (int i = 0; i < 100; ++i) (void)shaper.set("name " + std::to_string(i), Face::text, 24);
        CHECK(shaper.kept() < 50);
        CHECK(shaper.kept_bytes() <= 20'000);
    }

    TEST_CASE("nothing, blanks, bytes that are no text and text beyond any screen do no harm")
    {
        ShapedText shaper("en");
        CHECK(shaper.shape("", false, 24).alpha.empty());
        CHECK(shaper.shape(" ", false, 24).alpha.empty());
        CHECK(marked(shaper.shape("\xff\xfe", false, 24)) > 0);
        CHECK(shaper.shape(std::string(5000, 'W'), false, 64).alpha.empty());
    }
}
