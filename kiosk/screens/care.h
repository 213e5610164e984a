#pragma once
// What this kiosk itself needs from people: room on its disk, and a copy on its second medium.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct CareView {
    std::string title;
    std::string line;
    struct Part {
        Icon icon;
        Tone tone{Tone::good};
        std::string title;
        std::string sentence;
        struct Use {
            Icon icon;
            std::string title;
            std::string detail;
            std::string amount;
        };
        std::vector<Use> uses{}; // what takes the room, by kind
        std::vector<std::string> steps{};
        std::string why{}; // at its foot
    };
    Part disk;
    Part copy;
    bool can_copy{false};
    std::string sentence; // of the bar
    std::string busy;
    std::string failure;
};

CareView care_view(const AppState&, const Words&);
Action draw(const CareView&, Page&);

// Whether home should say so.
bool disk_needs_care(const AppState&);
bool copy_needs_care(const AppState&);

} // namespace northseal::kiosk
