#pragma once
// Registering a person in three steps: name, facts, consent. The words of consent are shown in the language
// of the person and kept with the answer.

#include "kiosk/screens/action.h"
#include "kiosk/screens/language_tap.h"
#include "kiosk/screens/learners.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct RegistrationView {
    RegistrationStep step{RegistrationStep::name};
    std::string title;
    std::string first_name;
    std::string name;
    std::string number;
    std::string guardian;
    TextField typing{TextField::none};
    std::string missing;  // what is missing in this step, in words; empty: go on
    std::string sentence; // beside the main action
    std::string main_label;
    std::string drop_label; // throws a form away that was left once; empty: no such way
    bool can_go_on{false};
    bool asks_to_drop{false};

    std::vector<LearnerLine> likely; // "is this one of these people?"
    std::string likely_sentence;

    station::IdentityGrade identity{};
    station::AgeBand age{};
    bool asks_guardian{false};
    std::vector<LanguageTap> languages;

    struct ConsentRow {
        Icon icon{Icon::home};
        std::string line;
        std::string detail;
        bool needed{false}; // agreed to by the main action, with all of them
        bool on{false};     // the others: off until the learner has said so
    };
    std::string consent_language;               // in which the question is put, and read
    std::vector<LanguageTap> consent_languages; // in which it can be put; one is no choice
    std::string read_label; // "Read aloud", or "Stop"; empty where there is no voice, or all is read anyway
    bool reading{false};
    std::string question;
    std::vector<ConsentRow> consent;
    std::string needed; // on the rows that cannot be said no to
    std::string change_mind;
    std::vector<std::pair<std::string, std::string>> facts;
    bool busy{false};
    std::string failure;
};

// The language in which the consent is put to the learner: that of their certificate, or another they chose.
std::string consent_language(const Registration&);
// `consent_words` are those of that language; the rest is in the facilitator's.
RegistrationView registration_view(const AppState&, const Words&, const Words& consent_words);
Action draw(const RegistrationView&, Page&);

// Exactly what stood on the screen, to be kept with the answer.
std::string consent_as_shown(const Words& consent_words, const AppState&);
// The same for a voice, a phrase at a time.
std::vector<std::string> consent_as_said(const Words& consent_words, const AppState&);
// Whether a language has all words of the consent itself: English is not mixed into what somebody agrees to.
bool has_consent(const Words&);
// What keeps this step from being done, as a sentence; empty when nothing does.
std::string registration_missing(const Registration&, const Words&);
std::string identity_words(station::IdentityGrade, const Words&);
std::string age_words(station::AgeBand, const Words&);
std::string language_name(const AppState&, const std::string& tag);

} // namespace northseal::kiosk
