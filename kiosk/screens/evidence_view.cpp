#include "kiosk/screens/evidence.h"

#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/rubric.h"

namespace northseal::kiosk {

EvidenceView evidence_view(const AppState& state, const Words& words)
{
    EvidenceView view;
    view.failure = failure_sentence(state, words);
    view.busy = busy_sentence(state.busy, words);
    if (!state.personal.assessment || state.personal.assessment->programme == nullptr) return view;
    const AssessmentPage& page = *state.personal.assessment;
    const auto& form = state.personal.evidence;
    view.line = words("review.line", {{"name", page.assessment.learner_name},
                                      {"programme", said(page.programme->name, words.language())}});
    view.saved = saved_line(state, page.assessment.saved, words);
    const bool from_rubric = !state.trail.empty() && state.trail.back() == Screen::rubric;
    view.done_label = words(from_rubric ? "evidence.done_rubric" : "evidence.done");
    view.editable = page.assessment.state == station::AssessmentState::draft;
    for (std::size_t i = 0; i < form.kept.size(); ++i) {
        view.kept.push_back({i, words("evidence.picture", {{"number", std::to_string(i + 1)}}),
                             &form.kept[i].picture, form.kept[i].number});
    }
    for (std::size_t i = 0; i < form.found.size(); ++i) view.found.push_back({i, form.found[i]});
    if (form.found.empty())
        view.nothing_there = words(state.can_copy ? "evidence.no_stick" : "check.no_stick");
    view.note = form.unreadable.empty() ? words("evidence.note")
                                        : words("evidence.unreadable", {{"file", form.unreadable}});
    return view;
}

} // namespace northseal::kiosk
