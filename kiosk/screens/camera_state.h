#pragma once
// What the page that asks for a code has of the camera. The picture is of whoever stands there: it goes with
// the page.

#include "kiosk/camera/camera.h"

namespace northseal::kiosk {

constexpr int camera_seconds = 60; // so long it looks for a code

struct CameraSight {
    bool on{false};
    CameraReport report;
    std::string place; // for diagnostics
};

} // namespace northseal::kiosk
