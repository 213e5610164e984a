#include "kiosk/screens/failure.h"
#include "kiosk/screens/practice.h"

namespace northseal::kiosk {

PracticeView practice_view(const AppState& state, const Words& words)
{
    PracticeView view;
    view.sentences = {words("practice.made_up"), words("practice.any_digits"),
                      words("practice.never_leaves")};
    view.open = state.busy == Busy::none;
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
