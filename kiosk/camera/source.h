#pragma once
// Which camera: the first one of the machine, a certain device, or a picture that stands in for one.

#include <optional>
#include <string>

#include "storage/base/disk.h"

namespace northseal::kiosk {

enum class CameraKind {
    first,   // that can capture, of the machine's
    device,  // "/dev/video2"
    picture, // a file, shown without end: for training and for tests
    never    // none is used, even where one is
};

struct CameraSource {
    CameraKind kind{CameraKind::first};
    std::string path{}; // of the device or the picture
};

// What somebody wrote: nothing, "none", a device, or the path of a PNG or JPEG file. A device need not be
// plugged in yet; a picture must be there. Refuses anything else in a sentence that says what may stand
// there.
Result<CameraSource> read_camera_source(const std::string& text, Disk&);

// Where the camera is now; nothing where there is none. Asks each device what it can do, and starts none.
std::optional<std::string> find_camera(const CameraSource&, Disk&);

} // namespace northseal::kiosk
