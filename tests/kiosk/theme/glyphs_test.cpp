#include <doctest/doctest.h>

#include <cstdlib>

#include <imgui.h>

#include "kiosk/theme/letters.h"
#include "kiosk/theme/theme.h"
#include "storage/base/text.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

// Every letter with which English and French are written.
constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 "
                                "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ àâæçéèêëîïôœùûüÿ .,:;?()«»“”‘’–—…%$€/-\u00A0";
// From the reference credentials, and letters of Roman orthographies.
constexpr const char* syllabics = "ᒪᕆ ᐊᓂᔑᓈᐯ ᐘ ᑊᐟᐠᐨᒼᐣᐢᐡᐩᐤᐦᕽ";

} // namespace

TEST_SUITE("kiosk/theme")
{
    TEST_CASE("every role has every letter of English and French in its own face")
    {
        Stage stage;
        for (int role = 0; role < role_count; ++role)
            CHECK(stage.ui().theme().has_every_letter(static_cast<Role>(role), letters));
    }

    TEST_CASE("every role can set syllabics and the letters of Roman orthographies")
    {
        Stage stage;
        for (int role = 0; role < role_count; ++role) {
            CHECK(stage.ui().theme().has_every_letter(static_cast<Role>(role), syllabics));
            if (metrics(static_cast<Role>(role)).face != Typeface::noto)
                CHECK(stage.ui().theme().has_every_letter(static_cast<Role>(role), "ŋ ł Ł ą ō"));
        }
        CHECK(stage.ui().theme().has_every_letter(Role::name, "ḵ ẁ ŋ ł ʔ ʼ ą ǫ ẏ ō Ḵ Ł"));
    }

    TEST_CASE("what a language may be written with is what a sentence can be set in, and nothing else")
    {
        Stage stage;
        const Theme& theme = stage.ui().theme();
        for (char32_t letter = 0x20; letter < 0x3000; ++letter) {
            const bool mark = letter >= 0x0300 && letter <= 0x036F; // Pango places those
            const bool control = letter >= 0x7F && letter < 0xA0;
            if (mark || control) continue;
            std::string one;
            append_utf8(one, letter);
            CHECK_MESSAGE(can_set(letter) == theme.has_every_letter(Role::body, one),
                          static_cast<int>(letter));
        }
        CHECK(can_set(0x0328));
        CHECK_FALSE(can_set(0x6C34));
        CHECK_FALSE(can_set(0x85));
    }

    TEST_CASE("a string with one letter that Manrope lacks is set whole in Noto Sans Bold")
    {
        Stage stage;
        const Theme& theme = stage.ui().theme();
        CHECK(theme.font(Role::title, "Rose").font == theme.font(Role::title).font);
        CHECK(theme.font(Role::title, "Rose ᒪᕆ").font != theme.font(Role::title).font);
        CHECK(theme.font(Role::task, "Rose ᒪᕆ").font == theme.font(Role::name_strong).font);
    }

    TEST_CASE("every icon is in the icon font at every size that is built")
    {
        Stage stage;
        for (const float px : {20.0F, 24.0F, 28.0F, 34.0F, 40.0F}) {
            const Font font = stage.ui().theme().icon_font(px);
            for (int index = 1; index < icon_count; ++index) {
                const auto icon = static_cast<Icon>(index);
                CHECK_MESSAGE(font.font->FindGlyphNoFallback(static_cast<ImWchar>(code_point(icon))) !=
                                  nullptr,
                              icon_name(icon));
            }
        }
    }

    TEST_CASE("larger text makes every role larger by the same factor")
    {
        Stage normal;
        Stage largest({1280, 800, {Scheme::light, TextSize::largest, 1}});
        for (int role = 0; role < role_count; ++role) {
            const float before = normal.ui().theme().font(static_cast<Role>(role)).size;
            const float after = largest.ui().theme().font(static_cast<Role>(role)).size;
            CHECK(after / before == doctest::Approx(1.4).epsilon(0.01));
        }
    }

    TEST_CASE("the glyphs fit what small graphics chips can hold, at the largest text")
    {
        Stage stage({1280, 800, {Scheme::light, TextSize::largest, 1}});
        stage.frame([] { return 0; });
        MESSAGE("atlas " << ImGui::GetIO().Fonts->TexWidth << " x " << ImGui::GetIO().Fonts->TexHeight);
        CHECK(ImGui::GetIO().Fonts->TexHeight <= 8192);
        CHECK(ImGui::GetIO().Fonts->TexWidth <= 8192);
    }

    TEST_CASE("a missing icon font is refused with what to do")
    {
        RealDisk disk;
        const auto files = read_fonts(disk, "/nowhere");
        REQUIRE_FALSE(files.ok());
        CHECK(files.error().fault == Fault::not_found);
        CHECK(files.error().detail.find("npm ci") != std::string::npos);
    }
}
