#include "kiosk/screens/home.h"

#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

TEST_SUITE("kiosk/screens/home")
{
    TEST_CASE("a kiosk with nobody on it begins with registering somebody")
    {
        const HomeView view = home_view(signed_in_state(), words());
        CHECK(view.greeting == "Good morning, Lena");
        CHECK(view.main_label == "Register a learner");
        CHECK(std::holds_alternative<act::StartRegistration>(view.main));
        CHECK(view.waiting.empty());
        CHECK_FALSE(view.nothing_waits.empty());
    }

    TEST_CASE("what is under way stands first, and whoever has every level waits to be signed off")
    {
        const auto programme = two_outcomes();
        AppState state = signed_in_state();
        state.programmes = {{"maths", "1", {"en"}, &programme}};
        state.personal.home.drafts = {draft(1, "Rose Beardy", {3, 4}), draft(2, "Jade Fiddler", {3, 0})};
        state.personal.home.counts.learners = 2;
        const HomeView view = home_view(state, words());
        CHECK(view.heading == "Mathematics");
        CHECK(view.sentence == "1 of 2 is ready to sign.");
        CHECK(view.main_label == "Continue with Rose");
        REQUIRE(view.under_way.size() == 2);
        CHECK(view.under_way[0].ready);
        CHECK_FALSE(view.under_way[1].ready);
        REQUIRE(view.waiting.size() == 1);
        CHECK(view.waiting[0].line == "Sign off Rose");
    }

    TEST_CASE("home shows eight people and no more, and names three and the number of the others")
    {
        AppState state = signed_in_state();
        for (int i = 0; i < 12; ++i)
            state.personal.home.drafts.push_back(draft(i + 1, "Rose Beardy", {3, 3}));
        const HomeView view = home_view(state, words());
        CHECK(view.under_way.size() == 8);
        CHECK(view.waiting[0].line == "Sign off Rose, Rose, Rose and 9 more");
    }

    TEST_CASE("a certificate that is signed and not printed is not forgotten")
    {
        AppState state = signed_in_state();
        state.personal.home.not_printed = {
            {{7}, "Rose Beardy", "Mathematics", "K7Q3-M4XD", state.now, false, 0}};
        const HomeView view = home_view(state, words());
        REQUIRE(view.waiting.size() == 1);
        CHECK(view.waiting[0].line == "Print one certificate");
        CHECK(std::get<act::OpenIssued>(view.waiting[0].action).which.value == 7);
    }

    TEST_CASE("being without a connection is said calmly, and a full disk is not")
    {
        AppState state = signed_in_state();
        state.personal.home.room = {42, true};
        const auto lines = kiosk_lines(state, words());
        REQUIRE(lines.size() == 4);
        CHECK(lines[1].tone == Tone::neutral);
        CHECK(lines[3].tone == Tone::waits);
        CHECK(lines[3].sentence == "Room for about 21 more certificates.");
        state.personal.home.room.takes_new_work = false;
        CHECK(kiosk_lines(state, words())[3].sentence ==
              "Nearly full: 42 certificates still fit. Nothing new can be begun.");
    }

    TEST_CASE("the end of the delegation is said ahead, and a clock in doubt")
    {
        AppState state = signed_in_state();
        CHECK(home_view(state, words()).waiting.empty());
        state.personal.home.notice = {station::DelegationWarning::ends_soon, state.now + 5000000, 58, 12};
        CHECK(home_view(state, words()).waiting.at(0).line == "The permission to issue ends in 58 days");
        state.personal.home.notice.warning = station::DelegationWarning::few_left;
        CHECK(home_view(state, words()).waiting.at(0).line == "12 certificates may still be issued");
        state.personal.home.clock.trust = station::ClockTrust::behind;
        CHECK(home_view(state, words()).waiting.at(0).line == "Set the kiosk’s clock");
        CHECK(kiosk_lines(state, words())[2].tone == Tone::waits);
    }

    TEST_CASE("room is rounded to two figures")
    {
        CHECK(rounded_room(0) == 0);
        CHECK(rounded_room(87'381) == 43000);
        CHECK(rounded_room(~std::uint64_t{0}) == 1000000);
    }
}
