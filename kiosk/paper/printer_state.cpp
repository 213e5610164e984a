#include <algorithm>
#include <array>

#include "kiosk/paper/printer.h"

namespace northseal::kiosk {

namespace {

struct Keyword {
    std::string_view prefix;
    PrinterState state;
};

// The gravest first: what stands earlier hides what stands later.
constexpr std::array<Keyword, 20> keywords{{
    {"media-jam", PrinterState::jam},
    {"cover-open", PrinterState::jam},
    {"door-open", PrinterState::jam},
    {"interlock-open", PrinterState::jam},
    {"input-tray-missing", PrinterState::out_of_paper},
    {"media-empty", PrinterState::out_of_paper},
    {"media-needed", PrinterState::out_of_paper},
    {"shutdown", PrinterState::offline},
    {"offline", PrinterState::offline},
    {"connecting-to-device", PrinterState::offline},
    {"timed-out", PrinterState::offline},
    {"paused", PrinterState::offline},
    {"toner-empty", PrinterState::low_ink},
    {"marker-supply-empty", PrinterState::low_ink},
    {"toner-low", PrinterState::low_ink},
    {"marker-supply-low", PrinterState::low_ink},
    {"ink-empty", PrinterState::low_ink},
    {"ink-low", PrinterState::low_ink},
    {"developer-low", PrinterState::low_ink},
    {"opc-near-eol", PrinterState::low_ink},
}};

} // namespace

PrinterState read_printer_state(int state, const std::vector<std::string>& reasons)
{
    constexpr int idle = 3, processing = 4, stopped = 5;
    for (const auto& keyword : keywords) {
        const bool named = std::ranges::any_of(
            reasons, [&](const std::string& reason) { return reason.starts_with(keyword.prefix); });
        if (named) return keyword.state;
    }
    if (state == idle) return PrinterState::ready;
    if (state == processing) return PrinterState::printing;
    // Stopped for a reason that is not in our table: somebody has to look at it.
    return state == stopped ? PrinterState::offline : PrinterState::unknown;
}

} // namespace northseal::kiosk
