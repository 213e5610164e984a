#include "kiosk/screens/registration.h"

#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

AppState with_name(const std::string& name, RegistrationStep step)
{
    AppState state = signed_in_state();
    state.personal.registration.step = step;
    state.personal.registration.learner.name = name;
    state.personal.registration.learner.language = "en";
    return state;
}

} // namespace

TEST_SUITE("kiosk/screens/registration")
{
    TEST_CASE("without a name the next step is closed and says why")
    {
        const auto view = registration_view(with_name("   ", RegistrationStep::name), words(), words());
        CHECK_FALSE(view.can_go_on);
        CHECK(view.sentence == "Type the name to go on.");
    }

    TEST_CASE("somebody alike is shown before a second record of one person is made")
    {
        AppState state = with_name("Rose Beardy", RegistrationStep::name);
        state.personal.registration.likely = {{{3}, "Rose Beardey", "", 0, 0, state.now}};
        const auto view = registration_view(state, words(), words());
        REQUIRE(view.likely.size() == 1);
        CHECK(view.main_label == "Rose is new here");
        CHECK(view.sentence == "If it is none of them, go on.");
    }

    TEST_CASE("a young person with a guardian needs the guardian's name, and both are asked")
    {
        AppState state = with_name("Rose Beardy", RegistrationStep::facts);
        auto& learner = state.personal.registration.learner;
        learner.age_band = station::AgeBand::youth_with_guardian;
        CHECK_FALSE(registration_view(state, words(), words()).can_go_on);
        learner.consent.guardian = "Anna Beardy";
        state.personal.registration.step = RegistrationStep::consent;
        const auto view = registration_view(state, words(), words());
        CHECK(view.question == "Anna Beardy, do you agree for Rose?");
        CHECK(view.main_label == "They both agree");
    }

    TEST_CASE("no consent is on before the learner has said so")
    {
        for (const auto& row :
             registration_view(with_name("Rose", RegistrationStep::consent), words(), words()).consent)
            CHECK_FALSE(row.on);
    }

    TEST_CASE("consent is asked in the learner's language, whatever the facilitator reads")
    {
        const auto view =
            registration_view(with_name("Rose", RegistrationStep::consent), words("en"), words("fr"));
        CHECK(view.question == "Rose, êtes-vous d’accord?");
        CHECK(view.title == "New learner");
    }

    TEST_CASE("what is kept with the answer is every word that was shown, and the answer to each")
    {
        AppState state = with_name("Rose Beardy", RegistrationStep::consent);
        state.personal.registration.learner.consent.share_with_institution = true;
        const Words english = words();
        const std::string kept = consent_as_shown(english, state);
        const auto view = registration_view(state, english, english);
        CHECK(kept.find(view.question) != std::string::npos);
        for (const auto& row : view.consent) {
            CHECK(kept.find(row.line) != std::string::npos);
            CHECK(kept.find(row.detail) != std::string::npos);
        }
        CHECK(kept.find(view.change_mind) != std::string::npos);
        CHECK(kept.find("Send your results to The institution So that they can count on a transcript. You "
                        "can say no. — yes") != std::string::npos);
    }
}
