#pragma once
// The real camera: a thread of its own finds it, takes its pictures and reads the codes in them. While it is
// off that thread sleeps, and the program has nothing of it open.

#include <functional>
#include <memory>

#include "kiosk/camera/camera.h"
#include "kiosk/camera/source.h"

namespace northseal::kiosk {

struct CameraSet {
    CameraSource source{};
    std::function<void()> changed{}; // on the camera's thread: report() is another, or there is a code
    std::function<void(const std::string&)> log{}; // on the camera's thread: why there is no picture
};

class LiveCamera final : public Camera {
public:
    // Before the program has a second thread: see Pipeline.
    static void before_threads();

    // Never refuses: what is missing is told by report(). The disk is only read, and outlives the camera.
    LiveCamera(CameraSet, Disk&);
    ~LiveCamera() override; // waits until the camera is let go

    void look() override;
    void start() override;
    void stop() override;
    CameraReport report() const override;
    std::optional<std::string> take_code() override;
    std::string place() const override;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace northseal::kiosk
