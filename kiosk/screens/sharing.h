#pragma once
// What leaves this kiosk, by which road, and what never does. Anyone may open it.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct SharingView {
    bool signed_in{false};
    std::string heading;
    std::string sentence;
    struct Row {
        Icon icon{Icon::certificate};
        std::string line;
        std::string figure;
    };
    std::vector<Row> rows;
    std::string total;
    struct Kind {
        std::string line;
        std::string detail;
        std::string chip;
    };
    std::vector<Kind> kinds;
    std::string foot;
};

SharingView sharing_view(const AppState&, const Words&);
Action draw(const SharingView&, Page&);

} // namespace northseal::kiosk
