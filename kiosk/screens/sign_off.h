#pragma once
// A PIN is a signature here: the page says what it says, and for whom.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct SignOffView {
    std::string line;
    std::string turn; // "First signature of two"
    std::string name;
    std::string role;
    std::string initial;
    bool second{false};
    std::string declaration;
    std::vector<std::pair<std::string, std::string>> levels; // outcome, level
    std::string narrative;
    PinView pin;
    std::string main_label;
    std::string busy; // what is being done; empty: nothing
    std::string failure;
};

SignOffView sign_off_view(const AppState&, const Words&);
Action draw(const SignOffView&, Page&);

// Whose signature comes next; none where all have signed or a witness is still to be chosen.
std::optional<station::FacilitatorId> next_signer(const AppState&);
bool may_witness(const AppState&, const station::Facilitator&);
std::optional<station::FacilitatorId> chosen_witness(const AppState&);

} // namespace northseal::kiosk
