#pragma once
// The coordinator reads eighteen words over the radio; somebody types them here.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct RenewalView {
    std::string now;     // what may be issued, until when
    std::string words;   // as typed so far
    std::string counted; // "12 of 18 words"
    std::string problem; // which word to hear again; empty: none so far
    std::string done;    // renewed: until when, and how many
    bool can_renew{false};
    std::string why_not;
    bool typing{false};
    bool has_stick{false}; // a place where one would be
    std::string stick;     // what became of looking there; empty: nobody has
    std::string busy;
    std::string failure;
};

RenewalView renewal_view(const AppState&, const Words&);
Action draw(const RenewalView&, Page&);

} // namespace northseal::kiosk
