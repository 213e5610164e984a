#pragma once
// The first page after power-on: a language, in its own words.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct WelcomeView {
    std::string site;
    std::string date_and_time;
    std::vector<LanguageChoice> languages;
    std::vector<std::string> greetings; // "Choose a language.", once in each language that has it
    std::string practice;               // said wherever this is a demonstration; else empty
};

WelcomeView welcome_view(const AppState&, const Words&);
Action draw(const WelcomeView&, Page&);

} // namespace northseal::kiosk
