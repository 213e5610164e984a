#include <doctest/doctest.h>

#include <algorithm>

#include <filesystem>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/touch.h"
#include "storage/base/text.h"
#include "tests/kiosk/widgets/typist.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

std::vector<std::string> ids()
{
    std::vector<std::string> out;
    for (const KeyboardLayout& layout : layouts()) out.push_back(layout.id);
    return out;
}

std::string letter_with_most_accents(const KeyboardLayout& layout)
{
    const Key* most = nullptr;
    for (const auto& row : layout.rows) {
        for (const Key& key : row) {
            if (most == nullptr || key.accents.size() > most->accents.size()) most = &key;
        }
    }
    return most == nullptr || most->accents.empty() ? std::string{} : most->text;
}

Result<std::vector<KeyboardLayout>> load(const std::string& text)
{
    RealDisk disk;
    const auto folder = std::filesystem::temp_directory_path() / "northseal-keyboard-test";
    std::filesystem::create_directories(folder);
    REQUIRE(disk.write_durably((folder / "one.toml").string(), view(text)).ok());
    auto out = load_keyboards(folder.string(), disk);
    std::filesystem::remove_all(folder);
    return out;
}

} // namespace

TEST_SUITE("kiosk/widgets/keyboard_layouts")
{
    TEST_CASE("every layout and the list of them fit on every screen at every text size")
    {
        const std::pair<float, float> screens[] = {{1280, 800}, {800, 1280}, {1294, 758}, {1024, 600}};
        const TextSize sizes[] = {TextSize::normal, TextSize::large, TextSize::largest};
        for (const auto& [width, height] : screens) {
            for (const TextSize size : sizes) {
                for (const std::string& id : ids()) {
                    for (const int page : {0, 1, 2, 3}) {
                        Typist typist(id, {width, height, {Scheme::light, size, 1}});
                        typist.language = page == 1 ? "fr" : "en";
                        typist.state.choosing = page == 1;
                        typist.state.signs = page == 2;
                        if (page == 3) typist.state.opened = letter_with_most_accents(typist.layout());
                        typist.stage.frame([&] { return typist.draw(); });
                        for (const std::string& fault : typist.stage.faults())
                            FAIL_CHECK(id << " at " << width << ", size " << static_cast<int>(size)
                                          << ", page " << page << ": " << fault);
                    }
                }
            }
        }
    }

    TEST_CASE("every letter of every layout has a glyph in the fonts we ship, and is in normalization form C")
    {
        Stage stage;
        for (const KeyboardLayout& layout : layouts()) {
            std::vector<std::string> all = layout.hyphen_accents;
            all.push_back(layout.switch_label);
            for (const auto& rows : {layout.rows, layout.signs}) {
                for (const auto& row : rows) {
                    for (const Key& key : row) {
                        all.push_back(key.text);
                        all.push_back(key.shifted);
                        all.insert(all.end(), key.accents.begin(), key.accents.end());
                        all.insert(all.end(), key.shifted_accents.begin(), key.shifted_accents.end());
                    }
                }
            }
            for (const auto& pairs : {layout.lengthen, layout.add_w}) {
                for (const auto& [from, to] : pairs) {
                    all.push_back(from);
                    all.push_back(to);
                }
            }
            for (const std::string& letters : all) {
                const std::string place = layout.id + ": " + letters;
                CAPTURE(place);
                CHECK(is_nfc(letters));
                // Marks are set by Pango, which takes them from the same Noto Sans.
                for (const char32_t letter : code_points(letters)) {
                    if (letter >= 0x0300 && letter <= 0x036F) continue;
                    std::string one;
                    append_utf8(one, letter);
                    CHECK(stage.ui().theme().has_every_letter(Role::name, one));
                }
            }
        }
    }

    TEST_CASE("what the function keys make can be made of every key they stand for")
    {
        for (const KeyboardLayout& layout : layouts()) {
            for (const auto& pairs : {layout.lengthen, layout.add_w}) {
                for (const auto& [from, to] : pairs) {
                    const std::string& letter = from; // Clang 14 captures no structured binding
                    CAPTURE(letter);
                    CHECK(from != to);
                    CHECK_FALSE(to.empty());
                    // Back and forth without end: no letter stands for two.
                    const auto twins =
                        std::count_if(pairs.begin(), pairs.end(),
                                      [&to = to](const auto& other) { return other.second == to; });
                    CHECK(twins == 1);
                }
            }
        }
    }

    TEST_CASE("a table without its source is refused by its name")
    {
        const auto loaded =
            load("id = \"x\"\nnames.en = \"X\"\nswitch = \"X\"\nrows = [\"a\", \"b\", \"c\"]\n");
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().detail.find("one.toml") != std::string::npos);
        CHECK(loaded.error().detail.find("source") != std::string::npos);
    }

    TEST_CASE("a row of more keys than fit is refused")
    {
        const auto loaded = load("id = \"x\"\nnames.en = \"X\"\nswitch = \"X\"\nsource = \"s\"\n"
                                 "rows = [\"a b c d e f g h i j k l m\", \"b\", \"c\"]\n");
        CHECK_FALSE(loaded.ok());
    }

    TEST_CASE("a table that is no TOML is refused with its line")
    {
        const auto loaded = load("id = \"x\"\nname = \n");
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().detail.find("line 2") != std::string::npos);
    }
}
