#pragma once
// What practice is, before somebody opens it.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct PracticeView {
    std::vector<std::string> sentences;
    bool open{true}; // nothing else is being done
    std::string busy;
    std::string failure;
};

PracticeView practice_view(const AppState&, const Words&);
Action draw(const PracticeView&, Page&);

} // namespace northseal::kiosk
