#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;
using station::Station;

namespace {

struct Waiting { // an enrolled kiosk without its delegation
    test::Scratch scratch;
    std::string folder = scratch.path("site");
    FixedClock clock{test::demo_day};
    SeededRandom random{11};
    RealDisk disk;
    test::DemoDesk desk;
    station::Surroundings around() { return {clock, random, disk, &desk.frameworks()}; }
    std::string request = Station::enrol(folder, test::demo_people(), around()).value().request;
    Result<> install(const test::DeskOptions& options)
    {
        return Station::install(folder, desk.answer(request, options), test::demo_words, around());
    }
};

std::string why(const Result<>& result)
{
    return result.ok() ? "accepted" : result.error().detail;
}

} // namespace

TEST_SUITE("storage/station/delegation")
{
    TEST_CASE("the same file installed twice changes nothing")
    {
        Waiting site;
        REQUIRE(site.install({}).ok());
        REQUIRE(site.install({}).ok());
        auto opened = std::move(Station::open(site.folder, site.around())).value();
        REQUIRE(opened->unlock(test::demo_words).ok());
        CHECK(opened->counts().value().may_still_issue == 40);
    }

    TEST_CASE("a delegation for another kiosk is refused")
    {
        Waiting site;
        const test::Scratch other;
        const auto request =
            Station::enrol(other.path("site"), test::demo_people(), site.around()).value().request;
        const auto pack = site.desk.answer(request);
        CHECK(why(Station::install(site.folder, pack, test::demo_words, site.around()))
                  .find("for another kiosk") != std::string::npos);
    }

    TEST_CASE("a file that changed on its way is refused and leaves nothing behind")
    {
        Waiting site;
        auto pack = site.desk.answer(site.request);
        const auto at = pack.find("\"count\":40");
        REQUIRE(at != std::string::npos);
        pack.replace(at, 10, "\"count\":41");
        CHECK_FALSE(Station::install(site.folder, pack, test::demo_words, site.around()).ok());
        CHECK(Station::open(site.folder, site.around()).value()->facts().did.empty());
    }

    TEST_CASE("wrong words install nothing")
    {
        Waiting site;
        const auto pack = site.desk.answer(site.request);
        CHECK_FALSE(Station::install(site.folder, pack, "a b c d e f", site.around()).ok());
    }

    TEST_CASE("a demonstration never becomes real, nor a real kiosk a demonstration")
    {
        Waiting demo;
        REQUIRE(demo.install({}).ok());
        test::DeskOptions real;
        real.number = 2;
        real.host = "college.example";
        real.specimen = false;
        CHECK_FALSE(demo.install(real).ok());
        Waiting other;
        REQUIRE(other.install(real).ok());
        test::DeskOptions specimen;
        specimen.number = 3;
        CHECK_FALSE(other.install(specimen).ok());
    }

    TEST_CASE("specimens live under .invalid, and nothing else does")
    {
        Waiting site;
        test::DeskOptions real_name;
        real_name.host = "college.example";
        CHECK_FALSE(site.install(real_name).ok());
        test::DeskOptions real_under_invalid;
        real_under_invalid.specimen = false;
        CHECK_FALSE(site.install(real_under_invalid).ok());
    }

    TEST_CASE("a later delegation under another root is refused")
    {
        Waiting site;
        REQUIRE(site.install({}).ok());
        const test::DemoDesk stranger(8);
        test::DeskOptions second;
        second.number = 2;
        CHECK(why(Station::install(site.folder, stranger.answer(site.request, second), test::demo_words,
                                   site.around()))
                  .find("another institution") != std::string::npos);
    }

    TEST_CASE("an older delegation does not replace a newer one")
    {
        Waiting site;
        test::DeskOptions second;
        second.number = 2;
        REQUIRE(site.install(second).ok());
        CHECK(why(site.install({})).find("is older") != std::string::npos);
    }

    TEST_CASE("no more is issued than was allowed; a renewal allows more, and no index is used twice")
    {
        const test::Scratch scratch;
        test::DeskOptions few;
        few.count = 2;
        test::DemoSite site(scratch.path("site"), few);
        site.issue_to("Ada Northwater");
        site.issue_to("Per Sund");
        const auto learner = site.site->register_learner(test::learner_named("Third"), site.assessor).value();
        const auto third = site.ready_for(learner);
        const auto refused = site.site->issue(third, site.assessor);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().fault == Fault::full);
        CHECK(site.site->counts().value().may_still_issue == 0);

        test::DeskOptions more;
        more.number = 2;
        more.count = 3;
        more.first_index = 900000;
        REQUIRE(Station::install(site.folder, site.desk.answer(site.request, more), test::demo_words,
                                 site.around())
                    .ok());
        site.reopen();
        site.unlock();
        CHECK(site.site->issue(third, site.assessor).ok());
        CHECK(site.site->counts().value().may_still_issue == 2);
        CHECK(site.site->check_log().ok());
    }

    TEST_CASE("a renewal that gives an index once more is refused whole")
    {
        Waiting site;
        REQUIRE(site.install({}).ok());
        test::DeskOptions again;
        again.number = 2; // and the same indexes
        CHECK(why(site.install(again)).find("an earlier one gave") != std::string::npos);
        auto opened = std::move(Station::open(site.folder, site.around())).value();
        REQUIRE(opened->unlock(test::demo_words).ok());
        CHECK(opened->counts().value().may_still_issue == 40);
        CHECK(opened->check_log().ok());
    }

    TEST_CASE(
        "past its end the kiosk records and signs off, says why it does not issue, and issues when renewed")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        site.clock.advance(181 * 86400);
        const auto learner = site.site->register_learner(test::learner_named("Ada"), site.assessor).value();
        const auto id = site.ready_for(learner);
        const auto refused = site.site->issue(id, site.assessor);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().fault == Fault::refused);
        CHECK(refused.error().detail.find("Ask the institution for a renewal") != std::string::npos);
        test::DeskOptions renewal;
        renewal.number = 2;
        renewal.first_index = 900000;
        renewal.until = test::demo_day + 400 * 86400;
        REQUIRE(Station::install(site.folder, site.desk.answer(site.request, renewal), test::demo_words,
                                 site.around())
                    .ok());
        site.reopen();
        site.unlock();
        CHECK(site.site->issue(id, site.assessor).ok());
    }

    TEST_CASE("a clock that stands before the delegation began issues nothing and says so")
    {
        const test::Scratch scratch;
        test::DeskOptions later;
        later.from = test::demo_day + 86400;
        test::DemoSite site(scratch.path("site"), later);
        const auto learner = site.site->register_learner(test::learner_named("Ada"), site.assessor).value();
        const auto refused = site.site->issue(site.ready_for(learner), site.assessor);
        CHECK(refused.error().detail.find("Set the clock") != std::string::npos);
    }
}
