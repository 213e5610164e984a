#pragma once
// How this kiosk looks and speaks, and what it is. Changes count at once.

#include "kiosk/screens/action.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct SettingsView {
    Preferences preferences;
    std::vector<LanguageChoice> languages;
    std::vector<StatusLine> kiosk;
    VoiceTrouble voice{VoiceTrouble::none};
    bool can_dim{false}; // the screen's light can be set
};

SettingsView settings_view(const AppState&, const Words&);
Action draw(const SettingsView&, Page&);

struct AboutView {
    std::string class_title;
    std::string class_line;
    std::string class_sentence;
    std::vector<std::pair<std::string, std::string>> facts;
    std::string log_title;
    std::string log_sentence;
    const QrMatrix* checkpoint{nullptr}; // the whole signed head; none where it could not be made
    std::string log_head;                // the root of the log's tree, in groups that can be read out
};

AboutView about_view(const AppState&, const Words&);
Action draw(const AboutView&, Page&);

} // namespace northseal::kiosk
