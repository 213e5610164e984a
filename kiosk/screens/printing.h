#pragma once
// The printer, in sentences: what is safe, what happened, what to do, another way.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct PrintingView {
    std::string line;
    std::string heading;
    std::string sentence;
    std::vector<std::string> steps;
    std::string chip;
    bool trouble{false};
    bool done{false};
    bool busy{false};  // the page is with the printer
    bool waits{false}; // something else is being done: printing again waits for it
    std::string bar_sentence;
    std::string main_label;
    Action main;
    bool can_copy{false};
    std::string failure;
};

PrintingView printing_view(const AppState&, const Words&);
Action draw(const PrintingView&, Page&);

} // namespace northseal::kiosk
