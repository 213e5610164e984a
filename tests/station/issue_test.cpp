#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "storage/credential/credential.h"
#include "storage/credential/slip.h"
#include "storage/ledger/checkpoint.h"
#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"
#include "tests/support/shared.h"

using namespace northseal;

namespace {

station::Issued read(test::DemoSite& site, station::IssuedId id)
{
    return *site.site->issued(id).value();
}

} // namespace

TEST_SUITE("storage/station/issue")
{
    TEST_CASE("what was issued is there after a restart, and its signature is the kiosk's")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto id = site.issue_to("Sample Learner Northwater");
        const auto before = read(site, id);
        site.reopen();
        site.unlock();
        const auto after = read(site, id);
        CHECK(after.json == before.json);
        CHECK(after.slip_url == before.slip_url);
        CHECK(after.award.holder == "Sample Learner Northwater");
        CHECK(after.row.serial.size() == 9);
        CHECK(after.row.programme_name == "Mathematics for Work in the North: Measure, Calculate, Check");
        auto& parts = station::StationProbe::parts(*site.site);
        const auto* held = parts.find_template(after.signed_credential.template_id);
        REQUIRE(held != nullptr);
        CHECK(credential::verify_signature(*held->form, after.signed_credential, parts.vault.kiosk_key())
                  .value());
        CHECK(site.site->check_log().ok());
    }

    TEST_CASE("the paper's code alone gives the claims and the signature back")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto issued = read(site, site.issue_to("Sample Learner Northwater"));
        CHECK(issued.slip_url.starts_with("https://demo.northseal.invalid/#"));
        const auto slip = credential::read_slip_text(issued.slip_url);
        REQUIRE(slip.ok());
        CHECK(slip.value().claims == issued.signed_credential.claims);
        CHECK(slip.value().signature == issued.signed_credential.signature);
    }

    TEST_CASE("the claims say what this kiosk knows and no more")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        auto learner = test::learner_named("Ada Northwater", "A-1042");
        learner.identity = station::IdentityGrade::document_seen;
        const auto who = site.site->register_learner(learner, site.assessor).value();
        const auto issued = read(site, site.site->issue(site.ready_for(who), site.assessor).value());
        const auto& claims = issued.signed_credential.claims;
        CHECK(claims.valid_from == test::demo_day);
        CHECK_FALSE(claims.awarded_date.has_value());
        CHECK(claims.time_source == 2);
        CHECK(claims.learner_name == "Ada Northwater");
        CHECK(claims.learner_number == "A-1042");
        CHECK(claims.levels == std::vector<std::uint32_t>{3, 3, 3, 3, 3});
        CHECK(claims.narrative.empty());
        CHECK(claims.assessor == test::assessor_name);
        CHECK(claims.witness.empty());
        CHECK(claims.identity_grade == 2);
        CHECK(claims.supervision == 1);
        CHECK(claims.kiosk == "7q3f");
        CHECK(claims.specimen);
        CHECK(claims.site == 1);
        CHECK((claims.status_index - 417322) % 37 == 0);
    }

    TEST_CASE("a French certificate and a name in syllabics are issued as written")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto reference = nlohmann::json::parse(test::read_file(
            std::string(NORTHSEAL_SOURCE_DIR) + "/tests/vectors/reference/claims-en-syllabics.json"));
        const auto name = reference["learnerName"].get<std::string>();
        const auto issued = read(site, site.issue_to(name, "fr"));
        CHECK(issued.award.holder == name);
        CHECK(issued.award.language == "fr");
        CHECK(issued.row.learner_name == name);
    }

    TEST_CASE("an assessment is issued once, and no two certificates share an index or an id")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        std::set<std::uint32_t> indexes;
        std::set<std::string> ids;
        std::vector<std::uint32_t> order;
        for (int i = 0; i < 12; ++i) {
            const auto issued = read(site, site.issue_to("Learner " + std::to_string(i)));
            order.push_back(issued.signed_credential.claims.status_index);
            indexes.insert(order.back());
            ids.insert(issued.award.id);
        }
        CHECK(indexes.size() == 12);
        CHECK(ids.size() == 12);
        CHECK_FALSE(std::is_sorted(order.begin(), order.end())); // drawn at random, not in the desk's order
        const auto done = site.site->assessments(station::AssessmentState::issued, 1).value()[0];
        CHECK_FALSE(site.site->issue(done.id, site.assessor).ok());
    }

    TEST_CASE("a clock that lags a little does not date a certificate before the last entry")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        site.issue_to("Ada");
        site.clock.set(test::demo_day - 60);
        const auto issued = read(site, site.issue_to("Per"));
        CHECK(issued.signed_credential.claims.valid_from == test::demo_day);
        CHECK(site.site->check_log().ok());
    }

    TEST_CASE("a clock that is doubtful at unlocking is noted in the log")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto before = site.site->counts().value().waiting_to_sync;
        site.clock.set(test::demo_day - 86400);
        site.reopen();
        site.unlock();
        CHECK(site.site->counts().value().waiting_to_sync == before + 1);
        site.clock.set(test::demo_day + 60);
        site.reopen();
        site.unlock();
        CHECK(site.site->counts().value().waiting_to_sync == before + 1);
    }

    TEST_CASE("counts, list and prints tell what happened")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto first = site.issue_to("Ada");
        site.clock.advance(86400);
        const auto second = site.issue_to("Per");
        REQUIRE(site.site->record_print(first, site.assessor).ok());
        REQUIRE(site.site->record_print(first, site.assessor).ok());
        CHECK_FALSE(site.site->record_print({1}, site.assessor).ok());
        const auto rows = site.site->issued_rows(10, 0).value();
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].id == second);
        CHECK(rows[1].learner_name == "Ada");
        CHECK(rows[1].times_printed == 2);
        CHECK(site.site->issued_rows(10, 1).value().size() == 1);
        const auto counts = site.site->counts().value();
        CHECK(counts.learners == 2);
        CHECK(counts.issued == 2);
        CHECK(counts.issued_today == 1);
        CHECK(counts.may_still_issue == 38);
        CHECK_FALSE(site.site->issued({1}).value().has_value()); // an entry of another kind
    }

    TEST_CASE("the checkpoint is the kiosk's signed word on the whole log, and the same until the log grows")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        site.issue_to("Ada");
        const auto first = site.site->checkpoint().value();
        CHECK(site.site->checkpoint().value() == first);
        site.issue_to("Per");
        const auto second = site.site->checkpoint().value();
        const auto request = institution::read_request(site.request).value();
        const auto read = [&](const std::string& note) {
            return ledger::open_checkpoint(note, "demo.northseal.invalid/kiosk-7q3f/1", request.kiosk_key)
                .value();
        };
        auto& log = station::StationProbe::parts(*site.site).ledger->log();
        const auto proof = log.consistency(read(first).size, read(second).size).value();
        CHECK(ledger::verify_consistency(read(first).size, read(first).root, read(second).size,
                                         read(second).root, proof));
        CHECK(site.site->check_log().ok());
    }

    TEST_CASE("a full disk refuses in words, leaves nothing half done, and goes on when there is room")
    {
        const test::Scratch scratch;
        test::DeskOptions many;
        many.count = 400;
        test::DemoSite site(scratch.path("site"), many);
        auto& ledger = *station::StationProbe::parts(*site.site).ledger;
        const auto learner = site.site->register_learner(test::learner_named("Ada"), site.assessor).value();
        std::vector<station::AssessmentId> ready;
        for (int i = 0; i < 60; ++i) ready.push_back(site.ready_for(learner));
        REQUIRE(ledger.limit_pages(1).ok()); // SQLite takes the size it has as the least
        std::size_t done = 0;
        auto outcome = site.site->issue(ready[0], site.assessor);
        while (outcome.ok()) outcome = site.site->issue(ready[++done], site.assessor);
        CHECK(outcome.error().fault == Fault::full);
        CHECK(site.site->assessment(ready[done]).value()->state == station::AssessmentState::signed_off);
        CHECK(site.site->counts().value().issued == static_cast<std::int64_t>(done));
        CHECK(site.site->check_log().ok());
        REQUIRE(ledger.limit_pages(1'000'000).ok());
        CHECK(site.site->issue(ready[done], site.assessor).ok());
        CHECK(site.site->check_log().ok());
    }
}
