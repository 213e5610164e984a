#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;
using station::Attendance;
using station::PinAnswer;

namespace {

constexpr const char* maths = "northern-mathematics";

struct TaughtGroup {
    explicit TaughtGroup(const test::DeskOptions& options = {}) : demo(scratch.path("site"), options)
    {
        for (const char* name : {"Ada", "Per", "Mina"})
            people.push_back(site().register_learner(test::learner_named(name), {1}).value());
        id = site().begin_session(maths, 0, {1}).value();
        for (const auto learner : people) REQUIRE(site().seat(id, learner, true).ok());
    }
    test::Scratch scratch;
    test::DemoSite demo;
    std::vector<station::LearnerId> people;
    station::SessionId id;

    station::Station& site() { return *demo.site; }
    station::Session now() { return *site().session(id).value(); }
    void mark_all(station::LearnerId learner, std::uint32_t level = 3)
    {
        for (std::size_t outcome = 0; outcome < 5; ++outcome)
            REQUIRE(site().mark(id, learner, outcome, level, {1}).ok());
    }
};

} // namespace

TEST_SUITE("storage/station/sessions")
{
    TEST_CASE("a learner's row tells what may be signed, what was issued, and how often they were there")
    {
        TaughtGroup group;
        const auto row = [&] { return group.site().find_learners("Ada", 1).value().at(0); };
        CHECK(row().ready == 0);
        for (std::size_t outcome = 0; outcome < 4; ++outcome)
            REQUIRE(group.site().mark(group.id, group.people[0], outcome, 3, {1}).ok());
        CHECK(row().drafts == 1);
        CHECK(row().ready == 0);
        REQUIRE(group.site().mark(group.id, group.people[0], 4, 2, {1}).ok());
        CHECK(row().ready == 0); // below the standard: nobody may sign it
        REQUIRE(group.site().mark(group.id, group.people[0], 4, 3, {1}).ok());
        CHECK(row().ready == 1);
        const auto id = group.now().seats[0].assessment->id;
        REQUIRE(group.site().sign_off(id, {1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        CHECK(row().ready == 0);
        CHECK(row().signed_off == 1);
        CHECK(row().last_issued == 0);
        REQUIRE(group.site().issue(id, {1}).ok());
        CHECK(row().signed_off == 0);
        CHECK(row().last_issued == test::demo_day);
        const auto ada = group.site().learner(group.people[0]).value();
        REQUIRE(ada);
        CHECK(ada->sessions == 1);
        CHECK(ada->last_session == group.site().today());
        const auto per = group.site().learner(group.people[1]).value();
        REQUIRE(per);
        CHECK(per->sessions == 0); // a seat is not being there
    }

    TEST_CASE("a session keeps its seats, who is here and every level, over a restart")
    {
        TaughtGroup group;
        REQUIRE(group.site().set_attendance(group.id, group.people[1], Attendance::away).ok());
        REQUIRE(group.site().mark(group.id, group.people[0], 2, 4, {1}).ok());
        group.demo.reopen();
        group.demo.unlock();
        const auto session = group.now();
        REQUIRE(session.seats.size() == 3);
        CHECK(session.seats[0].name == "Ada");
        CHECK(session.seats[0].attendance == Attendance::here); // who is marked was there
        CHECK(session.seats[1].attendance == Attendance::away);
        CHECK(session.seats[2].attendance == Attendance::not_said);
        REQUIRE(session.seats[0].assessment);
        CHECK(session.seats[0].assessment->levels == std::vector<std::uint32_t>{0, 0, 4, 0, 0});
        CHECK_FALSE(session.seats[1].assessment);
        CHECK(session.row.here == 1);
        CHECK(session.row.levels == 5);
        CHECK(session.row.levels_chosen == 1);
        CHECK(session.row.day == group.site().today());
        CHECK(session.row.leader == test::assessor_name);
    }

    TEST_CASE("everyone of whom nothing was said is here, in one go, and who is away stays away")
    {
        TaughtGroup group;
        REQUIRE(group.site().set_attendance(group.id, group.people[1], Attendance::away).ok());
        REQUIRE(group.site().everyone_is_here(group.id).ok());
        const auto session = group.site().session(group.id);
        REQUIRE(session.value().has_value());
        for (const auto& seat : session.value()->seats)
            CHECK(seat.attendance == (seat.learner == group.people[1] ? Attendance::away : Attendance::here));
        CHECK_FALSE(group.site().everyone_is_here({999}).ok());
    }

    TEST_CASE("the next session of a programme has the same seats, and goes on with the same drafts")
    {
        TaughtGroup group;
        REQUIRE(group.site().mark(group.id, group.people[0], 0, 3, {1}).ok());
        const auto first = group.now().seats[0].assessment->id;
        group.demo.clock.advance(7 * 86400);
        group.id = group.site().begin_session(maths, 0, {1}).value();
        const auto before = group.now();
        REQUIRE(before.seats.size() == 3);
        CHECK(before.seats[0].attendance == Attendance::not_said);
        CHECK(before.seats[0].which_time == 2);
        CHECK(before.seats[1].which_time == 1);
        REQUIRE(group.site().mark(group.id, group.people[0], 1, 3, {1}).ok());
        CHECK(group.now().seats[0].assessment->id == first);
        CHECK(group.now().seats[0].assessment->levels[0] == 3);
        const auto rows = group.site().sessions(10, 0).value();
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].day == rows[1].day + 7); // the latest first
    }

    TEST_CASE("one PIN signs for all who are here and whole, and tells the log who was there")
    {
        TaughtGroup group;
        group.mark_all(group.people[0]);
        group.mark_all(group.people[1]);
        REQUIRE(group.site().set_attendance(group.id, group.people[1], Attendance::away).ok());
        REQUIRE(group.site().mark(group.id, group.people[2], 0, 3, {1}).ok()); // and four are missing
        const auto wrong = group.site().sign_off_session(group.id, {1}, "000000");
        REQUIRE(wrong.ok());
        CHECK(wrong.value().outcome.answer == PinAnswer::wrong);
        CHECK(group.now().row.to_sign == 3);
        const auto signed_off = group.site().sign_off_session(group.id, {1}, test::assessor_pin);
        REQUIRE(signed_off.ok());
        REQUIRE(signed_off.value().signed_off.size() == 1);
        CHECK(signed_off.value().signed_off[0] == group.now().seats[0].assessment->id);
        CHECK(group.now().row.to_issue == 1);
        CHECK(group.now().row.to_sign == 2);
        CHECK(group.site().check_log().ok());
        // Who was away is signed for at the next session, and the log has both.
        REQUIRE(group.site().set_attendance(group.id, group.people[1], Attendance::here).ok());
        REQUIRE(group.site().sign_off_session(group.id, {1}, test::assessor_pin).ok());
        CHECK(group.now().row.to_issue == 2);
        CHECK(group.site().issue(group.now().seats[0].assessment->id, {1}).ok());
        CHECK(group.now().row.issued == 1);
        CHECK(group.site().check_log().ok());
    }

    TEST_CASE("where a witness is asked for, both give one PIN for the whole group")
    {
        test::DeskOptions options;
        options.witness_required = true;
        TaughtGroup group(options);
        group.mark_all(group.people[0]);
        group.mark_all(group.people[2]);
        CHECK_FALSE(group.site().sign_off_session(group.id, {2}, test::witness_pin).ok());
        REQUIRE(group.site().sign_off_session(group.id, {1}, test::assessor_pin).ok());
        CHECK(group.now().row.to_sign == 2);
        CHECK_FALSE(group.site().sign_off_session(group.id, {1}, test::assessor_pin).ok());
        const auto both = group.site().sign_off_session(group.id, {2}, test::witness_pin);
        REQUIRE(both.ok());
        CHECK(both.value().signed_off.size() == 2);
        CHECK(group.now().row.to_issue == 2);
        CHECK(group.site().check_log().ok());
    }

    TEST_CASE("an erased person leaves the session, and the log stays whole")
    {
        TaughtGroup group;
        group.mark_all(group.people[0]);
        REQUIRE(group.site().sign_off_session(group.id, {1}, test::assessor_pin).ok());
        station::ErasureWish wish;
        wish.retention = station::Retention::person_agrees_to_less;
        REQUIRE(group.site().request_erasure(group.people[0], wish, {1}).ok());
        REQUIRE(group.site().erase_learner(group.people[0], {1}, test::assessor_pin).ok());
        CHECK(group.now().seats.size() == 2);
        CHECK(group.site().check_log().ok());
    }

    TEST_CASE("what does not belong there is refused")
    {
        TaughtGroup group;
        CHECK_FALSE(group.site().begin_session("another", 0, {1}).ok());
        CHECK_FALSE(group.site().begin_session(maths, -1, {1}).ok());
        CHECK_FALSE(group.site().mark(group.id, group.people[0], 5, 3, {1}).ok());
        CHECK_FALSE(group.site().mark(group.id, group.people[0], 0, 9, {1}).ok());
        CHECK_FALSE(group.site().mark(group.id, {99}, 0, 3, {1}).ok());
        CHECK_FALSE(group.site().seat(group.id, {99}, true).ok());
        REQUIRE(group.site().seat(group.id, group.people[2], false).ok());
        CHECK_FALSE(group.site().set_attendance(group.id, group.people[2], Attendance::here).ok());
        CHECK(group.now().seats.size() == 2);
    }
}
