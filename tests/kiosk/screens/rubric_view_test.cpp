#include "kiosk/screens/rubric.h"

#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

RubricView rubric(std::vector<std::uint32_t> levels, std::size_t outcome)
{
    static const catalogue::Programme programme = two_outcomes();
    AppState state = signed_in_state();
    AssessmentPage page;
    page.assessment = draft(1, "Rose Beardy", std::move(levels));
    page.programme = &programme;
    page.outcome = outcome;
    state.personal.assessment = page;
    return rubric_view(state, words());
}

} // namespace

TEST_SUITE("kiosk/screens/rubric")
{
    TEST_CASE("each level says its words, and which of them meet the standard")
    {
        const RubricView view = rubric({2, 0}, 0);
        REQUIRE(view.levels.size() == 4);
        CHECK(view.levels[1].chosen);
        CHECK_FALSE(view.levels[1].meets);
        CHECK(view.levels[2].meets);
        CHECK(view.progress == "1 of 2 outcomes has a level.");
        CHECK(view.saved == "Saved at 10:43");
    }

    TEST_CASE("next leads through the outcomes and then to the review, which names what was left out")
    {
        CHECK(rubric({0, 0}, 0).next_label == "Next: Check");
        CHECK(std::get<act::ChooseOutcome>(rubric({0, 0}, 0).next).index == 1);
        CHECK(rubric({0, 3}, 1).next_label == "Review and sign");
        CHECK(rubric({3, 3}, 1).next_label == "Review and sign");
        CHECK(rubric({3, 3}, 1).back_label == "Outcome 1");
        CHECK(rubric({3, 3}, 0).back_label.empty());
    }

    TEST_CASE("an assessment that is gone shows nothing and breaks nothing")
    {
        CHECK(rubric_view(signed_in_state(), words()).outcomes.empty());
        CHECK(rubric({3, 3}, 9).outcomes.empty());
    }
}
