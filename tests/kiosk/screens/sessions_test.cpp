#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

struct Group {
    Play play;
    explicit Group(const PlaySet& set = {}) : play(set)
    {
        play.sign_in();
        for (const char* name : {"Rose Beardy", "Elijah Wesley", "Émilie Gagnon"})
            play.register_learner(name);
        play.tap("nav/sessions");
        play.tap("empty/main");
        play.tap("programme/0");
    }
    void seat_everybody()
    {
        for (const char* id : {"seat/1", "seat/2", "seat/3"}) play.tap(id);
        play.tap("bar/main");
    }
    void mark(int person, int level)
    {
        play.tap("mark/" + std::to_string(person) + "/" + std::to_string(level));
    }
    // From the attendance to the sign-off, all outcomes of these.
    void mark_all(std::initializer_list<int> people)
    {
        play.tap("bar/main");
        REQUIRE_MESSAGE(play.state().screen == Screen::marking, play.on_screen());
        for (int outcome = 0; outcome < 5; ++outcome) {
            for (const int person : people) mark(person, 3);
            play.tap("bar/main");
        }
        REQUIRE_MESSAGE(play.state().screen == Screen::group_sign, play.on_screen());
    }
    const station::Session& session() { return play.state().personal.session->session; }
};

} // namespace

TEST_SUITE("kiosk/screens/sessions")
{
    TEST_CASE("a group is marked outcome by outcome, signed by one PIN, issued and printed")
    {
        Group group;
        Play& play = group.play;
        CHECK(play.state().screen == Screen::roster);
        CHECK_FALSE(play.open("bar/main"));
        group.seat_everybody();
        REQUIRE(play.state().screen == Screen::attendance);
        CHECK_FALSE(play.open("bar/main"));
        play.tap("here/1");
        CHECK(play.says("1 is here. 2 have no answer yet."));
        play.tap("everyone");
        CHECK(play.says("3 are here."));
        group.mark_all({1, 2, 3});
        play.pin(assessor_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::group_issue, play.on_screen());
        CHECK(play.says("3 of 3 are issued"));
        for (const auto& line : play.state().personal.group->lines) CHECK(line.step == GroupStep::issued);
        play.tap("bar/main");
        play.wait(2);
        CHECK(play.printer.pages.size() == 3);
        CHECK(play.says("3 printed"));
        // And each can be opened from there.
        play.tap("issued/" + std::to_string(play.state().personal.group->lines[1].issued->value));
        CHECK(play.state().screen == Screen::issued);
        CHECK(play.says("Elijah"));
        CHECK(play.app->state().personal.home.drafts.empty());
    }

    TEST_CASE("who is away or lacks a level is left out, with nothing lost, and goes on another day")
    {
        Group group;
        Play& play = group.play;
        group.seat_everybody();
        play.tap("here/1");
        play.tap("away/2");
        CHECK(play.says("Émilie has no answer yet."));
        group.mark_all({1});
        CHECK(play.says("Away"));
        CHECK(play.says("No level yet"));
        play.pin("000000");
        CHECK(play.state().screen == Screen::group_sign);
        play.wait(120);
        play.pin(assessor_pin);
        REQUIRE(play.state().screen == Screen::group_issue);
        CHECK(play.says("1 of 1 is issued"));
        play.wait(7 * 86400);
        play.app->apply(act::CloseVault{});
        play.frame();
        play.tap("open");
        play.tap("use-file");
        play.tap("person/1");
        play.pin(assessor_pin);
        play.tap("nav/sessions");
        CHECK(play.says("Done"));
        play.tap("start");
        play.tap("programme/0");
        REQUIRE(play.state().screen == Screen::attendance); // the same people come again
        CHECK(group.session().seats.size() == 3);
        CHECK(play.says("Second session"));
    }

    TEST_CASE("marking the chosen level once more takes it away, and a signed one no longer changes")
    {
        Group group;
        Play& play = group.play;
        group.seat_everybody();
        play.tap("everyone");
        play.tap("bar/main");
        group.mark(1, 3);
        CHECK(group.session().seats[0].assessment->levels[0] == 3);
        CHECK(play.says("Elijah and Émilie still need a level."));
        group.mark(1, 3);
        CHECK(group.session().seats[0].assessment->levels[0] == 0);
        group.mark(1, 2);
        play.tap("bar/main");
        play.tap("bar/back");
        CHECK(group.session().seats[0].assessment->levels[0] == 2);
        group.mark(1, 3);
        for (int outcome = 1; outcome < 5; ++outcome) {
            play.tap("bar/main");
            group.mark(1, 4);
        }
        play.tap("bar/main");
        play.pin(assessor_pin);
        play.tap("bar/back");
        play.tap("today/1");
        play.tap("bar/back");
        CHECK_FALSE(play.open("mark/1/2"));
        CHECK(play.open("mark/2/2"));
    }

    TEST_CASE("two people sign for a whole group, a PIN each")
    {
        PlaySet set;
        set.desk.witness_required = true;
        Group group(set);
        Play& play = group.play;
        group.seat_everybody();
        play.tap("everyone");
        group.mark_all({1, 2, 3});
        CHECK(play.says("First signature of two"));
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::group_sign);
        CHECK(play.says("Second signature of two"));
        play.pin(witness_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::group_issue, play.on_screen());
        CHECK(play.says("3 of 3 are issued"));
    }

    TEST_CASE("issuing stops after the one that is being signed, and goes on")
    {
        Group group;
        Play& play = group.play;
        group.seat_everybody();
        play.tap("everyone");
        group.mark_all({1, 2, 3});
        for (const char digit : std::string(assessor_pin)) play.tap(std::string("pin/") + digit);
        // The PIN, and the first certificate; then somebody stops it.
        play.app->apply(act::SubmitPin{});
        REQUIRE(play.app->do_pending());
        REQUIRE(play.state().busy == Busy::issuing_group);
        REQUIRE(play.app->do_pending());
        play.app->apply(act::StopGroup{});
        play.frame();
        CHECK(play.says("1 of 3 is issued"));
        play.tap("bar/main");
        CHECK(play.says("3 of 3 are issued"));
    }

    TEST_CASE("a session for a day to come is a list of people until then")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("nav/sessions");
        play.tap("empty/main");
        CHECK_FALSE(play.open("day/earlier"));
        play.tap("day/later");
        play.tap("day/later");
        play.tap("programme/0");
        REQUIRE(play.state().screen == Screen::roster);
        play.tap("seat/1");
        play.tap("bar/main");
        CHECK(play.state().screen == Screen::sessions);
        CHECK(play.says("In 2 days"));
        play.tap("filter/open");
        CHECK(play.says("No session of this kind."));
    }

    TEST_CASE("home shows today's group and leads on to it")
    {
        Group group;
        Play& play = group.play;
        group.seat_everybody();
        play.tap("everyone");
        play.tap("bar/back");
        play.tap("nav/home");
        CHECK(play.says("Today’s session"));
        CHECK(play.says("Émilie Gagnon"));
        play.tap("main");
        CHECK(play.state().screen == Screen::marking);
    }
}
