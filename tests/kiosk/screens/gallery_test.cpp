// What the repository keeps of the look is what is drawn now.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/kiosk/screens/scenes/gallery.h"
#include "tests/kiosk/support/small_png.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

// Under a sanitizer each stroke takes ten times as long: it sees a part, and says so.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

const std::string root = NORTHSEAL_SOURCE_DIR;

std::string text_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream out;
    out << file.rdbuf();
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> out;
    std::stringstream stream(text);
    for (std::string line; std::getline(stream, line);) out.push_back(line);
    return out;
}

// Says which setting of which scene is drawn otherwise, so that one need not compare hashes by eye.
std::string what_differs(const std::string& kept, const std::string& now)
{
    std::stringstream before(kept), after(now);
    std::string name, other, left, right, out;
    before >> name;
    after >> other;
    if (name != other) return name + " is not where it was: " + other + "\n";
    for (const Setting& setting : all_settings()) {
        before >> left;
        after >> right;
        if (left != right) out += name + " is drawn otherwise at " + setting.name() + "\n";
    }
    return out;
}

} // namespace

TEST_SUITE("kiosk/screens/gallery")
{
    TEST_CASE("each screen's picture is, pixel by pixel, what is drawn now")
    {
        if (text_of(versions_file(root)) != drawn_with() + "\n") {
            MESSAGE("the pictures were drawn with other libraries: they are not compared here ("
                    << drawn_with() << ")");
            return;
        }
        if (sanitized) MESSAGE("under a sanitizer only every sixth picture is compared");
        Easel easel({panels[0], {}});
        int number = 0;
        for (const char* language : {"en", "fr"}) {
            for (const test::Scene& scene : whole_album(language).scenes()) {
                if (scene.caption.empty() || (sanitized && number++ % 6 != 0)) continue;
                CAPTURE(scene.name);
                const auto kept = read_small_png(picture_file(root, language, scene.name));
                REQUIRE(kept.has_value());
                CHECK(pixels_that_differ(*kept, reduced(easel.draw(scene, language).paint())) == 0);
            }
        }
    }
    TEST_CASE("every state at every size, theme and text size is drawn as it was when it was last looked at")
    {
        if (sanitized) {
            MESSAGE("under a sanitizer hashes are not compared: the test of layout draws the same");
            return;
        }
        const auto kept = lines_of(text_of(hashes_file(root)));
        if (kept.empty() || kept.front() != drawn_with()) {
            MESSAGE("no hashes are kept for these libraries: nothing is compared here (" << drawn_with()
                                                                                         << ")");
            return;
        }
        const auto now = drawing_hashes();
        REQUIRE(kept.size() == now.size() + 1);
        std::string differs;
        for (std::size_t i = 0; i < now.size(); ++i) differs += what_differs(kept[i + 1], now[i]);
        CHECK(differs == "");
    }
    TEST_CASE("the page of all screens shows each of them, and there is a picture for each")
    {
        CHECK(text_of(page_file(root)) == page_of_screens());
        for (const char* language : {"en", "fr"}) {
            for (const test::Scene& scene : whole_album(language).scenes()) {
                if (scene.caption.empty()) continue;
                CHECK(std::filesystem::exists(picture_file(root, language, scene.name)));
            }
        }
    }
    TEST_CASE("what a scene draws is the same each time, and not the same as another")
    {
        Easel one({panels[0], {}});
        Easel two({panels[0], {}});
        const Album& album = whole_album("en");
        const auto home = one.draw(album.scene("home"), "en").drawing_hash();
        CHECK(home == two.draw(album.scene("home"), "en").drawing_hash());
        CHECK(home != two.draw(album.scene("home-empty"), "en").drawing_hash());
        CHECK(home != two.draw(album.scene("home"), "fr").drawing_hash());
        const auto painted = reduced(one.draw(album.scene("home"), "en").paint());
        CHECK(pixels_that_differ(painted, reduced(two.draw(album.scene("home"), "en").paint())) == 0);
        CHECK(pixels_that_differ(painted, reduced(two.draw(album.scene("rubric"), "en").paint())) > 1000);
    }
}
