#include <algorithm>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/review.h"
#include "kiosk/screens/rubric.h"
#include "kiosk/screens/sign_in.h"
#include "kiosk/screens/sign_off.h"

namespace northseal::kiosk {

namespace {

ReviewView::Row row(const AssessmentPage& page, std::size_t index, const Words& words)
{
    const auto& outcome = page.programme->outcomes[index];
    const std::uint32_t level = index < page.assessment.levels.size() ? page.assessment.levels[index] : 0;
    ReviewView::Row out;
    out.number = static_cast<int>(index) + 1;
    out.name = said(outcome.name, words.language());
    out.level = level;
    out.levels = static_cast<int>(outcome.levels.size());
    out.level_name = level_name(outcome, level, words.language(), words);
    for (const auto& missing : page.missing) {
        if (missing.outcome == out.number) out.sentence = words(missing.key);
    }
    out.missing = !out.sentence.empty();
    return out;
}

void add_signers(ReviewView& view, const AppState& state, const Words& words)
{
    const AssessmentPage& page = *state.personal.assessment;
    const auto& assessment = page.assessment;
    const auto& me = state.personal.signed_in;
    if (!assessment.assessor.empty() || me) {
        const std::string name = assessment.assessor.empty() ? me->name : assessment.assessor;
        const bool signed_already = !assessment.assessor.empty();
        view.signers.push_back({me ? me->id : station::FacilitatorId{}, name, words("role.assessor"),
                                initial(name), words(signed_already ? "review.signed" : "review.pin_next"),
                                signed_already, false, false});
    }
    if (!page.programme->witness_required) return;
    if (!assessment.witness.empty()) {
        view.signers.push_back({{},
                                assessment.witness,
                                words("role.witness"),
                                initial(assessment.witness),
                                words("review.signed"),
                                true,
                                true,
                                false});
        return;
    }
    const auto chosen = chosen_witness(state);
    for (const auto& person : state.facilitators) {
        if (!may_witness(state, person)) continue;
        const bool here = chosen && *chosen == person.id;
        view.signers.push_back({person.id, person.name, words("role.witness"), initial(person.name),
                                words(here ? "review.signs_second" : "review.choose"), false, true, !here});
    }
}

// What keeps this from being signed, first things first.
std::string why_not(const ReviewView& view, const AppState& state, const Words& words)
{
    const AssessmentPage& page = *state.personal.assessment;
    std::vector<std::string> numbers;
    for (const auto& each : view.rows) {
        if (each.missing) numbers.push_back(std::to_string(each.number));
    }
    if (!numbers.empty())
        return words(numbers.size() == 1 ? "review.opens_with_level.one" : "review.opens_with_level.many",
                     {{"outcomes", words.list(numbers)}});
    // What is no outcome's: evidence, narrative, a programme that is not here any more.
    for (const auto& missing : page.missing) {
        if (missing.outcome == 0) return words(missing.key);
    }
    const bool may_assess = state.personal.signed_in && state.personal.signed_in->role != "witness";
    if (!may_assess && page.assessment.assessor.empty()) return words("review.only_assessor");
    if (page.programme->witness_required && page.assessment.witness.empty() && !chosen_witness(state))
        return words("review.no_witness");
    return {};
}

std::string second_why_not(const AppState& state, const Words& words)
{
    return chosen_witness(state) ? std::string() : words("review.no_witness");
}

} // namespace

ReviewView review_view(const AppState& state, const Words& words)
{
    ReviewView view;
    view.failure = failure_sentence(state, words);
    if (!state.personal.assessment || state.personal.assessment->programme == nullptr) return view;
    const AssessmentPage& page = *state.personal.assessment;
    view.learner = page.assessment.learner_name;
    view.programme = said(page.programme->name, words.language());
    view.line = words("review.line", {{"name", page.assessment.learner_name},
                                      {"programme", said(page.programme->name, words.language())}});
    view.saved = saved_line(state, page.assessment.saved, words);
    for (std::size_t i = 0; i < page.programme->outcomes.size(); ++i)
        view.rows.push_back(row(page, i, words));
    const auto missing = static_cast<std::int64_t>(page.missing.size());
    const bool first_signed = page.assessment.state == station::AssessmentState::signed_off;
    const bool waits_for_second =
        first_signed && page.programme->witness_required && page.assessment.witness.empty();
    const bool signed_off = first_signed && !waits_for_second;
    view.editable = page.assessment.state == station::AssessmentState::draft;
    view.heading = signed_off         ? words("review.signed_waits")
                   : waits_for_second ? words("review.second_waits")
                   : missing == 0     ? words("review.all_there")
                                      : words.count("review.missing", missing);
    if (page.programme->evidence_files) {
        const auto files = static_cast<std::int64_t>(page.assessment.evidence.size());
        view.evidence = files == 0 ? words("evidence.none_yet") : words.count("evidence.count", files);
    }
    view.narrative =
        page.assessment.narrative.empty() ? words("review.no_narrative") : page.assessment.narrative;
    add_signers(view, state, words);
    view.declaration = words("sign.declaration");
    view.after = words("review.after");
    view.busy = state.busy == Busy::issuing;
    view.why_not = signed_off         ? std::string()
                   : waits_for_second ? second_why_not(state, words)
                                      : why_not(view, state, words);
    view.can_sign = view.why_not.empty() && !view.busy;
    view.main_label = words(signed_off         ? "review.issue"
                            : waits_for_second ? "review.second_signs"
                                               : "review.sign_and_issue");
    view.main = signed_off ? Action{act::Issue{}} : Action{act::Go{Screen::sign_off}};
    return view;
}

} // namespace northseal::kiosk
