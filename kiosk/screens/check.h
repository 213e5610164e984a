#pragma once
// Check a certificate: anyone may, without signing in and without a connection. Nothing is kept of it.

#include "kiosk/screens/action.h"
#include "kiosk/screens/camera.h"
#include "kiosk/screens/page.h"
#include "kiosk/widgets/message.h"

namespace northseal::kiosk {

struct CheckView {
    // Ready to read one.
    bool closed{false}; // the kiosk's records are sealed: it knows no programme
    bool can_read_stick{false};
    CameraView camera;
    std::string serial;
    bool typing{false};
    std::string trouble; // what could not be read, and what to do
    bool explains{false};

    // What was found.
    bool found{false};
    std::string read_by; // "Read by the scanner at 11:12"
    VerdictLook verdict;
    bool vouched{false}; // outcomes and levels may be shown
    bool says_something{false};
    std::string holder;
    std::string programme;
    std::string issued;
    struct Outcome {
        std::string name;
        std::string level;
        int bars{0};
        int of{4};
    };
    std::vector<Outcome> outcomes;
    std::vector<std::pair<std::string, std::string>> unvouched; // name and value: what it says
    struct Line {
        Icon icon;
        Tone tone;
        std::string title;
        std::string sentence;
    };
    std::vector<Line> means;

    std::string busy;
    std::string closes; // "This page clears itself in 60 seconds."
    std::string failure;
};

CheckView check_view(const AppState&, const Words&);
Action draw(const CheckView&, Page&);

// What could not be read, in a sentence; empty where nothing was in the way.
std::string trouble_sentence(CheckTrouble, const Words&);
// Seconds without a touch until what anyone opened closes; 0: nothing of that kind is open.
int closes_after(const AppState&);

} // namespace northseal::kiosk
