#pragma once
// For whoever is asked to help from afar: what this machine is, how it does, and what did not go as asked.
// The one place where a code stands; nothing personal.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct DiagnosticsView {
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<std::pair<std::string, std::string>> failures; // when and code, the latest first
    std::vector<std::string> log;                              // as the program wrote it, the latest last
    std::string copied;                                        // what became of copying; empty: nothing yet
    bool can_copy{false};
};

DiagnosticsView diagnostics_view(const AppState&, const Words&);
Action draw(const DiagnosticsView&, Page&);

// The same as a text file.
std::string diagnostics_text(const AppState&, const Words&);
// "issuing/full": what was being done, and how it ended.
std::string failure_code(Busy, Fault);

} // namespace northseal::kiosk
