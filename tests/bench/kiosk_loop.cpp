// The baseline that the sleeping kiosk is measured against: the same window, the same app and its first page,
// drawn sixty times a second whether or not anything happened, as programs of this kind usually are.
//   kiosk_loop SITE SECONDS

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>

#include "kiosk/app/app.h"
#include "kiosk/app/show.h"
#include "kiosk/theme/files.h"
#include "kiosk/widgets/word_shaper.h"
#include "kiosk/window/window.h"

namespace northseal::kiosk {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto step = std::chrono::microseconds(16'667);

Result<> run(const std::string& folder, double seconds)
{
    SystemClock clock;
    SystemRandom random;
    RealDisk disk;
    const station::Surroundings around{clock, random, disk};
    auto site = TRY(station::Station::open(folder, around));
    const std::string assets = assets_folder();
    std::map<std::string, Words> languages;
    for (const char* tag : {"en", "fr"})
        languages.emplace(tag, TRY(Words::load(assets + "/words", tag, disk)));
    auto keyboards = TRY(load_keyboards(assets + "/keyboards", disk));
    auto window =
        TRY(Window::open(WindowSet{}, Theme(TRY(read_fonts(disk, assets))), make_word_shaper("en")));
    App app(std::move(site), around, nullptr, std::move(languages), {});
    app.tick(0);
    Show show(app, window->ui(), std::move(keyboards));
    const auto began = Clock::now();
    auto next = began;
    int frames = 0;
    const std::clock_t before = std::clock();
    window->after_frame([&](const Registry&) { static_cast<void>(show.settle()); });
    const auto draw = [&] {
        show.draw();
        ++frames;
        window->draw_again();
        next += step;
        std::this_thread::sleep_until(next);
        if (std::chrono::duration<double>(Clock::now() - began).count() > seconds) window->close();
    };
    static_cast<void>(window->run(draw));
    const double used = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    const double spent = std::chrono::duration<double>(Clock::now() - began).count();
    std::printf("{\"name\":\"loop\",\"frames\":%d,\"seconds\":%.2f,\"core_percent\":%.2f}\n", frames, spent,
                100 * used / spent);
    return {};
}

} // namespace

} // namespace northseal::kiosk

int main(int count, char** arguments)
{
    if (count != 3) {
        std::fprintf(stderr, "kiosk_loop SITE SECONDS\n");
        return 2;
    }
    const auto done = northseal::kiosk::run(arguments[1], std::atof(arguments[2]));
    if (!done) std::fprintf(stderr, "kiosk_loop: %s\n", done.error().detail.c_str());
    return done ? 0 : 1;
}
