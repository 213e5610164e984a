#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

void to_the_pictures(Play& play)
{
    play.sign_in();
    play.register_learner("Rose Beardy");
    play.tap("assess");
    play.choose_all_levels();
    play.tap("evidence");
    REQUIRE(play.state().screen == Screen::evidence);
}

} // namespace

TEST_SUITE("kiosk/screens/evidence")
{
    TEST_CASE("a picture from a stick is kept with the draft, and named on the credential")
    {
        Play play;
        to_the_pictures(play);
        CHECK(play.says("No picture was found"));
        const auto stick = play.scratch.path("stick");
        std::filesystem::create_directories(stick);
        REQUIRE(play.stage.save_png(stick + "/stair.png"));
        play.tap("look");
        play.tap("found/0");
        CHECK(play.says("Picture 1"));
        REQUIRE(play.state().personal.evidence.kept.size() == 1);
        CHECK(play.state().personal.evidence.kept[0].picture.width > 100);
        play.tap("found/0");
        CHECK(play.state().personal.assessment->assessment.evidence.size() == 2);
        play.tap("remove/0");
        CHECK(play.state().personal.assessment->assessment.evidence.size() == 1);
        play.tap("bar/main");
        CHECK(play.has("evidence"));
        CHECK(play.state().personal.assessment->assessment.evidence.size() == 1);
        play.sign_and_issue();
        REQUIRE(play.state().screen == Screen::issued);
        CHECK(play.state().personal.issued->issued.award.evidence_items == 1);
    }

    TEST_CASE("from the rubric one comes to the pictures and back to the same outcome")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.tap("outcome/2");
        CHECK(play.says("Add evidence"));
        play.tap("evidence");
        REQUIRE(play.state().screen == Screen::evidence);
        CHECK(play.says("Back to the outcomes"));
        const auto stick = play.scratch.path("stick");
        std::filesystem::create_directories(stick);
        REQUIRE(play.stage.save_png(stick + "/stair.png"));
        play.tap("look");
        play.tap("found/0");
        play.tap("bar/main");
        REQUIRE(play.state().screen == Screen::rubric);
        CHECK(play.state().personal.assessment->outcome == 2);
        CHECK(play.says("1 picture"));
    }

    TEST_CASE("a file that is no picture is named, and nothing is changed")
    {
        Play play;
        to_the_pictures(play);
        const auto stick = play.scratch.path("stick");
        std::filesystem::create_directories(stick);
        std::ofstream(stick + "/note.jpg") << "not a picture";
        play.tap("look");
        play.tap("found/0");
        CHECK(play.says("note.jpg could not be read as a picture"));
        CHECK(play.state().personal.evidence.kept.empty());
    }
}
