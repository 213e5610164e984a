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
    auto loaded = load_keyboards(assets_folder() + "/keyboards", disk);
    REQUIRE_MESSAGE(loaded.ok(), loaded.error().detail);
    return std::move(loaded.value());
}

std::vector<std::string> ids()
{
    std::vector<std::string> out;
    for (const KeyboardLayout& layout : layouts()) out.push_back(layout.id);
    return out;
}

// A person at the keyboard: what is tapped goes into the entry, as the application would have it.
struct Typist {
    Stage stage;
    std::vector<KeyboardLayout> all{layouts()};
    KeyboardState state;
    TextEntry entry;
    std::string language{"en"};
    bool done{false};

    explicit Typist(std::string_view layout, StageSet set = {}) : stage(set) { state.layout = layout; }
    const KeyboardLayout& layout() const { return all[layout_in_use(all, state, language)]; }
    int draw()
    {
        const KeyboardTap tap = keyboard(stage.ui(), all, state, entry,
                                         {.done = "Done",
                                          .backspace = "Erase",
                                          .shift = "Capitals",
                                          .space = "Space",
                                          .lengthen = "long",
                                          .layouts = "Other keyboards",
                                          .close = "Back to the keys",
                                          .language = language});
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
        const auto& row = typist.layout().rows[1];
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

    TEST_CASE("a dot for w stands where that community writes it, and goes again")
    {
        Typist east("syllabics-eastern");
        east.tap("key/ᑕ");
        east.tap("key/w");
        CHECK(east.entry.text == "ᑡ");
        // Unicode has no such letter: the dot is one of its own.
        east.tap("key/ᕃ");
        east.tap("key/w");
        CHECK(east.entry.text == "ᑡᐧᕃ");
        east.tap("key/w");
        CHECK(east.entry.text == "ᑡᕃ");
        Typist west("syllabics-ojibwe-western");
        west.tap("key/ᓂ");
        west.tap("key/w");
        CHECK(west.entry.text == "ᓂᐧ");
        west.tap("key/lengthen");
        CHECK(west.entry.text == "ᓃᐧ");
        west.tap("key/w");
        CHECK(west.entry.text == "ᓃ");
    }

    TEST_CASE("Inuktitut has its fifth row, and what stands behind it")
    {
        Typist typist("syllabics-inuktitut");
        for (const char* key : {"key/ᖃ", "key/ᓂ", "key/ᖅ"}) typist.tap(key);
        CHECK(typist.entry.text == "ᖃᓂᖅ");
        const auto draw = [&] { return typist.draw(); };
        typist.stage.hold("key/ᖓ", 0.5F, draw);
        typist.stage.lift();
        typist.stage.frame(draw);
        CHECK(typist.entry.text == "ᖃᓂᖅᙵ");
        typist.tap("key/lengthen");
        CHECK(typist.entry.text == "ᖃᓂᖅᙶ");
    }

    TEST_CASE("the list leads to each layout, and one key back to the one before")
    {
        Typist typist("en");
        typist.tap("key/layouts");
        CHECK(typist.stage.seen().find("key/a") == nullptr);
        for (const KeyboardLayout& each : typist.all)
            CHECK(typist.stage.seen().find("key/layout/" + each.id) != nullptr);
        typist.tap("key/layout/syllabics-western");
        typist.tap("key/ᒪ");
        typist.tap("key/ᕆ");
        CHECK(typist.entry.text == "ᒪᕆ");
        typist.tap("key/layout/en");
        typist.tap("key/e");
        typist.tap("key/layout/syllabics-western");
        typist.tap("key/ᐊ");
        CHECK(typist.entry.text == "ᒪᕆeᐊ");
        typist.tap("key/layouts");
        typist.tap("key/layouts");
        typist.tap("key/ᐊ");
        CHECK(typist.entry.text == "ᒪᕆeᐊᐊ");
    }

    TEST_CASE("the first keyboard is that of the screens' language, and every name is said in it")
    {
        Typist typist("");
        typist.language = "fr";
        typist.stage.frame([&] { return typist.draw(); });
        CHECK(typist.layout().id == "fr-CA");
        CHECK(typist.stage.seen().find("key/layout/en") != nullptr);
        typist.tap("key/layout/en");
        CHECK(typist.layout().id == "en");
        bool said = false;
        for (const TextBox& text : typist.stage.seen().texts()) said = said || text.text == "Anglais";
        CHECK(said);
        for (const KeyboardLayout& each : typist.all) {
            CAPTURE(each.id);
            CHECK(each.names.contains("en"));
            CHECK(each.names.contains("fr"));
        }
    }

    TEST_CASE("letters that names need are behind a long press on both Roman keyboards")
    {
        for (const char* id : {"en", "fr-CA"}) {
            Typist typist(id);
            std::string offered;
            for (const auto& row : typist.layout().rows) {
                for (const Key& key : row) {
                    for (const auto& accents : {key.accents, key.shifted_accents}) {
                        for (const std::string& accent : accents) offered += " " + accent + " ";
                    }
                }
            }
            for (const char* wanted :
                 {"ʔ", "ʼ", "ł", "Ł", "ą", "ą́", "ą̀", "ę́", "į", "ǫ", "ē", "ō", "ŋ", "ḵ", "x̱", "ẁ"})
                CHECK_MESSAGE(offered.find(std::string(" ") + wanted + " ") != std::string::npos,
                              id << wanted);
        }
    }

    TEST_CASE("a card of many accents stands in two rows on a narrow screen, and each can be reached")
    {
        Typist typist("en", {800, 1280, {}});
        const auto draw = [&] { return typist.draw(); };
        const auto& accents = typist.layout().rows[2][0].accents;
        REQUIRE(accents.size() > 9);
        std::string typed;
        for (float y = 0; y < 200; y += 20) {
            for (float x = 16; x < 790; x += 20) {
                typist.entry = {};
                typist.stage.hold("key/a", 0.5F, draw);
                typist.stage.move({x, typist.stage.seen().find("key/a")->box.y - y});
                typist.stage.frame(draw);
                typist.stage.lift();
                typist.stage.frame(draw);
                typed += typist.entry.text + " ";
            }
        }
        for (const std::string& accent : accents)
            CHECK_MESSAGE(typed.find(accent) != std::string::npos, accent);
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

    TEST_CASE("every layout and the list of them fit on every screen at every text size")
    {
        const std::pair<float, float> screens[] = {{1280, 800}, {800, 1280}, {1294, 758}, {1024, 600}};
        const TextSize sizes[] = {TextSize::normal, TextSize::large, TextSize::largest};
        for (const auto& [width, height] : screens) {
            for (const TextSize size : sizes) {
                for (const std::string& id : ids()) {
                    for (const int page : {0, 1, 2}) {
                        Typist typist(id, {width, height, {Scheme::light, size, 1}});
                        typist.language = page == 1 ? "fr" : "en";
                        typist.state.choosing = page == 1;
                        typist.state.signs = page == 2;
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
