#pragma once
// A learner's own PIN, as cards ask for it: to open their record by their name, and to choose one.

#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

// The answer is one sentence, whether nobody is called so, has no PIN, or has another.
PinView own_pin_view(const AppState&, const Words&);
PinView new_own_pin_view(const AppState&, const PinTwice&, const Words&);
std::string new_own_pin_main(const PinTwice&, const Words&);

} // namespace northseal::kiosk
