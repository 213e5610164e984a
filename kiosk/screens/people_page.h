#pragma once
// Who may assess and sign here; somebody new joins, and keeps drafts until the institution has certified
// them.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct PeopleView {
    PeopleStep step{PeopleStep::list};
    std::string line;
    struct Row {
        std::string name;
        std::string role;
        std::string chip;
        bool may_sign{false};
    };
    std::vector<Row> rows;
    std::string note; // what follows from somebody's joining
    bool may_copy{false};

    std::string name;
    bool typing{false};
    struct Role {
        std::string id;
        std::string title;
        std::string second;
        bool chosen{false};
        std::string role;
    };
    std::vector<Role> roles;
    PinView pin;
    std::string pin_main;

    std::string main; // of the bar; empty: there is none
    bool can_go_on{true};
    std::string why_not;
    std::string busy;
    std::string failure;
};

PeopleView people_view(const AppState&, const Words&);
Action draw(const PeopleView&, Page&);

} // namespace northseal::kiosk
