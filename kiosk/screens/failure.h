#pragma once
// What did not go as asked, in sentences: what is safe first, then what happened, then what comes next.

#include <string>

#include "kiosk/screens/state.h"
#include "kiosk/words/words.h"

namespace northseal::kiosk {

// Empty where nothing is wrong.
std::string failure_sentence(const AppState&, const Words&);
// "Signing and keeping the certificate": while it is being done.
std::string busy_sentence(Busy, const Words&);

} // namespace northseal::kiosk
