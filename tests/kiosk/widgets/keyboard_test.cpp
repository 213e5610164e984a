#include <doctest/doctest.h>

#include <algorithm>

#include <filesystem>

#include "kiosk/theme/files.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/keyboard.h"
#include "kiosk/widgets/touch.h"
#include "storage/base/text.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

std::vector<KeyboardLayout> layouts()
{
    RealDisk disk;
    return load_keyboards(assets_folder() + "/keyboards", disk).value();
}

// A person at the keyboard: what is tapped goes into the entry, as the application would have it.
struct Typist {
    Stage stage;
    std::vector<KeyboardLayout> all{layouts()};
    KeyboardState state;
    TextEntry entry;
    bool done{false};

    explicit Typist(std::string_view layout)
    {
        for (std::size_t index = 0; index < all.size(); ++index) {
            if (all[index].id == layout) state.layout = index;
        }
    }
    int draw()
    {
        const KeyboardTap tap = keyboard(stage.ui(), all, state, entry,
                                         {.done = "Done",
                                          .backspace = "Erase",
                                          .shift = "Capitals",
                                          .space = "Space",
                                          .lengthen = "long"});
        for (const Edit& edit : tap.edits) entry.apply(edit);
        if (tap.state) state = *tap.state;
        done = done || tap.done;
        return 0;
    }
    void tap(std::string_view key)
    {
        stage.tap(key, [&] { return draw(); });
        stage.frame([&] { return draw(); });
    }
};

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

TEST_SUITE("kiosk/widgets/keyboard")
{
    TEST_CASE("a name is typed key by key, with a capital where shift was tapped")
    {
        Typist typist("en");
        for (const char* key : {"key/shift", "key/R", "key/o", "key/s", "key/e"}) typist.tap(key);
        CHECK(typist.entry.text == "Rose");
        typist.tap("key/space");
        typist.tap("key/back");
        typist.tap("key/back");
        CHECK(typist.entry.text == "Ros");
        typist.tap("key/done");
        CHECK(typist.done);
    }

    TEST_CASE("a long press offers accents, and lifting on one types it")
    {
        Typist typist("fr-CA");
        const auto draw = [&] { return typist.draw(); };
        typist.stage.hold("key/e", 0.5F, draw);
        CHECK(typist.entry.text.empty());
        typist.stage.lift();
        typist.stage.frame(draw);
        REQUIRE(count_code_points(typist.entry.text) == 1);
        const auto& row = typist.all[typist.state.layout].rows[1];
        const auto& accents = row[2].accents;
        CHECK(row[2].text == "e");
        CHECK(std::find(accents.begin(), accents.end(), typist.entry.text) != accents.end());
    }

    TEST_CASE("sliding off the card of accents types nothing")
    {
        Typist typist("fr-CA");
        const auto draw = [&] { return typist.draw(); };
        typist.stage.hold("key/e", 0.5F, draw);
        typist.stage.move({900, 100});
        typist.stage.frame(draw);
        typist.stage.lift();
        typist.stage.frame(draw);
        CHECK(typist.entry.text.empty());
    }

    TEST_CASE("backspace held down erases on and on")
    {
        Typist typist("en");
        typist.entry.set("Angeline Moonias");
        const auto draw = [&] { return typist.draw(); };
        typist.stage.hold("key/back", 1.3F, draw);
        CHECK(typist.entry.text.size() < 9);
        CHECK_FALSE(typist.entry.text.empty());
    }

    TEST_CASE("syllabics: a letter is lengthened, given a w, and given back")
    {
        Typist typist("syllabics-western");
        typist.tap("key/ᐊ");
        typist.tap("key/lengthen");
        CHECK(typist.entry.text == "ᐋ");
        typist.tap("key/lengthen");
        CHECK(typist.entry.text == "ᐊ");
        typist.tap("key/w");
        CHECK(typist.entry.text == "ᐘ");
    }

    TEST_CASE("a key leads to each other layout")
    {
        Typist typist("en");
        typist.tap("key/layout/syllabics-western");
        typist.tap("key/ᒪ");
        typist.tap("key/ᕆ");
        CHECK(typist.entry.text == "ᒪᕆ");
        typist.tap("key/layout/fr-CA");
        typist.tap("key/é");
        CHECK(typist.entry.text == "ᒪᕆé");
    }

    TEST_CASE("figures and signs stand behind their key")
    {
        Typist typist("en");
        typist.tap("key/signs");
        typist.tap("key/«");
        CHECK(typist.entry.text == "«");
        typist.tap("key/signs");
        typist.tap("key/a");
        CHECK(typist.entry.text == "«a");
    }

    TEST_CASE("what lies under the keyboard cannot be tapped through it")
    {
        Typist typist("en");
        bool below = false;
        const auto draw = [&] {
            below = button(typist.stage.ui(), "below", {300, 600, 300, 64}, {.label = "Below"}) || below;
            return typist.draw();
        };
        typist.stage.frame(draw);
        typist.stage.tap_at({450, 630}, draw);
        CHECK_FALSE(below);
    }

    TEST_CASE("every key of every layout has a glyph, on three widths of screen")
    {
        for (const float width : {1280.0F, 1024.0F, 800.0F}) {
            for (std::size_t layout = 0; layout < layouts().size(); ++layout) {
                Typist typist("en");
                typist.state.layout = layout;
                Stage stage({width, 800, {}});
                const auto draw = [&] {
                    keyboard(stage.ui(), typist.all, typist.state, {},
                             {.done = "Done",
                              .backspace = "Erase",
                              .shift = "Capitals",
                              .space = "Space",
                              .lengthen = "long"});
                    return 0;
                };
                stage.frame(draw);
                for (const std::string& fault : stage.faults())
                    FAIL_CHECK(typist.all[layout].id << " at " << width << ": " << fault);
                for (const auto& row : typist.all[layout].rows) {
                    for (const Key& key : row) {
                        CHECK_MESSAGE(stage.ui().theme().has_every_letter(Role::name, key.text), key.text);
                        CHECK_MESSAGE(stage.ui().theme().has_every_letter(Role::name, key.shifted),
                                      key.shifted);
                        CHECK(is_nfc(key.text));
                    }
                }
            }
        }
    }

    TEST_CASE("a table without its source is refused by its name")
    {
        const auto loaded = load("id = \"x\"\nname = \"X\"\nswitch = \"X\"\nrows = [\"a\", \"b\", \"c\"]\n");
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().detail.find("one.toml") != std::string::npos);
        CHECK(loaded.error().detail.find("source") != std::string::npos);
    }

    TEST_CASE("a row of more keys than fit is refused")
    {
        const auto loaded = load("id = \"x\"\nname = \"X\"\nswitch = \"X\"\nsource = \"s\"\n"
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
