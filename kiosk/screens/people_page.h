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
        bool shown{false};
        station::FacilitatorId id;
    };
    std::vector<Row> rows;
    // Of the one who was touched: what they may do now, and what becomes of their PIN.
    struct Detail {
        std::string name;
        std::string role;
        bool leaves{false}; // the page on which somebody says that they have left
        struct Say {
            Icon icon;
            Tone tone;
            std::string title;
            std::string sentence;
        };
        std::vector<Say> says;
        struct Way {
            std::string id;
            Icon icon;
            std::string title;
            std::string second;
            Action action; // none: it only says how
            std::string why_not;
        };
        std::vector<Way> ways;
    };
    std::optional<Detail> detail;
    std::string note; // what follows from somebody's joining, or having left
    Icon note_icon{Icon::users};
    Tone note_tone{Tone::neutral};
    std::string add; // the words of the button that begins it
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
