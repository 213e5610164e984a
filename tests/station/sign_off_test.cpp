#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;
using station::PinAnswer;

namespace {

struct SigningSite {
    explicit SigningSite(const test::DeskOptions& options = {}) : demo(scratch.path("site"), options) {}
    test::Scratch scratch;
    test::DemoSite demo;
    station::Station& site() { return *demo.site; }
    station::LearnerId learner = demo.site->register_learner(test::learner_named("Ada"), {1}).value();
    station::Assessment read(station::AssessmentId id) { return *site().assessment(id).value(); }
};

std::vector<std::pair<std::string, int>> missing(station::Station& site, station::AssessmentId id)
{
    std::vector<std::pair<std::string, int>> out;
    const auto found = site.missing(id);
    for (const auto& item : found.value()) out.emplace_back(item.key, item.outcome);
    return out;
}

using Keys = std::vector<std::pair<std::string, int>>;

} // namespace

TEST_SUITE("storage/station/sign_off")
{
    TEST_CASE("a draft says outcome by outcome what it lacks")
    {
        SigningSite test;
        const auto id = test.site().begin_assessment(test.learner, "northern-mathematics", "en", {1}).value();
        CHECK(missing(test.site(), id).size() == 5);
        auto draft = test.read(id);
        draft.levels = {3, 2, 4, 0, 3};
        REQUIRE(test.site().save_draft(draft).ok());
        CHECK(missing(test.site(), id) == Keys{{"missing.below_standard", 2}, {"missing.level", 4}});
        draft.levels = {3, 3, 3, 3, 3};
        draft.narrative = "one line\x01";
        REQUIRE(test.site().save_draft(draft).ok());
        CHECK(missing(test.site(), id) == Keys{{"missing.narrative", 0}});
    }

    TEST_CASE("a draft survives a restart as it was typed")
    {
        SigningSite test;
        const auto id = test.demo.draft_for(test.learner);
        auto draft = test.read(id);
        draft.levels[1] = 2;
        draft.notes[1] = "estimated first, ";
        draft.narrative = "unfinished ";
        draft.supervision = 3;
        REQUIRE(test.site().save_draft(draft).ok());
        test.demo.reopen();
        test.demo.unlock();
        const auto back = test.read(id);
        CHECK(back.levels == draft.levels);
        CHECK(back.notes == draft.notes);
        CHECK(back.narrative == draft.narrative);
        CHECK(back.supervision == 3);
        CHECK(back.learner_name == "Ada");
        CHECK(test.site().assessments(station::AssessmentState::draft, 10).value().size() == 1);
    }

    TEST_CASE("what is not this programme's assessment is not kept")
    {
        SigningSite test;
        const auto id = test.demo.draft_for(test.learner);
        const auto keeps = [&](const auto& change) {
            auto draft = test.read(id);
            change(draft);
            return test.site().save_draft(draft).ok();
        };
        CHECK_FALSE(keeps([](auto& draft) { draft.levels[0] = 5; }));
        CHECK_FALSE(keeps([](auto& draft) { draft.levels.pop_back(); }));
        CHECK_FALSE(keeps([](auto& draft) { draft.notes.emplace_back(); }));
        CHECK_FALSE(keeps([](auto& draft) { draft.narrative.assign(4001, 'x'); }));
        CHECK_FALSE(keeps([](auto& draft) { draft.supervision = 0; }));
        CHECK_FALSE(keeps([](auto& draft) { draft.id = {99}; }));
        CHECK_FALSE(test.site().begin_assessment(test.learner, "northern-mathematics", "oj", {1}).ok());
        CHECK_FALSE(test.site().begin_assessment({99}, "northern-mathematics", "en", {1}).ok());
    }

    TEST_CASE("a wrong PIN signs nothing; the right one freezes the assessment")
    {
        SigningSite test;
        const auto id = test.demo.draft_for(test.learner);
        CHECK(test.site().sign_off(id, {1}, "000000").value().answer == PinAnswer::wrong);
        CHECK(test.read(id).state == station::AssessmentState::draft);
        CHECK(test.site().sign_off(id, {1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        const auto done = test.read(id);
        CHECK(done.state == station::AssessmentState::signed_off);
        CHECK(done.assessor == test::assessor_name);
        CHECK_FALSE(test.site().save_draft(done).ok());
        CHECK_FALSE(test.site().sign_off(id, {1}, test::assessor_pin).ok());
        CHECK(test.site().counts().value().signed_off == 1);
    }

    TEST_CASE("below the standard nothing is signed, and without a signature nothing is issued")
    {
        SigningSite test;
        const auto id = test.demo.draft_for(test.learner);
        CHECK_FALSE(test.site().issue(id, {1}).ok());
        auto draft = test.read(id);
        draft.levels[4] = 2;
        REQUIRE(test.site().save_draft(draft).ok());
        CHECK_FALSE(test.site().sign_off(id, {1}, test::assessor_pin).ok());
        CHECK_FALSE(test.site().issue(id, {1}).ok());
    }

    TEST_CASE("a witness does not stand in for an assessor")
    {
        SigningSite test;
        const auto id = test.demo.draft_for(test.learner);
        CHECK(test.site().sign_off(id, {2}, test::witness_pin).error().fault == Fault::refused);
    }

    TEST_CASE(
        "where the programme asks for a witness, another person signs second, and only then it is issued")
    {
        test::DeskOptions options;
        options.witness_required = true;
        SigningSite test(options);
        const auto id = test.demo.ready_for(test.learner);
        CHECK(missing(test.site(), id) == Keys{{"missing.witness", 0}});
        CHECK_FALSE(test.site().issue(id, {1}).ok());
        CHECK_FALSE(test.site().sign_off(id, {1}, test::assessor_pin).ok());
        CHECK(test.site().sign_off(id, {2}, test::witness_pin).value().answer == PinAnswer::accepted);
        CHECK(missing(test.site(), id).empty());
        const auto issued = test.site().issue(id, {1});
        REQUIRE(issued.ok());
        const auto award = test.site().issued(issued.value()).value()->award;
        CHECK(award.assessor == test::assessor_name);
        CHECK(award.witness == test::witness_name);
    }

    TEST_CASE("whom the institution has not certified keeps drafts only")
    {
        test::DeskOptions options;
        options.certify_everybody = false;
        SigningSite test(options);
        const auto id = test.demo.draft_for(test.learner);
        CHECK(test.site().sign_off(id, {1}, test::assessor_pin).error().detail.find("not certified") !=
              std::string::npos);
    }
}
