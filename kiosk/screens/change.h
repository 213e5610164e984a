#pragma once
// Ask to change a certificate: to revoke it, or to correct it. The institution decides.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct ChangeView {
    std::string line; // whose, what, when
    station::ChangeWanted wanted{station::ChangeWanted::revoke};
    std::string question;
    struct Reason {
        std::string id;
        std::string title;
        std::string detail;
        bool chosen{false};
        station::ChangeReason reason;
    };
    std::vector<Reason> reasons;
    std::string words;
    bool asks_words{false};
    bool typing{false};
    std::vector<std::string> next_steps;
    std::string note;
    std::string main;
    bool can_send{false};
    std::string why_not;
    bool asks_pin{false};
    PinView pin;
    std::string done; // what was asked, when and by whom; empty: nothing yet
    std::string busy;
    std::string failure;
};

ChangeView change_view(const AppState&, const Words&);
Action draw(const ChangeView&, Page&);

} // namespace northseal::kiosk
