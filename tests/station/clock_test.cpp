#include <doctest/doctest.h>

#include "storage/credential/credential.h"
#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;
using station::ClockTrust;
using station::PinAnswer;

namespace {

constexpr Instant hour = 3600, day = 86400;

enum class Point { registering, signing_off, issuing, after_issue, locked, restarting };
enum class Jump { to_1970, to_2062, day_back, hour_back };
constexpr Point points[] = {Point::registering, Point::signing_off, Point::issuing,
                            Point::after_issue, Point::locked,      Point::restarting};
constexpr Jump jumps[] = {Jump::to_1970, Jump::to_2062, Jump::day_back, Jump::hour_back};

// One learner's way through a kiosk whose clock jumps at one point of it. `truth` is what a good watch says.
struct Journey {
    test::Scratch scratch;
    test::DemoSite site{scratch.path("site")};
    Instant error{0};

    Instant truth() const { return site.clock.now() - error; }
    void pass(Instant seconds) { site.clock.advance(seconds); }
    void jump(Instant to)
    {
        error = to - truth();
        site.clock.set(to);
    }
    void jump(Jump how)
    {
        switch (how) {
        case Jump::to_1970:
            return jump(Instant{17});
        case Jump::to_2062:
            return jump(Instant{2903299200});
        case Jump::day_back:
            return jump(truth() - day);
        case Jump::hour_back:
            return jump(truth() - hour);
        }
    }
    void at(Point here, Point where, Jump how)
    {
        pass(60);
        if (here != where) return;
        if (where == Point::locked) site.site->lock();
        if (where == Point::restarting) site.site.reset();
        jump(how);
        if (where == Point::restarting) site.reopen();
        if (where == Point::locked || where == Point::restarting) site.unlock();
    }
    station::ClockState state() { return site.site->clock_state().value(); }
    void set_clock(Instant said)
    {
        const auto done =
            site.site->set_clock(said, site.assessor, test::assessor_pin, site.witness, test::witness_pin);
        REQUIRE(done.ok());
        REQUIRE(done.value().first.answer == PinAnswer::accepted);
        REQUIRE(done.value().second.answer == PinAnswer::accepted);
        CHECK(state().trust == ClockTrust::sound);
    }
    // Tries, sets the clock where that is asked for, and issues.
    station::Issued issue(station::AssessmentId ready)
    {
        auto issued = site.site->issue(ready, site.assessor);
        if (state().trust != ClockTrust::sound) {
            REQUIRE_FALSE(issued.ok());
            CHECK(issued.error().detail.find("Set the clock") != std::string::npos);
            set_clock(truth());
            issued = site.site->issue(ready, site.assessor);
        }
        REQUIRE(issued.ok());
        return *site.site->issued(issued.value()).value();
    }
    Instant dated(const station::Issued& issued) { return issued.signed_credential.claims.valid_from; }
    void check_genuine(const station::Issued& issued)
    {
        auto& parts = station::StationProbe::parts(*site.site);
        const auto* held = parts.find_template(issued.signed_credential.template_id);
        REQUIRE(held != nullptr);
        CHECK(credential::verify_signature(*held->form, issued.signed_credential, parts.vault.kiosk_key())
                  .value());
    }
    station::AssessmentId ready(const std::string& name)
    {
        return site.ready_for(site.site->register_learner(test::learner_named(name), site.assessor).value());
    }
};

void travel(Point where, Jump how)
{
    Journey journey;
    auto& site = journey.site;
    journey.at(Point::registering, where, how);
    const auto learner = site.site->register_learner(test::learner_named("Ada"), site.assessor);
    REQUIRE(learner.ok());
    journey.at(Point::locked, where, how);
    const auto draft = site.draft_for(learner.value());
    journey.at(Point::signing_off, where, how);
    REQUIRE(site.site->sign_off(draft, site.assessor, test::assessor_pin).value().answer ==
            PinAnswer::accepted);
    journey.at(Point::restarting, where, how);
    journey.at(Point::issuing, where, how);
    const auto issued = journey.issue(draft);
    CHECK(std::abs(journey.dated(issued) - journey.truth()) <= 300);
    journey.check_genuine(issued);
    journey.at(Point::after_issue, where, how);
    REQUIRE(site.site->record_print(issued.row.id, site.assessor).ok());
    const auto second = journey.issue(journey.ready("Per"));
    CHECK(std::abs(journey.dated(second) - journey.truth()) <= 300);
    // The jump was seen before anything was dated by it: nothing is wrong, and the kiosk goes on.
    CHECK(site.site->doubtful_certificates().value().empty());
    site.reopen();
    site.unlock();
    CHECK(journey.state().trust == ClockTrust::sound);
    CHECK(std::abs(site.site->now() - journey.truth()) <= 300);
    CHECK(site.site->check_log().ok());
}

} // namespace

