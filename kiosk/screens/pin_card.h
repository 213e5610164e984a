#pragma once
// A person's PIN: title, dots, pad and the button that counts. Signing in and signing off show the same.

#include "kiosk/screens/draw.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct PinCardLook {
    std::string main;
    Icon icon{Icon::none};
    std::string busy; // in place of the button while something is being done
};

// The body of a task whose main action is a PIN: there is no bar, and the card stands at the right, below in
// portrait.
TwoColumns beside_pin_card(const Page&, Box body);
// 420 wide; draws no ground of its own.
Action pin_card(Page&, Box, const PinView&, const PinCardLook&);

} // namespace northseal::kiosk
