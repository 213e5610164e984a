#pragma once
// The languages of this kiosk, how much each of them says, and one more from a stick.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct LanguagesView {
    struct Line {
        std::string name;
        std::string detail; // how much it says, and who made it
    };
    std::vector<Line> lines;
    std::string outcome; // of the last reading; empty: none yet
    bool refused{false};
    bool can_read{false};
    std::string busy;
};

LanguagesView languages_view(const AppState&, const Words&);
Action draw(const LanguagesView&, Page&);

} // namespace northseal::kiosk
