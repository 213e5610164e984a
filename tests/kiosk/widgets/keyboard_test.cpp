#include <doctest/doctest.h>

#include <algorithm>

#include <filesystem>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/touch.h"
#include "storage/base/text.h"
#include "tests/kiosk/widgets/typist.h"

using namespace northseal;
using namespace northseal::kiosk;

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

    TEST_CASE("by keys alone, a letter is opened and one of its accents taken")
    {
        Typist typist("fr-CA");
        const auto draw = [&] { return typist.draw(); };
        const auto open = [&](const char* key) {
            typist.stage.frame(draw);
            for (int press = 0; press < 60 && !typist.stage.ui().has_focus(key); ++press)
                typist.stage.move_focus(FocusMove::next, draw);
            REQUIRE(typist.stage.ui().has_focus(key));
            typist.stage.move_focus(FocusMove::more, draw);
        };
        typist.stage.ui().set_reading(true);
        open("key/e");
        CHECK(typist.state.opened == "e");
        typist.stage.frame(draw);
        CHECK(typist.stage.seen().find("key/t") == nullptr);
        typist.tap("key/é");
        CHECK(typist.entry.text == "é");
        CHECK(typist.state.opened.empty());
        // Of a letter that has none, nothing opens; and one that was opened closes without a letter.
        open("key/b");
        CHECK(typist.state.opened.empty());
        typist.state.opened = "e";
        typist.stage.frame(draw);
        typist.tap("key/letters");
        CHECK(typist.state.opened.empty());
        CHECK(typist.entry.text == "é");
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
}
