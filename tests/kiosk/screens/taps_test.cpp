#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

// Counts fingers: a PIN is one thing to do, however many digits it has.
struct Counted {
    Play play;
    int taps{0};
    int pins{0};
    void tap(const std::string& id)
    {
        ++taps;
        play.tap(id);
    }
    void pin(const char* digits)
    {
        ++pins;
        play.pin(digits);
    }
};

} // namespace

TEST_SUITE("kiosk/screens/taps")
{
    TEST_CASE("from home, a credential for a known learner with five outcomes takes twelve taps and one PIN")
    {
        Counted person;
        Play& play = person.play;
        play.sign_in();
        for (const char* name : {"Rose Beardy", "Elijah Wesley"}) play.register_learner(name);
        play.tap("nav/home");
        person.tap("nav/learners");
        person.tap("learner/1");
        person.tap("assess");
        REQUIRE(play.state().personal.assessment->assessment.levels.size() == 5);
        for (int outcome = 0; outcome < 5; ++outcome) {
            CHECK(play.state().personal.assessment->outcome == static_cast<std::size_t>(outcome));
            person.tap("level/3");
        }
        person.tap("bar/main");
        REQUIRE(play.state().screen == Screen::review);
        person.tap("bar/main");
        person.pin(assessor_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::issued, play.on_screen());
        CHECK(play.state().personal.issued->issued.award.holder == "Rose Beardy");
        MESSAGE(person.taps << " taps and " << person.pins << " PIN");
        CHECK(person.taps <= 12);
        CHECK(person.pins == 1);
    }

    TEST_CASE("the next outcome comes by itself only after a first level, and never while a note is typed")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("assess");
        const auto& page = play.state().personal.assessment;
        play.tap("level/2");
        CHECK(page->outcome == 1);
        play.tap("bar/back");
        CHECK(page->outcome == 0);
        play.tap("level/3"); // another level is a second thought: the page stays
        CHECK(page->outcome == 0);
        CHECK(page->assessment.levels[0] == 3);
        play.tap("level/3");
        CHECK(page->assessment.levels[0] == 0);
        CHECK(page->outcome == 0);
        play.tap("level/3");
        CHECK(page->outcome == 1);
        for (int outcome = 1; outcome < 5; ++outcome) play.tap("level/4");
        CHECK(page->outcome == 4); // all have one: the review is a touch away
        play.tap("bar/main");
        CHECK(play.state().screen == Screen::review);
    }
}
