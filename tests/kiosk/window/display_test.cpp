#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <ctime>
#include <stdexcept>
#include <thread>

#include "kiosk/widgets/word_shaper.h"
#include "kiosk/window/window.h"
#include "tests/kiosk/support/component_sheets.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

std::unique_ptr<Window> open_window(WindowSet set = {})
{
    RealDisk disk;
    auto files = read_fonts(disk, assets_folder());
    REQUIRE(files.ok());
    auto window = Window::open(std::move(set), Theme(std::move(files).value()), make_word_shaper("en"));
    REQUIRE_MESSAGE(window.ok(), (window.ok() ? "" : window.error().detail));
    return std::move(window).value();
}

const Sheet& sheet(std::string_view name, const std::vector<Sheet>& all)
{
    for (const Sheet& one : all) {
        if (name == one.name) return one;
    }
    throw std::runtime_error("no such sheet");
}

} // namespace

TEST_SUITE("kiosk/window")
{
    TEST_CASE("what the graphics driver draws is what the stage paints")
    {
        const auto sheets = component_sheets();
        const Sheet& rubric = sheet("rubric", sheets);
        WindowSet set;
        set.print_timing = true;
        auto window = open_window(std::move(set));
        Window::Screenshot shot;
        window->take_screenshot([&](const Window::Screenshot& taken) {
            shot = taken;
            window->close();
        });
        CHECK(window->run([&] { rubric.draw(window->ui()); }) == 0);

        Stage stage;
        stage.frame([&] {
            rubric.draw(stage.ui());
            return 0;
        });
        const auto painted = stage.paint();
        REQUIRE(shot.rgba.size() == painted.rgba.size());
        double square = 0;
        for (std::size_t at = 0; at < shot.rgba.size(); ++at) {
            const double apart = static_cast<double>(shot.rgba[at]) - painted.rgba[at];
            square += at % 4 == 3 ? 0 : apart * apart;
        }
        const double mean = square / (static_cast<double>(shot.rgba.size()) * 0.75);
        MESSAGE("PSNR " << 10 * std::log10(255 * 255 / std::max(mean, 1e-9)) << " dB");
        CHECK(mean < 10); // 38 dB: the same picture but for the rounding at smooth edges
    }

    TEST_CASE("ten frames that throw end the program, nine do not")
    {
        int frames = 0;
        std::vector<std::string> said;
        WindowSet set;
        set.log = [&](const std::string& line) { said.push_back(line); };
        auto window = open_window(std::move(set));
        const int status = window->run([&] {
            ++frames;
            window->draw_again();
            if (frames != 10) throw std::runtime_error("a view went wrong");
        });
        CHECK(status == 1);
        CHECK(frames == 20);
        REQUIRE(said.size() == 19);
        CHECK(said[0].find("a view went wrong") != std::string::npos);
    }

    TEST_CASE("an idle window sleeps")
    {
        auto window = open_window();
        int frames = 0;
        std::thread closer([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(2500));
            window->mailbox().post([&] { window->close(); });
        });
        const std::clock_t before = std::clock();
        window->run([&] { ++frames; });
        const double used = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        closer.join();
        MESSAGE(frames << " frames, " << used << " s of the processor in 2.5 s, its start included");
        CHECK(frames <= 12);
    }

    TEST_CASE("an idle window sleeps, though it is told at each tick how it should look")
    {
        auto window = open_window();
        int frames = 0;
        int ticks = 0;
        const auto tick = [&] {
            window->set_look({Scheme::light, TextSize::normal, 0});
            if (++ticks == 30) window->close(); // thousands a second, were it awake
            return false;
        };
        window->mailbox().post([] {});
        std::thread closer([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(2500));
            window->mailbox().post([&] { window->close(); });
        });
        window->run([&] { ++frames; }, tick);
        closer.join();
        CHECK(frames <= 12);
    }

    TEST_CASE("the text size changes while the window stands")
    {
        auto window = open_window();
        float before = 0;
        float after = 0;
        int frames = 0;
        window->run([&] {
            ++frames;
            const float size = window->ui().theme().font(Role::body).size;
            if (frames == 1) {
                before = size;
                window->set_look({Scheme::dark, TextSize::largest, 0});
            } else {
                after = size;
                window->close();
            }
        });
        CHECK(after / before == doctest::Approx(1.4).epsilon(0.01));
        CHECK(window->ui().theme().look().scheme == Scheme::dark);
    }

    TEST_CASE("without a display the refusal says what to do")
    {
        const std::string display = std::getenv("DISPLAY") == nullptr ? "" : std::getenv("DISPLAY");
        unsetenv("DISPLAY");
        RealDisk disk;
        auto files = read_fonts(disk, assets_folder());
        REQUIRE(files.ok());
        const auto window = Window::open({}, Theme(std::move(files).value()));
        setenv("DISPLAY", display.c_str(), 1);
        REQUIRE_FALSE(window.ok());
        CHECK(window.error().detail.find("DISPLAY") != std::string::npos);
    }
}
