#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "kiosk/camera/live_camera.h"
#include "kiosk/camera/pipeline.h"
#include "tests/kiosk/camera/held_paper.h"
#include "tests/paper/samples.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

// A home of this program's own, to see what is written there; and before there is a thread, as the program
// does it.
const Scratch home;
const bool prepared = [] {
    for (const char* place : {"HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        ::setenv(place, home.path().c_str(), 1);
    LiveCamera::before_threads();
    return true;
}();

// A camera that looks at a picture file, and waits for what it tells.
class Watched {
public:
    explicit Watched(const std::string& path, CameraKind kind = CameraKind::picture)
    {
        CameraSet set;
        set.source = {kind, path};
        set.changed = [this] {
            const std::lock_guard lock(m_mutex);
            m_wake.notify_all();
        };
        set.log = [this](const std::string& sentence) {
            const std::lock_guard lock(m_mutex);
            m_logged += sentence + "\n";
        };
        camera = std::make_unique<LiveCamera>(std::move(set), m_disk);
    }

    template<class Wanted>
    bool wait(Wanted wanted)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, std::chrono::seconds(20), wanted);
    }
    bool wait_for(CameraStage stage)
    {
        return wait([&] { return camera->report().stage == stage; });
    }
    bool wait_for(CameraTrouble trouble)
    {
        return wait([&] { return camera->report().trouble == trouble; });
    }
    bool wait_for_pictures(std::uint64_t number)
    {
        return wait([&] { return camera->report().number >= number; });
    }
    std::string wait_for_code()
    {
        std::optional<std::string> code;
        if (!wait([&] { return (code = camera->take_code()).has_value(); })) return "no code";
        return *code;
    }
    std::string logged()
    {
        const std::lock_guard lock(m_mutex);
        return m_logged;
    }

private:
    RealDisk m_disk;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::string m_logged;

public:
    std::unique_ptr<LiveCamera> camera; // last: its thread uses the others
};

std::string held_certificate(const Scratch& scratch, const std::string& name)
{
    const auto certificate = reference_certificate(name);
    const auto page = draw_certificate(certificate, words_for(certificate), 2000);
    REQUIRE(page.ok());
    const std::string path = scratch.path(name + ".png");
    REQUIRE(write_png(held_paper(page.value()), path));
    return path;
}

std::size_t open_files()
{
    std::size_t out = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator("/proc/self/fd")) ++out;
    return out;
}

} // namespace

