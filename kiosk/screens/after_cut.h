#pragma once
// After the power went: what the kiosk looked at, what it found, and the draft that somebody was writing.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct AfterCutView {
    std::string line; // since when it ran
    Tone tone{Tone::good};
    std::string heading;
    std::string sentence; // how much was read, and whether it is whole
    struct Found {
        std::string id; // of a row that leads on; empty: it only says
        Icon icon;
        Tone tone;
        std::string title;
        std::string detail;
        std::string chip;
        Action action{};
    };
    std::vector<Found> found;
    struct Draft {
        std::string name;
        std::string programme;
        struct Outcome {
            std::string name;
            int level{0};
            int levels{4};
            bool open{false}; // the first without a level
            std::string word; // where there is none
        };
        std::vector<Outcome> outcomes;
        std::string words; // the last that was typed
    };
    std::optional<Draft> draft;
    std::string main;
    Action go_on;
};

AfterCutView after_cut_view(const AppState&, const Words&);
Action draw(const AfterCutView&, Page&);

} // namespace northseal::kiosk
