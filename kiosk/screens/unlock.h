#pragma once
// After power-on the vault is closed: six words or a token open it. (Where a chip guards it, a PIN does:
// sign_in.h.)

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct UnlockView {
    bool by_token{false}; // else by words
    std::string words;    // as typed so far
    std::string counted;  // "3 of 6 words"
    bool can_open{false};
    std::string why_not;     // beside the closed button
    std::string refused;     // the last six words, or the stick, did not fit; else empty
    bool offers_file{false}; // a file with the words was named at start
    bool typing{false};
    bool busy{false};
    std::string failure;
};

UnlockView unlock_view(const AppState&, const Words&);
Action draw(const UnlockView&, Page&);

int count_words(std::string_view text);

} // namespace northseal::kiosk
