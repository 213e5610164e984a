#pragma once
// Two people say what time it is, each alone and with their PIN: for when the kiosk's clock is in doubt, or
// plainly wrong. What the first one said is hidden from the second.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct ClockView {
    std::string line;  // below the title
    std::string saved; // at the right of the head
    std::string heading;
    std::string explain; // below it: that each says it alone
    std::string apart;   // their answers differed; empty: they did not
    struct Part {
        ClockPart part;
        std::string label;
        std::string value;
        std::string earlier, later; // for the voice: "One day earlier"
    };
    std::vector<Part> parts; // day, month, year, hour, minute
    struct Person {
        std::string name; // empty: nobody yet
        std::string second;
        std::string chip;
        bool here{false}; // their turn
        bool done{false};
    };
    std::vector<Person> people;
    struct Choice {
        station::FacilitatorId id;
        std::string name;
        bool chosen{false};
    };
    std::vector<Choice> seconds; // who may be the second, where there are several
    std::string why_title;
    struct Reason {
        Icon icon;
        Tone tone;
        std::string title;
        std::string sentence;
    };
    std::vector<Reason> why;
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
