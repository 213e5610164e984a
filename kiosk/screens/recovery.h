#pragma once
// A recovery code, read from a sheet or over the radio, opens the kiosk once where words, token, chip or PIN
// are lost.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/widgets/cells.h"

namespace northseal::kiosk {

struct RecoveryView {
    std::string code;              // as typed so far
    std::vector<Cell> cells;       // its groups
    std::vector<std::size_t> ends; // where the caret goes for each of them
    std::string ask;               // "Ask for group 4."; empty: there is none left
    std::string counted;           // "4 of 9 groups"
    std::string problem;           // which group to hear again; empty: none so far
    bool can_open{false};
    std::string why_not;
    bool typing{false};
    bool busy{false};
    std::string failure;
    std::string sheets; // which sheets still have a code
};

RecoveryView recovery_view(const AppState&, const Words&);
Action draw(const RecoveryView&, Page&);

} // namespace northseal::kiosk
