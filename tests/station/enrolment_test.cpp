#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;
using station::Station;

namespace {

struct JustEnrolled {
    test::Scratch scratch;
    std::string folder = scratch.path("site");
    FixedClock clock{test::demo_day};
    SeededRandom random{11};
    RealDisk disk;
    test::DemoDesk desk;
    station::Surroundings around() { return {clock, random, disk, &desk.frameworks()}; }
    std::string request = Station::enrol(folder, test::demo_people(), around()).value().request;
};

} // namespace

TEST_SUITE("storage/station/enrolment")
{
    TEST_CASE(
        "enrolment gives a request that the desk can read, with both keys and everybody's name and role")
    {
        JustEnrolled site;
        const auto request = institution::read_request(site.request);
        REQUIRE(request.ok());
        REQUIRE(request.value().facilitators.size() == 2);
        CHECK(request.value().facilitators[0].name == test::assessor_name);
        CHECK(request.value().facilitators[1].role == "witness");
        CHECK(request.value().protection_class == "C");
    }

    TEST_CASE(
        "a kiosk that waits for its delegation opens, unlocks and repeats its request, and offers nothing")
    {
        JustEnrolled enrolled;
        auto site = std::move(Station::open(enrolled.folder, enrolled.around())).value();
        CHECK(site->facts().did.empty());
        REQUIRE(site->unlock(test::demo_words).ok());
        CHECK(site->enrolment_request().value() == enrolled.request);
        CHECK(site->programmes().empty());
        CHECK_FALSE(site->facilitators().value()[0].certified);
        CHECK(site->checkpoint().error().fault == Fault::refused);
        CHECK(site->check_log().ok());
    }

    TEST_CASE("a folder is enrolled once")
    {
        JustEnrolled site;
        CHECK(Station::enrol(site.folder, test::demo_people(), site.around()).error().fault ==
              Fault::refused);
    }

    TEST_CASE("an enrolment that lost its power before the vault was written is begun anew")
    {
        JustEnrolled site;
        REQUIRE(site.disk.remove(site.folder + "/vault").ok()); // written last, so this is what a cut leaves
        CHECK(Station::open(site.folder, site.around()).error().fault == Fault::not_found);
        REQUIRE(Station::enrol(site.folder, test::demo_people(), site.around()).ok());
        auto opened = std::move(Station::open(site.folder, site.around())).value();
        REQUIRE(opened->unlock(test::demo_words).ok());
        CHECK(opened->check_log().ok());
    }

    TEST_CASE("a ledger with learners whose vault is gone is not thrown away")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        site.issue_to("Ada Northwater");
        site.site.reset();
        REQUIRE(site.disk.remove(site.folder + "/vault").ok());
        const auto again = Station::enrol(site.folder, test::demo_people(), site.around());
        CHECK(again.error().detail.find("without its vault") != std::string::npos);
    }

    TEST_CASE("what anybody may know stands open while the kiosk is locked")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        site.reopen();
        REQUIRE(site.site->is_locked());
        CHECK(site.site->facts().did == "did:web:demo.northseal.invalid");
        CHECK(site.site->facts().kiosk == "7q3f");
        CHECK(site.site->facts().site.at("fr") == "Premier site");
        CHECK(site.site->facts().specimen);
        CHECK(site.site->facts().delegation_count == 40);
        CHECK(site.site->find_learners("", 5).error().fault == Fault::locked);
        CHECK(site.site->counts().error().fault == Fault::locked);
        CHECK(site.site->facilitators().error().fault == Fault::locked);
        CHECK(site.site->issue({1}, {1}).error().fault == Fault::locked);
        CHECK(site.site->check_log().error().fault == Fault::locked);
        CHECK(site.site->programmes().empty());
    }

    TEST_CASE("wrong words leave the kiosk locked")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        site.reopen();
        CHECK(site.site->unlock("river stone kettle lantern birch heron").error().fault == Fault::refused);
        CHECK(site.site->is_locked());
    }
}
