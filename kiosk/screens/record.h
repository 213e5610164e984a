#pragma once
// What is kept about one person, and what they may ask for: to take it with them, to have it put right, to
// have it erased.

#include "kiosk/screens/action.h"
#include "kiosk/screens/language_tap.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct RecordView {
    std::string name;
    std::string line;
    RecordStep step{RecordStep::see};
    std::vector<std::pair<std::string, std::string>> facts;
    struct Way { // what may be done, as a row
        std::string id;
        Icon icon{Icon::none};
        std::string title;
        std::string second;
        bool enabled{true};
        Action action;
    };
    std::vector<Way> ways;

    // Put right.
    std::string new_name;
    std::string number;
    std::vector<LanguageTap> languages;
    TextField typing{TextField::none};

    // Erased.
    struct Choice {
        std::string id;
        std::string title;
        std::string second;
        bool chosen{false};
        Action action;
    };
    std::vector<Choice> reasons;
    std::vector<Choice> retentions;
    std::string note; // what follows from it, or what was done
    bool asks_pin{false};
    PinView pin;
    std::string pin_main; // of a new PIN of the learner's own

    std::string main; // of the bar; empty: there is no bar
    bool can_go_on{true};
    std::string why_not;
    Action main_action;
    std::string busy;
    std::string failure;
};

RecordView record_view(const AppState&, const Words&);
Action draw(const RecordView&, Page&);

} // namespace northseal::kiosk
