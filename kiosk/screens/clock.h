#pragma once
// Two people say what time it is, each with their PIN: for when the kiosk's clock is in doubt, or plainly
// wrong.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct ClockView {
    std::string why; // in doubt, or what setting it does
    bool doubt{false};
    std::string said; // "Tuesday 24 November 2026, 10:42"
    struct Part {
        ClockPart part;
        std::string label;
        std::string value;
        std::string earlier, later; // for the voice: "One day earlier"
    };
    std::vector<Part> parts;
    bool may_change{true}; // until the first PIN has counted
    std::string turn;      // "First of two people"
    struct Choice {
        station::FacilitatorId id;
        std::string name;
        bool chosen{false};
    };
    std::vector<Choice> seconds; // who may be the second, where there are several
    PinView pin;
    std::string main_label;
    std::string busy;
    std::string failure;
};

ClockView clock_view(const AppState&, const Words&);
Action draw(const ClockView&, Page&);

// Who may set the clock beside the one who signed in: whom the institution certified.
std::vector<station::Facilitator> second_setters(const AppState&);
// The same instant with one part of its local date or time moved; days stay within their month.
Instant stepped(Instant, ClockPart, int by, int offset);

} // namespace northseal::kiosk
