#pragma once
// A person's own PIN, what opens this kiosk (words, a stick, the chip inside), and the recovery sheets: made
// new.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct KeysView {
    struct Choice {
        KeyWay way;
        std::string id;
        std::string title;
        std::string second; // or why it cannot be chosen
        bool chosen{false};
        bool enabled{true};
    };
    std::string line; // what opens it now
    std::string note; // what to do, or what was done
    bool done{false};
    std::vector<Choice> choices;
    // To be written down now: six words, or the two codes, each with what it is for.
    std::vector<std::pair<std::string, std::string>> secrets;
    PinView pin;
    std::string main;
    std::string busy;
    std::string failure;
};

KeysView keys_view(const AppState&, const Words&);
Action draw(const KeysView&, Page&);

} // namespace northseal::kiosk
