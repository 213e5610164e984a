#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

void put(Play& play, const std::string& file, const std::string& text)
{
    const std::string folder = play.scratch.path("stick") + "/" + language_folder;
    RealDisk disk;
    REQUIRE(disk.make_folder(folder).ok());
    REQUIRE(disk.write_durably(folder + "/" + file, view(text)).ok());
}

// A language that nobody speaks.
void put_made_up(Play& play)
{
    put(play, "pack.toml", "tag = \"qps\"\nmade_by = \"A test\"\n");
    put(play, "words.toml",
        "\"language.name\" = \"Qps\"\n\"language.choose\" = \"Çhöösë.\"\n\"nav.learners\" = \"Lëärñërs\"\n");
}

void open_languages(Play& play)
{
    play.sign_in();
    play.tap("settings");
    play.tap("menu/languages");
}

} // namespace

TEST_SUITE("kiosk/screens/languages")
{
    TEST_CASE("a language from a stick is there at once, and English says what it does not")
    {
        Play play;
        put_made_up(play);
        open_languages(play);
        play.tap("read");
        CHECK(play.says("Qps is here now"));
        CHECK(play.says("Says 3 of"));
        CHECK(play.says("Made by A test."));
        CHECK(play.stage.faults().empty());
        play.tap("menu/screen");
        play.tap("language/qps");
        play.tap("back");
        CHECK(play.says("Lëärñërs"));
        CHECK(play.says("What waits for you"));
        // It lies beside the site, whole, for the next start.
        RealDisk disk;
        CHECK(packs_in(play.scratch.path("languages"), disk).size() == 1);
    }

    TEST_CASE("a stick without a language, or with one that does not fit, changes nothing and says why")
    {
        Play play;
        open_languages(play);
        play.tap("read");
        CHECK(play.says("No language is on the stick"));
        put_made_up(play);
        put(play, "more.toml", "\"home.titel\" = \"X\"\n");
        play.tap("read");
        CHECK(play.says("home.titel"));
        CHECK(play.says("Nothing was changed."));
        CHECK(play.state().languages.size() == 2);
    }
}
