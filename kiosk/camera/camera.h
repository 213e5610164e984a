#pragma once
// A camera, passed in like the voice and the printer: while it is on it shows what lies before it, and says
// what a square code there holds. Nothing waits for it, nothing of it is kept, and a kiosk without one works
// as ever.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/paper/picture.h"

namespace northseal::kiosk {

enum class CameraStage {
    none,     // no camera is here
    off,      // one is, and rests
    starting, // asked for; no picture yet
    showing
};

// Why it is not on, though it was asked for.
enum class CameraTrouble {
    none,
    taken_away, // it was unplugged, or is not there any more
    busy,       // another program has it
    no_picture  // it is there and gives nothing that can be shown
};

struct CameraReport {
    CameraStage stage{CameraStage::none};
    CameraTrouble trouble{CameraTrouble::none};
    std::uint64_t number{0}; // of the picture: grows with each
    std::shared_ptr<const Picture> picture{};
};

// As many bytes as a scanner may type for one code; the largest QR code holds 2953.
constexpr std::size_t camera_code_most = 4096;
// Larger than any of these two no picture leaves a camera.
constexpr int camera_width_most = 640;
constexpr int camera_height_most = 480;

class Camera {
public:
    virtual ~Camera() = default;

    virtual void look() = 0;  // whether one is there; the report says it some time later
    virtual void start() = 0; // the trouble before is forgotten; while it is on: nothing
    virtual void stop() = 0;  // at once there is no picture and no code any more
    virtual CameraReport report() const = 0;
    // The text of a code before it, once: the same code again only after another one, or another start.
    virtual std::optional<std::string> take_code() = 0;
    virtual std::string place() const = 0; // the device or the file, for diagnostics; empty: none was found
};

} // namespace northseal::kiosk
