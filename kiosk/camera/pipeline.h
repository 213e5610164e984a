#pragma once
// GStreamer, and all of it: from a camera or a picture file to frames of a bounded size. Used by one thread.

#include <chrono>
#include <memory>
#include <string>

#include "kiosk/camera/camera.h"
#include "storage/base/result.h"

namespace northseal::kiosk {

class Pipeline {
public:
    // Before the program has a second thread: tells GStreamer, by environment variables of its own, to look
    // for no plugins, to start no helper that does, and to write nothing into anybody's home. The few that
    // are used are loaded by name.
    static void before_threads();

    // Frames come as soon as there are any. Refuses where a part of GStreamer is not installed, and says
    // which.
    static Result<std::unique_ptr<Pipeline>> open(const std::string& path, bool is_picture);
    ~Pipeline(); // lets go of the camera
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    enum class News { picture, nothing, busy, gone };
    // Waits so long for the next picture. Those that came in between are dropped; one of another size than it
    // should have is none.
    News next(std::chrono::milliseconds, Picture&);
    // What to look for codes in, a few times a second; nothing where none has come since.
    struct Grey {
        int width{0};
        Bytes pixels; // one byte each
    };
    static constexpr int grey_width_most = 1280;
    static constexpr int grey_height_most = 960;
    std::optional<Grey> grey();
    const std::string& problem() const; // what GStreamer said of it: for the log

private:
    struct Inside;
    explicit Pipeline(std::unique_ptr<Inside>);
    std::unique_ptr<Inside> m_inside;
};

} // namespace northseal::kiosk
