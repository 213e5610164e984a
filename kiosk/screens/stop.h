#pragma once
// The technician's way out: somebody's PIN ends the program, and whatever watches it does not start it again.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct StopView {
    std::vector<std::string> steps; // what happens, in order
    PinView pin;
    std::string busy;
    std::string failure;
};

StopView stop_view(const AppState&, const Words&);
Action draw(const StopView&, Page&);

} // namespace northseal::kiosk
