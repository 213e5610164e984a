#include "kiosk/camera/source.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "kiosk/paper/picture_code.h"

namespace northseal::kiosk {

namespace {

constexpr std::string_view device_prefix = "/dev/video";
constexpr int devices_most = 64;

bool is_device(std::string_view text)
{
    if (!text.starts_with(device_prefix)) return false;
    const std::string_view number = text.substr(device_prefix.size());
    return !number.empty() && number.size() <= 3 &&
           std::all_of(number.begin(), number.end(), [](char each) { return each >= '0' && each <= '9'; });
}

// One camera may have several devices, and some of them give facts about pictures in place of pictures.
bool can_capture(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return false;
    v4l2_capability facts{};
    const bool answers = ::ioctl(file, VIDIOC_QUERYCAP, &facts) == 0;
    ::close(file);
    const auto able =
        (facts.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? facts.device_caps : facts.capabilities;
    return answers && (able & V4L2_CAP_VIDEO_CAPTURE) != 0 && (able & V4L2_CAP_STREAMING) != 0;
}

} // namespace

Result<CameraSource> read_camera_source(const std::string& text, Disk& disk)
{
    if (text.empty()) return CameraSource{};
    if (text == "none") return CameraSource{CameraKind::never, {}};
    if (is_device(text)) return CameraSource{CameraKind::device, text};
    if (text.starts_with("/dev/")) return refused("a camera's device is named /dev/video and a number");
    const auto file = disk.read(text, picture_file_most);
    if (!file)
        return refused("the camera is neither a device like /dev/video0 nor a picture that can be read: " +
                       text);
    if (picture_kind(file.value()) == PictureKind::neither)
        return refused("what stands in for a camera is no PNG or JPEG picture: " + text);
    return CameraSource{CameraKind::picture, text};
}

std::optional<std::string> find_camera(const CameraSource& source, Disk& disk)
{
    switch (source.kind) {
    case CameraKind::never:
        return std::nullopt;
    case CameraKind::picture:
        return disk.exists(source.path) ? std::optional(source.path) : std::nullopt;
    case CameraKind::device:
        return can_capture(source.path) ? std::optional(source.path) : std::nullopt;
    case CameraKind::first:
        break;
    }
    for (int number = 0; number < devices_most; ++number) {
        const std::string path = std::string(device_prefix) + std::to_string(number);
        if (disk.exists(path) && can_capture(path)) return path;
    }
    return std::nullopt;
}

} // namespace northseal::kiosk
