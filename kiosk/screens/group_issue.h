#pragma once
// Issuing for the group: each certificate is whole by itself, and paper follows at its own pace.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct GroupIssueView {
    struct Line {
        std::string name;
        GroupStep step{GroupStep::waits};
        bool here{false};  // is being signed now
        std::string paper; // "Printed"; empty: nothing to say
        std::string chip;
        std::optional<station::IssuedId> opens;
    };
    std::string line;
    std::vector<Line> lines;
    std::string counted; // "4 of 7 are issued"
    float part{0};
    std::string printed; // "2 printed"
    std::string held_title;
    std::string held; // who is left out, and what became of their draft
    bool busy{false};
    bool can_print{false};
    bool prints{false};
    std::string printer;
    bool may_go_on{false}; // some wait and nothing is being signed
    std::string failure;
};

GroupIssueView group_issue_view(const AppState&, const Words&);
Action draw(const GroupIssueView&, Page&);

} // namespace northseal::kiosk
