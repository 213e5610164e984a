#pragma once
// The camera on a page that asks for a code: a dark frame with what lies before it and four white corners, a
// strip that says what to do, and the way to turn it off and on. Where there is none the frame stands for the
// scanner.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"
#include "kiosk/widgets/box.h"
#include "kiosk/widgets/frame.h"

namespace northseal::kiosk {

struct CameraView {
    bool here{false}; // there is one, or was a moment ago
    bool on{false};
    const Picture* picture{nullptr}; // the state's; null while it starts
    std::uint64_t number{0};
    std::string strip;    // what to do, or why it is off
    std::string sentence; // in the bar
    std::string turn;     // on or off
};

CameraView camera_view(const AppState&, const Words&);

// Whether the page that is open asks for a code now: the only time when a camera may be on.
bool asks_for_code(const AppState&);
// On these pages showing a code is the one thing to do; elsewhere somebody asks for the camera first.
bool starts_with_camera(Screen);
// For diagnostics: whether there is one, and where.
std::string camera_sentence(const AppState&, const Words&);

// `busy` stands in the strip in place of what to do.
void camera_panel(const CameraView&, Page&, Box, const std::string& busy);
// The same frame without a camera.
void scanner_panel(Page&, Box, Icon, const std::string& sentence);
// The camera's part of a bar, and what was meant by touching it.
void add_camera(TaskBarLook&, const CameraView&);
Action camera_action(BarTap, const CameraView&);

} // namespace northseal::kiosk
