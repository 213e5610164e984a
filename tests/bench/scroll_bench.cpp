// Frames without a window: a site with a hundred thousand learners, its list scrolled from the first to the
// last, and what each frame costs the processor, more rows from the ledger included. Prints one JSON line.

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

#include "kiosk/app/app.h"
#include "kiosk/app/show.h"
#include "tests/kiosk/support/stage.h"
#include "tests/support/demo_site.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

constexpr float lines_a_frame = 10; // 720 px: as fast as a finger flings a list

double processor_ms()
{
    std::timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void require(bool ok, const char* what)
{
    if (ok) return;
    std::fprintf(stderr, "scroll_bench: %s failed\n", what);
    std::exit(1);
}

void fill(test::DemoSite& site, int count)
{
    constexpr const char* first[] = {"Rose", "Elijah", "Émilie", "ᒪᕆ", "Jade", "Hən̓q̓əmin̓əm̓"};
    constexpr const char* last[] = {"Beardy", "Wesley", "Kanatewat", "Gagnon", "Fiddler", "Morrison", "Tait"};
    for (int i = 0; i < count; ++i) {
        const std::string name = std::string(first[i % 6]) + " " + last[i % 7] + " " + std::to_string(i);
        require(site.site->register_learner(test::learner_named(name), site.assessor).ok(), "registering");
        if (i % 2000 == 0) require(site.site->rest().ok(), "resting");
    }
}

struct Measured {
    std::vector<double> frames; // ms each
    std::size_t rows{0};
};

Measured scroll_through(App& app)
{
    Stage stage;
    RealDisk disk;
    Show show(app, stage.ui(),
              load_keyboards(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/keyboards", disk).value());
    const auto frame = [&] {
        const double before = processor_ms();
        stage.frame([&] {
            show.draw();
            return 0;
        });
        show.settle();
        return processor_ms() - before;
    };
    app.apply(act::ChooseLanguage{"en"});
    app.apply(act::UseWordsFile{});
    while (app.do_pending()) {
    }
    app.apply(act::ChooseFacilitator{{1}});
    for (const char* digit = test::assessor_pin; *digit != 0; ++digit) app.apply(act::PinDigit{*digit - '0'});
    app.apply(act::SubmitPin{});
    while (app.do_pending()) {
    }
    require(app.state().personal.signed_in.has_value(), "signing in");
    app.apply(act::Go{Screen::learners});
    for (int i = 0; i < 5; ++i) frame();
    Measured out;
    for (int still = 0; still < 5;) {
        const std::size_t rows = app.state().personal.learners.rows.size();
        stage.move(Point{640, 500});
        stage.turn_wheel(-lines_a_frame);
        const std::string before = stage.seen().to_json_line();
        out.frames.push_back(frame());
        const bool moved = stage.seen().to_json_line() != before;
        still = moved || app.state().personal.learners.rows.size() != rows ? 0 : still + 1;
    }
    out.rows = app.state().personal.learners.rows.size();
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const std::filesystem::path memory = "/dev/shm";
    const auto folder = (std::filesystem::is_directory(memory) ? memory : std::filesystem::current_path()) /
                        ("northseal-scroll-bench-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        test::DemoSite site((folder / "site").string());
        fill(site, count);
        RealDisk disk;
        std::map<std::string, Words> languages;
        languages.emplace(
            "en", Words::load(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words", "en", disk).value());
        AppOptions options;
        options.words_file = (folder / "words.txt").string();
        require(disk.write_durably(options.words_file, view(test::demo_words)).ok(), "writing the words");
        site.reopen();
        App app(std::move(site.site), site.around(), nullptr, std::move(languages), std::move(options));
        Measured measured = scroll_through(app);
        require(measured.rows == static_cast<std::size_t>(count), "coming to the end of the list");
        auto& all = measured.frames;
        std::sort(all.begin(), all.end());
        std::printf("{\"name\":\"scroll\",\"rows\":%zu,\"frames\":%zu,\"median_ms\":%.3f,\"p99_ms\":%.3f,"
                    "\"worst_ms\":%.3f,\"reach_ms\":8}\n",
                    measured.rows, all.size(), all[all.size() / 2], all[all.size() * 99 / 100], all.back());
    }
    std::filesystem::remove_all(folder);
    return 0;
}
