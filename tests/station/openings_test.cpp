#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/ledger/database.h"
#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::station;

namespace {

struct Opened {
    test::Scratch scratch;
    test::DemoSite demo{scratch.path("site")};
    LearnerId rose = register_person("Rose Beardy");
    Station& site() { return *demo.site; }
    LearnerId register_person(const char* name)
    {
        return demo.site->register_learner(test::learner_named(name), demo.assessor).value();
    }
    std::uint64_t log_size() { return StationProbe::parts(site()).log_size(); }
    RecordOpenings told(LearnerId who) { return site().openings_of(who, 100).value(); }
};

// What check_log says after somebody changed the database with their own tools.
std::string after_tampering(const std::string& sql)
{
    Opened kiosk;
    REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {1}).ok());
    REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::paper, {}).ok());
    REQUIRE(kiosk.site().check_log().ok());
    kiosk.demo.site.reset();
    {
        const auto database = ledger::Database::open(kiosk.demo.folder + "/ledger.db", nullptr);
        REQUIRE(database.ok());
        REQUIRE(database.value().run_script(sql).ok());
    }
    kiosk.demo.reopen();
    kiosk.demo.unlock();
    const auto checked = kiosk.site().check_log();
    return checked.ok() ? "nothing found" : checked.error().detail;
}

} // namespace

TEST_SUITE("storage/station/openings")
{
    TEST_CASE("who opens a record stands in the log, once a person and day of the site's calendar")
    {
        Opened kiosk;
        const auto other = kiosk.register_person("Elijah Wesley");
        const auto before = kiosk.log_size();
        CHECK(kiosk.told(kiosk.rose).times == 0);
        for (int i = 0; i < 3; ++i)
            REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {1}).ok());
        CHECK(kiosk.log_size() == before + 1);
        REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {2}).ok());
        REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::paper, {}).ok());
        REQUIRE(
            kiosk.site().record_opened(kiosk.rose, OpenedHow::pin, {}).ok()); // the same person, the same day
        REQUIRE(kiosk.site().record_opened(other, OpenedHow::signed_in, {1}).ok());
        CHECK(kiosk.log_size() == before + 4);
        kiosk.demo.clock.advance(86400);
        kiosk.demo.reopen();
        kiosk.demo.unlock();
        REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {1}).ok());
        const auto told = kiosk.told(kiosk.rose);
        CHECK(told.times == 4);
        CHECK(told.since == test::demo_day);
        REQUIRE(told.latest.size() == 4);
        CHECK(told.latest[0].by == test::assessor_name);
        CHECK(told.latest[0].when == test::demo_day + 86400);
        CHECK(told.latest[1].by.empty());
        CHECK(told.latest[1].how == OpenedHow::paper);
        CHECK(told.latest[2].by == test::witness_name);
        CHECK(kiosk.site().openings_of(kiosk.rose, 2).value().latest.size() == 2);
        CHECK(kiosk.told(other).times == 1);
        CHECK(kiosk.site().check_log().ok());
    }

    TEST_CASE("nobody unknown opens a record, and nobody opens another's as their own")
    {
        Opened kiosk;
        const auto before = kiosk.log_size();
        CHECK(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {7}).error().fault ==
              Fault::not_found);
        CHECK(kiosk.site().record_opened({99}, OpenedHow::signed_in, {1}).error().fault == Fault::not_found);
        CHECK(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {}).error().fault ==
              Fault::refused);
        CHECK(kiosk.site().record_opened(kiosk.rose, OpenedHow::paper, {1}).error().fault == Fault::refused);
        kiosk.site().lock();
        CHECK(kiosk.site().record_opened(kiosk.rose, OpenedHow::paper, {}).error().fault == Fault::locked);
        CHECK(kiosk.log_size() == before);
    }

    TEST_CASE("whoever left is still named, and the learner takes the list with them")
    {
        Opened kiosk;
        REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {2}).ok());
        REQUIRE(kiosk.site().record_opened(kiosk.rose, OpenedHow::pin, {}).ok());
        REQUIRE(kiosk.site().person_left({2}, {1}, test::assessor_pin).ok());
        CHECK(kiosk.told(kiosk.rose).latest[1].by == test::witness_name);
        const auto whole = parse_json(kiosk.site().export_learner(kiosk.rose).value()).value();
        REQUIRE(whole["opened"].size() == 2);
        CHECK(whole["opened"][0]["how"] == "own PIN");
        CHECK_FALSE(whole["opened"][0].contains("by"));
        CHECK(whole["opened"][1]["by"] == test::witness_name);
    }

    TEST_CASE("an erased person's list goes with them, and the log stays whole")
    {
        Opened kiosk;
        const auto stays = kiosk.register_person("Elijah Wesley");
        for (const auto who : {kiosk.rose, stays})
            REQUIRE(kiosk.site().record_opened(who, OpenedHow::signed_in, {1}).ok());
        ErasureWish wish;
        wish.retention = Retention::person_agrees_to_less;
        REQUIRE(kiosk.site().request_erasure(kiosk.rose, wish, {1}).ok());
        REQUIRE(kiosk.site().erase_learner(kiosk.rose, {1}, test::assessor_pin).ok());
        CHECK(kiosk.told(kiosk.rose).times == 0);
        CHECK(kiosk.told(stays).times == 1);
        CHECK_FALSE(kiosk.site().record_opened(kiosk.rose, OpenedHow::signed_in, {1}).ok());
        CHECK(kiosk.site().check_log().ok());
    }

    TEST_CASE("a line taken out of the list, put in or changed is told")
    {
        for (const auto* sql :
             {"DELETE FROM openings WHERE person = 1", "UPDATE openings SET person = 2 WHERE person = 1",
              "UPDATE openings SET opened = opened + 1", "UPDATE openings SET how = 2 WHERE person = 0",
              "INSERT INTO openings VALUES (1, 1, 1, 2, 3, 5)"}) {
            CAPTURE(sql);
            CHECK(after_tampering(sql).find("opened records") != std::string::npos);
        }
    }
}
