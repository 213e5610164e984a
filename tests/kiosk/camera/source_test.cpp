#include <doctest/doctest.h>

#include "kiosk/camera/source.h"
#include "tests/kiosk/camera/held_paper.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

TEST_SUITE("kiosk/camera/source")
{
    TEST_CASE("nothing is the first camera there is, and a device is taken by its name")
    {
        RealDisk disk;
        CHECK(read_camera_source("", disk).value().kind == CameraKind::first);
        CHECK(read_camera_source("none", disk).value().kind == CameraKind::never);
        const auto device = read_camera_source("/dev/video12", disk);
        REQUIRE(device.ok());
        CHECK(device.value().kind == CameraKind::device);
        CHECK(device.value().path == "/dev/video12");
    }

    TEST_CASE("a picture stands in for a camera where it is one")
    {
        const Scratch scratch;
        RealDisk disk;
        REQUIRE(write_png(empty_room(), scratch.path("room.png")));
        const auto source = read_camera_source(scratch.path("room.png"), disk);
        REQUIRE(source.ok());
        CHECK(source.value().kind == CameraKind::picture);
        CHECK(find_camera(source.value(), disk) == scratch.path("room.png"));
    }

    TEST_CASE("anything else is refused in a sentence that says what may stand there")
    {
        const Scratch scratch;
        RealDisk disk;
        REQUIRE(disk.write_durably(scratch.path("words.png"), view("no picture")).ok());
        for (const std::string& text :
             {std::string("/dev/video"), std::string("/dev/videoX"), std::string("/dev/video1234"),
              std::string("/dev/sda"), std::string("/dev/video0; rm"), std::string("camera"),
              scratch.path("nobody.png"), scratch.path("words.png"), scratch.path(),
              std::string("rtsp://a/b")}) {
            CAPTURE(text);
            const auto source = read_camera_source(text, disk);
            REQUIRE_FALSE(source.ok());
            CHECK(source.error().fault == Fault::refused);
            CHECK(source.error().detail.size() > 20);
        }
    }

    TEST_CASE("a file under a device's name is no camera")
    {
        RealDisk disk;
        CHECK_FALSE(find_camera({CameraKind::device, "/dev/video987"}, disk));
        CHECK_FALSE(find_camera({CameraKind::device, "/dev/null"}, disk));
        CHECK_FALSE(find_camera({CameraKind::never, {}}, disk));
    }
}