TEST_SUITE("kiosk/camera")
{
    TEST_CASE("the code of a certificate that is held before it is read, whole, and told once")
    {
        const Scratch scratch;
        for (const char* name : {"en-typical", "fr-60letters", "en-full"}) {
            CAPTURE(name);
            Watched watched(held_certificate(scratch, name));
            REQUIRE(watched.wait_for(CameraStage::off));
            watched.camera->start();
            CHECK(watched.wait_for_code() == reference_certificate(name).slip_url);
            const auto shown = watched.camera->report().number;
            REQUIRE(watched.wait_for_pictures(shown + 12)); // it was looked at again meanwhile
            CHECK_FALSE(watched.camera->take_code());
            watched.camera->stop();
            watched.camera->start();
            CHECK(watched.wait_for_code() == reference_certificate(name).slip_url);
        }
    }

    TEST_CASE("a camera of little or of odd width reads the usual certificate, too")
    {
        const Scratch scratch;
        const auto certificate = reference_certificate("en-typical");
        const auto page = draw_certificate(certificate, words_for(certificate), 2000);
        REQUIRE(page.ok());
        for (const int width : {640, 999, 1921}) {
            CAPTURE(width);
            REQUIRE(write_png(held_paper(page.value(), width), scratch.path("held.png")));
            Watched watched(scratch.path("held.png"));
            watched.camera->start();
            CHECK(watched.wait_for_code() == certificate.slip_url);
        }
    }

    TEST_CASE("what it shows is bounded, opaque, and of the shape that lies before it")
    {
        const Scratch scratch;
        const auto certificate = reference_certificate("en-typical");
        const auto page = draw_certificate(certificate, words_for(certificate), 2000);
        REQUIRE(page.ok());
        REQUIRE(write_png(page.value(), scratch.path("page.png")));
        Watched watched(scratch.path("page.png"));
        watched.camera->start();
        REQUIRE(watched.wait_for_pictures(2));
        const auto report = watched.camera->report();
        REQUIRE(report.picture);
        const Picture& picture = *report.picture;
        CHECK(picture.width <= camera_width_most);
        CHECK(picture.height <= camera_height_most);
        REQUIRE(picture.rgba.size() == static_cast<std::size_t>(4 * picture.width * picture.height));
        const double shape = static_cast<double>(picture.width) / picture.height;
        CHECK(shape == doctest::Approx(792.0 / 612).epsilon(0.02));
        bool opaque = true;
        for (std::size_t at = 3; at < picture.rgba.size(); at += 4)
            opaque = opaque && picture.rgba[at] == 255;
        CHECK(opaque);
    }

    TEST_CASE("no more than twelve pictures a second")
    {
        const Scratch scratch;
        REQUIRE(write_png(empty_room(), scratch.path("room.png")));
        Watched watched(scratch.path("room.png"));
        watched.camera->start();
        REQUIRE(watched.wait_for_pictures(1));
        const auto began = std::chrono::steady_clock::now();
        const auto first = watched.camera->report().number;
        REQUIRE(watched.wait_for_pictures(first + 20));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        CHECK(took.count() > 20 / 13.0);
    }

    TEST_CASE("where there is no code, none is told, however long one looks")
    {
        const Scratch scratch;
        REQUIRE(write_png(empty_room(), scratch.path("room.png")));
        Watched watched(scratch.path("room.png"));
        watched.camera->start();
        REQUIRE(watched.wait_for_pictures(15));
        CHECK_FALSE(watched.camera->take_code());
        CHECK(watched.camera->report().trouble == CameraTrouble::none);
    }

    TEST_CASE("off means that nothing is kept: no picture, no code, no open file")
    {
        const Scratch scratch;
        const auto path = held_certificate(scratch, "en-typical");
        Watched watched(path);
        REQUIRE(watched.wait_for(CameraStage::off));
        watched.camera->start();
        REQUIRE(watched.wait_for_pictures(8)); // and the first plugins are loaded
        watched.camera->stop();
        const auto report = watched.camera->report();
        CHECK(report.stage == CameraStage::off);
        CHECK(report.picture == nullptr);
        CHECK_FALSE(watched.camera->take_code());
        const auto number = report.number;
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        CHECK(watched.camera->report().number == number);
        CHECK(watched.camera->report().picture == nullptr);
        CHECK_FALSE(watched.camera->take_code());
        const std::size_t open = open_files();
        watched.camera->start();
        REQUIRE(watched.wait_for_pictures(number + 3));
        watched.camera->stop();
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        CHECK(open_files() == open);
    }

    TEST_CASE("it can be stopped while it starts, started twice, and put away at any moment")
    {
        const Scratch scratch;
        REQUIRE(write_png(empty_room(), scratch.path("room.png")));
        Watched watched(scratch.path("room.png"));
        for (int times = 0; times < 20; ++times) {
            watched.camera->start();
            CHECK(watched.camera->report().stage != CameraStage::off);
            if (times % 3 == 1) watched.camera->start();
            std::this_thread::sleep_for(std::chrono::milliseconds(times * 7 % 60));
            watched.camera->stop();
            CHECK(watched.camera->report().stage == CameraStage::off);
            CHECK(watched.camera->report().picture == nullptr);
        }
        const auto before = watched.camera->report().number;
        watched.camera->start();
        watched.camera->start();
        REQUIRE(watched.wait_for_pictures(before + 3));
        watched.camera->start();
        CHECK(watched.camera->report().stage == CameraStage::showing);
    }

    TEST_CASE("a file that is no picture, one that is cut off and one too large give no picture, in words")
    {
        const Scratch scratch;
        RealDisk disk;
        REQUIRE(write_png(empty_room(), scratch.path("whole.png")));
        const auto whole = disk.read(scratch.path("whole.png"), 1 << 20);
        REQUIRE(whole.ok());
        const auto put = [&](const char* name, ByteView bytes) {
            REQUIRE(disk.write_durably(scratch.path(name), bytes).ok());
        };
        put("words.png", view("this is no picture at all, whatever its name says"));
        put("cut.png", ByteView(whole.value()).first(60));
        Picture wide;
        wide.width = 9000;
        wide.height = 20;
        wide.rgba.resize(static_cast<std::size_t>(4 * wide.width * wide.height), 255);
        REQUIRE(write_png(wide, scratch.path("wide.png")));
        put("empty.png", {});
        for (const char* name : {"words.png", "cut.png", "wide.png", "empty.png"}) {
            CAPTURE(name);
            Watched watched(scratch.path(name));
            watched.camera->start();
            REQUIRE(watched.wait_for(CameraTrouble::no_picture));
            const auto report = watched.camera->report();
            CHECK(report.stage == CameraStage::off);
            CHECK(report.picture == nullptr);
            CHECK(report.number == 0);
            CHECK_FALSE(watched.logged().empty());
        }
    }

    TEST_CASE("a device that is not there is told, and one that comes later is found")
    {
        const Scratch scratch;
        Watched none("/dev/video987", CameraKind::device);
        none.camera->start();
        REQUIRE(none.wait_for(CameraTrouble::taken_away));
        CHECK(none.camera->report().stage == CameraStage::none);
        CHECK(none.camera->place().empty());

        Watched later(scratch.path("room.png"));
        later.camera->start();
        REQUIRE(later.wait_for(CameraTrouble::taken_away));
        REQUIRE(write_png(empty_room(), scratch.path("room.png")));
        later.camera->look();
        REQUIRE(later.wait_for(CameraStage::off));
        CHECK(later.camera->report().trouble == CameraTrouble::none);
        CHECK(later.camera->place() == scratch.path("room.png"));
        later.camera->start();
        REQUIRE(later.wait_for(CameraStage::showing));
    }

    TEST_CASE("the way from a device is whole, and says what GStreamer says of one that is not there")
    {
        auto pipeline = Pipeline::open("/dev/video987", false);
        REQUIRE_MESSAGE(pipeline.ok(), (pipeline.ok() ? "" : pipeline.error().detail));
        Picture picture;
        auto news = Pipeline::News::nothing;
        for (int waits = 0; waits < 100 && news == Pipeline::News::nothing; ++waits)
            news = pipeline.value()->next(std::chrono::milliseconds(50), picture);
        CHECK(news == Pipeline::News::gone);
        CHECK(pipeline.value()->problem().find("/dev/video987") != std::string::npos);
        CHECK(picture.rgba.empty());
        CHECK_FALSE(pipeline.value()->grey());
    }

    TEST_CASE("where none is to be used, none is looked for")
    {
        Watched watched({}, CameraKind::never);
        watched.camera->start();
        REQUIRE(watched.wait_for(CameraStage::none));
        CHECK(watched.camera->report().picture == nullptr);
    }

    TEST_CASE("GStreamer leaves nothing in anybody's home, and runs no code that it wrote itself")
    {
        const Scratch scratch;
        REQUIRE(write_png(empty_room(), scratch.path("room.png")));
        Watched watched(scratch.path("room.png"));
        watched.camera->start();
        REQUIRE(watched.wait_for_pictures(2));
        std::ifstream maps("/proc/self/maps"); // Orc's files have lost their names by now
        std::string line;
        bool gstreamer = false;
        while (std::getline(maps, line)) {
            CHECK_MESSAGE(line.find("orcexec") == std::string::npos, line);
            gstreamer = gstreamer || line.find("libgstvideoconvertscale") != std::string::npos;
        }
        CHECK(gstreamer);
        for (const auto& each : std::filesystem::recursive_directory_iterator(home.path())) {
            const std::string left = each.path().string();
            CHECK_MESSAGE(left.find("gst") == std::string::npos, left);
        }
    }
}
