#pragma once
// One sign-off for a whole session: who is signed for, who is left out and why, and the PIN.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct GroupSignView {
    struct Line {
        std::string name;
        std::string chip;
        bool ready{false};
        bool done{false}; // signed, or issued
    };
    std::string line;
    std::string turn; // "First signature of two"
    std::string name; // who signs
    std::string role;
    bool second{false};
    std::string declaration;
    std::vector<Line> lines;
    PinView pin;
    std::string main;
    std::string nothing_to_sign; // why there is no PIN to give
    std::string busy;
    std::string failure;
};

GroupSignView group_sign_view(const AppState&, const Words&);
Action draw(const GroupSignView&, Page&);

// Whose PIN comes next: the one who is signed in, then the witness, where the programme asks for one; nobody
// where all that can be signed is signed.
std::optional<station::FacilitatorId> next_group_signer(const AppState&);
// Why somebody's assessment is left out: "Outcome 4 has no level".
std::string left_out(const std::vector<station::Station::Missing>&, const Words&);

} // namespace northseal::kiosk
