#include "kiosk/screens/review.h"

#include <doctest/doctest.h>

#include "kiosk/screens/sign_off.h"
#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

struct Table {
    catalogue::Programme programme = two_outcomes();
    AppState state = signed_in_state();

    explicit Table(std::vector<std::uint32_t> levels)
    {
        AssessmentPage page;
        page.assessment = draft(1, "Rose Beardy", std::move(levels));
        page.programme = &programme;
        state.personal.assessment = page;
    }
    ReviewView view(const std::string& language = "en") { return review_view(state, words(language)); }
    AssessmentPage& page() { return *state.personal.assessment; }
};

} // namespace

TEST_SUITE("kiosk/screens/review")
{
    TEST_CASE("an outcome without a level is named, and says what opens the signing")
    {
        Table table({3, 0});
        table.page().missing = {{"missing.level", 2}};
        const ReviewView view = table.view();
        CHECK(view.heading == "One thing is missing");
        CHECK(view.rows[1].sentence == "This outcome has no level yet.");
        CHECK_FALSE(view.can_sign);
        CHECK(view.why_not == "Signing opens when outcome 2 has a level.");
    }

    TEST_CASE("two missing levels are counted and listed in both languages")
    {
        Table table({0, 0});
        table.page().missing = {{"missing.level", 1}, {"missing.level", 2}};
        CHECK(table.view().heading == "2 things are missing");
        CHECK(table.view("fr").why_not == "La signature s’ouvre dès que les résultats 1 et 2 ont un niveau.");
    }

    TEST_CASE("with every level it may be signed")
    {
        Table table({3, 4});
        const ReviewView view = table.view();
        CHECK(view.heading == "Everything is there");
        CHECK(view.can_sign);
        CHECK(view.main_label == "Sign and issue");
    }

    TEST_CASE("a witness who signed in alone cannot sign first")
    {
        Table table({3, 3});
        table.state.personal.signed_in = table.state.facilitators[1];
        const ReviewView view = table.view();
        CHECK_FALSE(view.can_sign);
        CHECK(view.why_not == "An assessor signs first. Lock, and let the assessor sign in.");
    }

    TEST_CASE("a programme with a witness names who signs second, and says when there is nobody")
    {
        Table table({3, 3});
        table.programme.witness_required = true;
        CHECK(table.view().signers.back().name == "Ruth Spence");
        CHECK(table.view().can_sign);
        table.state.facilitators.pop_back();
        CHECK_FALSE(table.view().can_sign);
        CHECK_FALSE(table.view().why_not.empty());
    }

    TEST_CASE("the one who assessed never witnesses, whoever is signed in by then")
    {
        Table table({3, 3});
        table.programme.witness_required = true;
        table.page().assessment.state = station::AssessmentState::signed_off;
        table.page().assessment.assessor = "Lena Baxter";
        table.state.personal.signed_in = table.state.facilitators[1];
        CHECK(next_signer(table.state)->value == 2);
        CHECK(table.view().main_label == "Second signature");
        CHECK(table.view().can_sign);
    }

    TEST_CASE("what is signed off and waits can be issued and not changed")
    {
        Table table({3, 3});
        table.page().assessment.state = station::AssessmentState::signed_off;
        table.page().assessment.assessor = "Lena Baxter";
        const ReviewView view = table.view();
        CHECK_FALSE(view.editable);
        CHECK(std::holds_alternative<act::Issue>(view.main));
        CHECK(view.heading == "Signed off, not issued yet");
    }
}
