#pragma once
// The permission to issue: how much of it is left, and how it is renewed: a stick, a code that is scanned, or
// eighteen words that the coordinator reads over the radio and somebody types here.

#include "kiosk/screens/action.h"
#include "kiosk/screens/camera.h"
#include "kiosk/screens/page.h"
#include "kiosk/widgets/cells.h"

namespace northseal::kiosk {

struct RenewalView {
    RenewalStep step{RenewalStep::ways};
    std::string line;

    // What is left.
    Tone tone{Tone::neutral};
    std::string heading; // "It ends in 14 days"
    std::string on;      // "On Tuesday 8 December 2026"
    struct Bar {
        std::string label;
        std::string left; // "14 of 180 are left"
        float used{0};    // part
        bool runs_out{false};
    };
    std::vector<Bar> bars;
    struct Say {
        Icon icon;
        Tone tone;
        std::string title;
        std::string sentence;
    };
    std::vector<Say> says;
    std::string scope; // which programmes, and where

    // How it may come.
    struct Way {
        std::string id;
        Icon icon;
        std::string title;
        std::string second;
        Action action; // none: done with the hands
        bool enabled{true};
    };
    std::vector<Way> ways;
    CameraView camera; // in place of what is left, while it is on
    std::string stick; // what became of looking there; empty: nobody has

    // By words.
    std::string words; // as typed so far
    std::vector<Cell> cells;
    std::vector<std::size_t> ends; // where the caret goes for each of them
    std::string counted;           // "12 of 18 words"
    float part{0};
    std::string problem; // which word to hear again; empty: none so far
    std::vector<std::string> offered;
    std::size_t begun{0};     // letters of the word that they go on from
    std::string offered_hint; // beside them
    bool can_renew{false};
    std::string why_not;
    bool typing{false};

    std::string done; // renewed: until when, and how many
    std::string busy;
    std::string failure;
};

RenewalView renewal_view(const AppState&, const Words&);
Action draw(const RenewalView&, Page&);

} // namespace northseal::kiosk
