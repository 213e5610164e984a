#pragma once
// A person's own record, opened at the door with their own paper, or their name and PIN: seen, taken along,
// corrected or erased on their word. Nobody who works here needs to stand beside them.

#include "kiosk/screens/action.h"
#include "kiosk/screens/camera.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

struct MyRecordView {
    MyRecordStep step{MyRecordStep::ask};
    bool closed{false}; // the kiosk's records are sealed
    bool can_read_stick{false};
    CameraView camera;
    std::string trouble;
    std::string busy;

    std::string called; // as it was typed
    bool typing{false};
    PinView pin;
    std::string pin_main;
    std::vector<std::string> pin_steps; // what a PIN of one's own is for

    std::string name; // empty: nobody's record is open
    std::string line;
    struct Kept {
        Icon icon;
        std::string title;
        std::string detail;
        std::string initial_of{}; // in place of the icon
    };
    std::vector<Kept> kept;
    struct Way {
        std::string id;
        Icon icon;
        Tone tone;
        std::string title;
        std::string detail;
        bool enabled{true};
        Action action;
        std::vector<std::pair<Icon, std::string>> means{}; // what follows from it, in short lines below
    };
    std::string opened; // how often it was; empty: never
    std::vector<Kept> openings;
    std::vector<Way> ways;
    struct Line {
        std::string name; // empty: the value is a heading
        std::string value;
    };
    std::vector<Line> all; // every line that is kept
    std::vector<std::string> correct_steps;
    struct Reason {
        std::string id;
        std::string title;
        bool chosen{false};
        station::ErasureReason reason;
    };
    std::vector<Reason> reasons;
    std::vector<std::string> erase_means;
    std::string failure;
};

MyRecordView my_record_view(const AppState&, const Words&);
Action draw(const MyRecordView&, Page&);

} // namespace northseal::kiosk