TEST_SUITE("storage/station/clock")
{
    TEST_CASE("1970, 2062, a day back and an hour back heal at every point of a journey")
    {
        for (const auto where : points) {
            for (const auto how : jumps) {
                CAPTURE(static_cast<int>(where));
                CAPTURE(static_cast<int>(how));
                travel(where, how);
            }
        }
    }

    TEST_CASE("what was issued by a clock that ran ahead unseen is listed, and what was issued before is not")
    {
        Journey journey;
        const auto early = journey.issue(journey.ready("Ada"));
        journey.site.site.reset();
        journey.jump(journey.truth() + 20 * day);
        journey.site.reopen();
        journey.site.unlock();
        const auto wrong = journey.issue(journey.ready("Per"));
        CHECK(journey.dated(wrong) == journey.truth() + 20 * day);
        journey.site.site.reset();
        journey.jump(journey.truth() + 60);
        journey.site.reopen();
        journey.site.unlock();
        CHECK(journey.state().trust == ClockTrust::behind);
        const auto right = journey.issue(journey.ready("Rose"));
        CHECK(std::abs(journey.dated(right) - journey.truth()) <= 300);
        const auto listed = journey.site.site->doubtful_certificates().value();
        REQUIRE(listed.size() == 1);
        CHECK(listed[0].id == wrong.row.id);
        CHECK(listed[0].learner_name == "Per");
        CHECK(journey.site.site->check_log().ok());
    }

    TEST_CASE("what was issued by a clock that ran behind unseen is listed once people set it")
    {
        Journey journey;
        journey.set_clock(journey.truth());
        const auto early = journey.issue(journey.ready("Ada"));
        journey.pass(12 * day);
        journey.site.site.reset();
        journey.jump(journey.truth() - 10 * day);
        journey.site.reopen();
        journey.site.unlock();
        const auto wrong = journey.issue(journey.ready("Per"));
        CHECK(journey.dated(wrong) == journey.truth() - 10 * day);
        journey.set_clock(journey.truth());
        const auto right = journey.issue(journey.ready("Rose"));
        const auto listed = journey.site.site->doubtful_certificates().value();
        REQUIRE(listed.size() == 2); // the clock left no mark where it fell behind
        CHECK(listed[0].id == early.row.id);
        CHECK(listed[1].id == wrong.row.id);
    }

    TEST_CASE("a kiosk that nobody used for a summer asks for its clock, and two people say that it is right")
    {
        Journey journey;
        const auto ready = journey.ready("Ada");
        journey.site.site.reset();
        journey.pass(60 * day);
        journey.site.reopen();
        journey.site.unlock();
        CHECK(journey.state().trust == ClockTrust::ahead);
        const auto issued = journey.issue(ready);
        CHECK(journey.dated(issued) == journey.truth());
        CHECK(issued.signed_credential.claims.time_source == 3);
        CHECK(journey.site.site->doubtful_certificates().value().empty());
    }

    TEST_CASE("a kiosk that is left on for a summer has seen the time pass and asks nobody")
    {
        Journey journey;
        const auto ready = journey.ready("Ada");
        journey.pass(60 * day);
        CHECK(journey.state().trust == ClockTrust::sound);
        CHECK(journey.site.site->issue(ready, journey.site.assessor).ok());
    }

    TEST_CASE("a clock that jumps and comes back settles by itself, and stays settled over a restart")
    {
        Journey journey;
        const auto ready = journey.ready("Ada");
        journey.jump(journey.truth() - hour);
        CHECK_FALSE(journey.site.site->issue(ready, journey.site.assessor).ok());
        journey.jump(journey.truth());
        CHECK(journey.site.site->issue(ready, journey.site.assessor).ok());
        journey.site.reopen();
        journey.site.unlock();
        CHECK(journey.state().trust == ClockTrust::sound);
    }

    TEST_CASE("a wrong clock does not become right by waiting until it has passed the last entry")
    {
        Journey journey;
        const auto ready = journey.ready("Ada");
        journey.site.site.reset();
        journey.jump(journey.truth() - hour);
        journey.site.reopen();
        journey.site.unlock();
        journey.pass(3 * hour);
        CHECK_FALSE(journey.site.site->issue(ready, journey.site.assessor).ok());
        journey.site.reopen();
        journey.site.unlock();
        CHECK_FALSE(journey.site.site->issue(ready, journey.site.assessor).ok());
        journey.issue(ready);
    }

    TEST_CASE("what people set holds over restarts, until the machine's own clock is put right")
    {
        Journey journey;
        const auto ready = journey.ready("Ada");
        journey.site.site.reset();
        journey.jump(Instant{17});
        journey.site.reopen();
        journey.site.unlock();
        journey.issue(ready);
        for (int night = 0; night < 3; ++night) {
            journey.site.site.reset();
            journey.pass(8 * hour);
            journey.site.reopen();
            journey.site.unlock();
            CHECK(journey.state().trust == ClockTrust::sound);
            CHECK(journey.site.site->now() == journey.truth());
        }
        SUBCASE("while the kiosk runs")
        {
            journey.jump(journey.truth());
        }
        SUBCASE("while it is off")
        {
            journey.site.site.reset();
            journey.jump(journey.truth() + hour);
            journey.site.reopen();
            journey.site.unlock();
        }
        const auto second = journey.ready("Per");
        CHECK(journey.site.site->issue(second, journey.site.assessor).ok());
        CHECK(std::abs(journey.site.site->now() - journey.truth()) <= hour);
        journey.site.reopen();
        journey.site.unlock();
        CHECK(std::abs(journey.site.site->now() - journey.truth()) <= hour);
        CHECK(journey.site.site->check_log().ok());
    }

    TEST_CASE("a clock that begins at 1970 with every start is asked for at every start")
    {
        Journey journey;
        for (int start = 0; start < 3; ++start) {
            journey.site.site.reset();
            journey.pass(day);
            journey.jump(Instant{17});
            journey.site.reopen();
            journey.site.unlock();
            CHECK(journey.state().trust == ClockTrust::behind);
            journey.pass(60);
            const auto issued = journey.issue(journey.ready("Ada"));
            CHECK(journey.dated(issued) == journey.truth());
            journey.pass(hour);
        }
        CHECK(journey.site.site->doubtful_certificates().value().empty());
        CHECK(journey.site.site->check_log().ok());
    }

    TEST_CASE("two different certified people set the clock, each with their own PIN, to a time that can be")
    {
        Journey journey;
        auto& kiosk = *journey.site.site;
        const auto now = journey.truth();
        CHECK(kiosk.people_to_set_clock() == 2);
        CHECK_FALSE(kiosk.set_clock(now, {1}, test::assessor_pin, {1}, test::assessor_pin).ok());
        CHECK_FALSE(kiosk.set_clock(now, {1}, test::assessor_pin, {0}, "").ok());
        CHECK_FALSE(kiosk.set_clock(now, {1}, test::assessor_pin, {9}, test::witness_pin).ok());
        CHECK_FALSE(kiosk.set_clock(0, {1}, test::assessor_pin, {2}, test::witness_pin).ok());
        CHECK_FALSE(
            kiosk.set_clock(now + 40 * 366 * day, {1}, test::assessor_pin, {2}, test::witness_pin).ok());
        const auto wrong = kiosk.set_clock(now + day, {1}, test::assessor_pin, {2}, test::assessor_pin);
        REQUIRE(wrong.ok());
        CHECK(wrong.value().second.answer == PinAnswer::wrong);
        CHECK(kiosk.now() == now);
    }
}
