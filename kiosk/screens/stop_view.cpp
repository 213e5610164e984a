#include "kiosk/screens/failure.h"
#include "kiosk/screens/stop.h"

namespace northseal::kiosk {

StopView stop_view(const AppState& state, const Words& words)
{
    StopView view;
    view.steps = {words("stop.safe"), words("stop.ends"), words("stop.again")};
    view.pin = pin_view(state, words);
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
