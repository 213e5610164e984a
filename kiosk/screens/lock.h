#pragma once
// Nobody is signed in: no name, no result.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct LockView {
    std::string time;
    std::string date;
    std::string site;
    std::string sentence;
    std::string open_label; // "Touch to sign in", or "Type the six words"
    Screen opens{Screen::sign_in};
    bool vault_open{false};
    std::string printer;
    std::string other_language; // its name; touching it changes the language
    std::string other_tag;
    TextSize next_size{TextSize::large};
};

LockView lock_view(const AppState&, const Words&);
Action draw(const LockView&, Page&);

} // namespace northseal::kiosk
