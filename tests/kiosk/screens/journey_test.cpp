#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

void whole_journey(const std::string& language, const std::string& name)
{
    PlaySet set;
    set.language = language;
    Play play(set);
    play.sign_in();
    REQUIRE(play.state().screen == Screen::home);
    play.register_learner(name);
    REQUIRE(play.state().screen == Screen::learner);
    CHECK(play.says(name));
    play.tap("assess");
    play.choose_all_levels();
    REQUIRE(play.state().screen == Screen::review);
    play.sign_and_issue();
    REQUIRE_MESSAGE(play.state().screen == Screen::issued, play.on_screen());
    const auto& issued = play.state().personal.issued->issued;
    CHECK(issued.award.holder == name);
    CHECK(issued.award.language == language);
    CHECK(issued.award.specimen);
    CHECK(play.state().personal.issued->qr.side >= 57);
    CHECK(play.state().personal.issued->picture.has_value());
    play.tap("bar/main");
    CHECK(play.state().personal.issued->print == PrintState::done);
    REQUIRE(play.printer.pages.size() == 1);
    CHECK(play.printer.titles.front() == issued.row.serial);
    CHECK(play.state().personal.issued->issued.row.times_printed == 1);
}

} // namespace

TEST_SUITE("kiosk/screens/journey")
{
    TEST_CASE("from the language to the printed page, in English")
    {
        whole_journey("en", "Rose Beardy");
    }
    TEST_CASE("from the language to the printed page, in French")
    {
        whole_journey("fr", "Émilie Gagnon");
    }
    TEST_CASE("a name in syllabics goes from the field to the credential as it was typed")
    {
        whole_journey("en", "ᒪᕆ ᐊᓂᔑᓈᐯ");
    }
    TEST_CASE("a name of sixty letters is registered, shown and signed whole")
    {
        whole_journey("fr", "Marie-Angélique Anne-Catherine Wapachee-Kanatewat Tremblay-R");
    }

    TEST_CASE(
        "while a name is typed, the one person who is called alike is a touch away; of two, the list is")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.app->apply(act::Go{Screen::learners});
        play.frame();
        play.tap("new");
        play.tap("name");
        play.type("Rose Beardey");
        play.tap("alike");
        REQUIRE_MESSAGE(play.state().screen == Screen::learner, play.on_screen());
        CHECK(play.says("Rose Beardy"));

        play.register_learner("Rose Beardie");
        play.app->apply(act::Go{Screen::learners});
        play.frame();
        play.tap("new");
        play.tap("name");
        play.type("Rose Beardey");
        CHECK_MESSAGE(play.says("2 people here have names like this."), play.on_screen());
        play.tap("alike");
        CHECK(play.state().screen == Screen::registration);
        CHECK(play.says("Rose Beardie"));
    }

    TEST_CASE("a programme with a witness takes two PINs of two people")
    {
        PlaySet set;
        set.desk.witness_required = true;
        Play play(set);
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.choose_all_levels();
        play.tap("bar/main");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::sign_off);
        CHECK(play.says("Second signature of two"));
        play.pin(witness_pin);
        REQUIRE(play.state().screen == Screen::issued);
        CHECK(play.state().personal.issued->issued.award.witness == witness_name);
    }

    TEST_CASE("every level, note and sentence is on the disk as soon as it stands on the screen")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.tap("level/2");
        play.tap("note");
        play.type("Measured twice");
        const auto id = play.state().personal.assessment->assessment.id;
        // The power goes: nobody touched Done, nobody went back.
        play.app.reset();
        play.site.reopen();
        play.site.unlock();
        const auto kept = play.site.site->assessment(id).value();
        REQUIRE(kept.has_value());
        CHECK(kept->levels[0] == 2);
        CHECK(kept->notes[1] == "Measured twice"); // the next outcome had come by itself
    }

    TEST_CASE("without a touch names leave the screen and the memory, and a PIN brings them back")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        REQUIRE(play.says("Rose"));
        play.wait(181);
        CHECK(play.state().screen == Screen::lock);
        CHECK_FALSE(play.says("Rose"));
        CHECK_FALSE(play.state().personal.learner.has_value());
        CHECK(play.state().personal.learners.rows.empty());
        play.tap("open");
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("sealed for the night, a PIN opens nothing and the six words do")
    {
        Play play;
        play.sign_in();
        play.tap("nav/lock");
        play.tap("close-vault");
        CHECK_FALSE(play.state().vault_open);
        CHECK(play.state().facilitators.empty());
        play.tap("open");
        CHECK(play.state().screen == Screen::unlock);
        play.tap("words");
        play.type("wrong words that open nothing here");
        play.tap("key/done");
        play.tap("open");
        CHECK(play.says("These words do not open it."));
        play.tap("use-file");
        CHECK(play.state().screen == Screen::sign_in);
    }

    TEST_CASE("the language changes everywhere at once, and the certificate keeps the learner's")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("nav/home");
        play.tap("settings");
        play.tap("language/fr");
        CHECK(play.says("Réglages"));
        play.tap("back");
        CHECK(play.says("Ce qui vous attend"));
        play.tap("nav/learners");
        play.tap("learner/1");
        CHECK(play.says("English"));
    }

    TEST_CASE("a wrong PIN waits in words, and the right one is not heard before the wait is over")
    {
        Play play;
        play.tap("language/en");
        play.tap("use-file");
        play.tap("person/1");
        for (int tries = 0; tries < 8 && play.state().pin.wait_seconds == 0; ++tries) play.pin("000000");
        REQUIRE(play.state().pin.wait_seconds > 0);
        CHECK(play.says("then try again."));
        CHECK_FALSE(play.open("pin/1"));
        play.wait(play.state().pin.wait_seconds + 1);
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("work that takes time is announced in the frame before it is done")
    {
        Play play;
        play.tap("language/en");
        play.app->apply(act::UseWordsFile{});
        play.one_frame();
        CHECK(play.says("Opening the sealed records"));
        CHECK_FALSE(play.state().vault_open);
    }
}
