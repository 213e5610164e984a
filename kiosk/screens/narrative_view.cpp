#include "kiosk/screens/failure.h"
#include "kiosk/screens/narrative.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/rubric.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

NarrativeView narrative_view(const AppState& state, const Words& words)
{
    NarrativeView view;
    view.failure = failure_sentence(state, words);
    if (!state.personal.assessment || state.personal.assessment->programme == nullptr) return view;
    const AssessmentPage& page = *state.personal.assessment;
    view.learner = page.assessment.learner_name;
    view.programme = said(page.programme->name, words.language());
    view.saved = saved_line(state, page.assessment.saved, words);
    view.text = page.assessment.narrative;
    view.counted = words("narrative.counted", {{"typed", std::to_string(count_code_points(view.text))},
                                               {"most", std::to_string(text_claim_most)}});
    for (const auto& phrase : page.programme->phrases)
        view.phrases.push_back(said(phrase.words, page.assessment.language));
    view.typing = state.typing == TextField::narrative;
    return view;
}

} // namespace northseal::kiosk
