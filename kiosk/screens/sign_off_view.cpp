#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/sign_off.h"

namespace northseal::kiosk {

bool may_witness(const AppState& state, const station::Facilitator& person)
{
    // Never the one who assessed: whoever signed first, or is about to.
    const auto& page = state.personal.assessment;
    const auto& me = state.personal.signed_in;
    if (page && !page->assessment.assessor.empty())
        return person.certified && person.name != page->assessment.assessor;
    return person.certified && !(me && me->id == person.id);
}

std::optional<station::FacilitatorId> chosen_witness(const AppState& state)
{
    const auto& page = state.personal.assessment;
    if (page && page->witness) return page->witness;
    // Somebody enrolled as a witness comes first; they can be changed on the review.
    for (const auto& person : state.facilitators) {
        if (person.role == "witness" && may_witness(state, person)) return person.id;
    }
    for (const auto& person : state.facilitators) {
        if (may_witness(state, person)) return person.id;
    }
    return std::nullopt;
}

std::optional<station::FacilitatorId> next_signer(const AppState& state)
{
    const auto& page = state.personal.assessment;
    if (!page || page->programme == nullptr || !state.personal.signed_in) return std::nullopt;
    if (page->assessment.assessor.empty()) return state.personal.signed_in->id;
    if (page->programme->witness_required && page->assessment.witness.empty()) return chosen_witness(state);
    return std::nullopt;
}

SignOffView sign_off_view(const AppState& state, const Words& words)
{
    SignOffView view;
    view.failure = failure_sentence(state, words);
    view.busy = busy_sentence(state.busy, words);
    view.pin = pin_view(state, words);
    view.declaration = words("sign.declaration");
    if (!state.personal.assessment || state.personal.assessment->programme == nullptr) return view;
    const AssessmentPage& page = *state.personal.assessment;
    view.line = words("review.line", {{"name", page.assessment.learner_name},
                                      {"programme", said(page.programme->name, words.language())}});
    view.second = !page.assessment.assessor.empty();
    const bool two = page.programme->witness_required;
    view.turn = words(!two ? "sign.only_turn" : view.second ? "sign.second_turn" : "sign.first_turn");
    for (const auto& person : state.facilitators) {
        if (!state.pin.who || person.id != *state.pin.who) continue;
        view.name = person.name;
        view.initial = initial(person.name);
        view.role = words(view.second ? "role.witness" : "role.assessor");
    }
    for (std::size_t i = 0; i < page.programme->outcomes.size() && i < page.assessment.levels.size(); ++i) {
        const auto& outcome = page.programme->outcomes[i];
        view.levels.emplace_back(said(outcome.name, words.language()),
                                 level_name(outcome, page.assessment.levels[i], words.language(), words));
    }
    view.narrative = page.assessment.narrative;
    view.main_label = words(two && !view.second ? "sign.sign" : "sign.sign_and_issue");
    return view;
}

} // namespace northseal::kiosk
