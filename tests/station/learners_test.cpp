#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

std::vector<std::string> names(const Result<std::vector<station::LearnerRow>>& rows)
{
    std::vector<std::string> out;
    for (const auto& row : rows.value()) out.push_back(row.name);
    return out;
}

} // namespace

TEST_SUITE("storage/station/learners")
{
    TEST_CASE("a learner is kept in NFC and found after a restart, by any part of the name or by the number")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        REQUIRE(
            site.site
                ->register_learner(test::learner_named("  Zoe\xcc\x88  Northwater ", "A-1042"), site.assessor)
                .ok());
        REQUIRE(site.site->register_learner(test::learner_named("Per Sund"), site.assessor).ok());
        site.reopen();
        site.unlock();
        const std::vector<std::string> zoe{"Zo\xc3\xab Northwater"};
        for (const auto* query : {"zoe", "NORTH", "water", "northwater zo", "1042"}) {
            CAPTURE(query);
            CHECK(names(site.site->find_learners(query, 10)) == zoe);
        }
        CHECK(names(site.site->find_learners("", 10)) == std::vector<std::string>{"Per Sund", zoe[0]});
        CHECK(names(site.site->find_learners("", 1)) == std::vector<std::string>{"Per Sund"});
        CHECK(names(site.site->find_learners("nobody", 10)).empty());
        // A list goes on where it ended.
        CHECK(names(site.site->find_learners("", 1, 1)) == zoe);
        CHECK(names(site.site->find_learners("", 10, 2)).empty());
        CHECK(names(site.site->find_learners("", 10, 9)).empty());
    }

    TEST_CASE("whether the institution gets the record is as the learner agreed")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        for (const bool agreed : {true, false}) {
            auto typed = test::learner_named(agreed ? "Ada" : "Per Sund");
            typed.consent.share_with_institution = agreed;
            const auto id = site.site->register_learner(typed, site.assessor).value();
            CHECK(site.site->learner(id).value()->shares == agreed);
        }
    }

    TEST_CASE("a row counts the learner's drafts and certificates")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto id = site.site->register_learner(test::learner_named("Ada"), site.assessor).value();
        site.draft_for(id);
        REQUIRE(site.site->issue(site.ready_for(id), site.assessor).ok());
        const auto learner = *site.site->learner(id).value();
        CHECK(learner.row.drafts == 1);
        CHECK(learner.row.issued == 1);
        CHECK_FALSE(site.site->learner({99}).value().has_value());
    }

    TEST_CASE(
        "the same person is suspected under small slips, other order and other marks, and others are not")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        for (const auto* name : {"Hélène Tremblay", "Per Sund", "Jonas Whitefeather"}) {
            REQUIRE(site.site->register_learner(test::learner_named(name), site.assessor).ok());
        }
        const std::vector<std::string> helene{"Hélène Tremblay"};
        CHECK(names(site.site->likely_duplicates("helene tremblay")) == helene);
        CHECK(names(site.site->likely_duplicates("Tremblay, Hélène")) == helene);
        CHECK(names(site.site->likely_duplicates("Helen Tremblay")) == helene);
        CHECK(names(site.site->likely_duplicates("Jonas Whitefether")).size() == 1);
        CHECK(names(site.site->likely_duplicates("Helen Treadway")).empty());
        CHECK(names(site.site->likely_duplicates("Pär Lund")) == std::vector<std::string>{"Per Sund"});
        CHECK(names(site.site->likely_duplicates("Paul Lund")).empty());
    }

    TEST_CASE("nobody is registered without consent to keep the record, its words, or a guardian where one "
              "is needed")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto registers = [&](const auto& change) {
            auto learner = test::learner_named("Ada");
            change(learner);
            return site.site->register_learner(learner, site.assessor).ok();
        };
        CHECK_FALSE(registers([](auto& learner) { learner.consent.keep_record = false; }));
        CHECK_FALSE(registers([](auto& learner) { learner.consent.words_shown.clear(); }));
        CHECK_FALSE(
            registers([](auto& learner) { learner.age_band = station::AgeBand::youth_with_guardian; }));
        CHECK_FALSE(registers([](auto& learner) { learner.name = " \t "; }));
        CHECK_FALSE(registers([](auto& learner) { learner.name = "bell\x07"; }));
        CHECK(site.site->counts().value().learners == 0);
        CHECK(registers([](auto& learner) {
            learner.age_band = station::AgeBand::youth_with_guardian;
            learner.consent.guardian = "Sam Northwater";
        }));
        CHECK_FALSE(site.site->register_learner(test::learner_named("Ada"), {9}).ok());
    }
}
