// northseal-kiosk: the touchscreen program. It reads its options, opens the site and the window, and passes
// clock, randomness, disk and printer to the app; everything else is elsewhere.

#include <CLI/CLI.hpp>

#include <cstdio>
#include <sys/utsname.h>

#include <ctime>
#include <exception>
#include <filesystem>

#include "kiosk/app/app.h"
#include "kiosk/app/backlight.h"
#include "kiosk/app/end_signal.h"
#include "kiosk/app/options.h"
#include "kiosk/app/preferences.h"
#include "kiosk/app/show.h"
#include "kiosk/app/touch_map.h"
#include "kiosk/camera/live_camera.h"
#include "kiosk/paper/background_printer.h"
#include "kiosk/theme/files.h"
#include "kiosk/theme/letters.h"
#include "kiosk/voice/spoken_voice.h"
#include "kiosk/widgets/word_shaper.h"
#include "kiosk/window/window.h"
#include "storage/vault/process.h"

namespace northseal::kiosk {

namespace {

// Somebody ended the program with their PIN: whatever watches it lets it rest (kiosk/app/README.md).
constexpr int exit_stopped = 10;

// Minutes east of UTC by the machine's time zone, just then: summer time comes and goes while it runs.
int offset_at(Instant now)
{
    const auto time = static_cast<std::time_t>(now);
    std::tm local{};
    if (::localtime_r(&time, &local) == nullptr) return 0;
    return static_cast<int>(local.tm_gmtoff / 60);
}

void to_log(const std::string& sentence)
{
    std::fprintf(stderr, "northseal-kiosk: %s\n", sentence.c_str());
}

// A ledger that does not read back is brought back from the second medium, where there is one.
Result<std::unique_ptr<station::Station>> open_site(const Options& options, station::Surroundings around)
{
    auto site = station::Station::open(options.site, around);
    if (site.ok() || site.error().fault != Fault::corrupt || options.backup.empty()) return site;
    to_log(site.error().detail);
    const auto restored = TRY(station::Station::restore(options.site, options.backup, around));
    for (const auto& passed : restored.passed_over) to_log("passed over, " + passed);
    to_log("restored from generation " + std::to_string(restored.from.generation) + " of the backup, made " +
           to_date_time(restored.from.made));
    return station::Station::open(options.site, around);
}

// One on a network may be off, or hang: no frame waits for it.
std::unique_ptr<Printer> in_background(CupsPrinter printer, const std::function<void()>& news)
{
    return std::make_unique<BackgroundPrinter>(std::make_unique<CupsPrinter>(std::move(printer)), news);
}

Result<std::unique_ptr<Printer>> open_printer(const Options& options, Disk& disk,
                                              const std::function<void()>& news)
{
    if (!options.print_to.empty()) {
        auto printer = TRY(FilePrinter::open(options.print_to, disk));
        return std::unique_ptr<Printer>(std::make_unique<FilePrinter>(std::move(printer)));
    }
    if (!options.printer.empty()) {
        auto printer = TRY(CupsPrinter::open(options.printer));
        return in_background(std::move(printer), news);
    }
    // Where there is no queue either, certificates are kept and printed later: that is no fault.
    auto queue = CupsPrinter::open_default_queue();
    if (!queue) return std::unique_ptr<Printer>();
    return in_background(std::move(queue.value()), news);
}

struct Languages {
    std::map<std::string, Words> words;
    std::vector<PackReport> packs;
};

// English and French, which are ours, and what communities brought: beside them, or on a stick some day.
Result<Languages> load_languages(const std::string& assets, const std::string& installed, Disk& disk)
{
    Languages out;
    for (const char* tag : {"en", "fr"})
        out.words.emplace(tag, TRY(Words::load(assets + "/words", tag, disk)));
    std::vector<std::string> folders = packs_in(installed, disk);
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(assets + "/words", none)) {
        if (disk.exists(entry.path().string() + "/" + pack_file)) folders.push_back(entry.path().string());
    }
    for (const std::string& folder : folders) {
        Pack pack = read_pack(folder, out.words.at("en"), can_set, disk);
        if (!pack.words) {
            to_log("a language was not taken: " + folder + ", at " + pack.report.where);
            continue;
        }
        if (out.words.emplace(pack.report.tag, std::move(*pack.words)).second)
            out.packs.push_back(std::move(pack.report));
    }
    return out;
}

// "Linux 6.1.0-28-amd64 x86_64".
std::string system_name()
{
    utsname name{};
    if (::uname(&name) != 0) return {};
    return std::string(name.sysname) + " " + name.release + " " + name.machine;
}

WindowSet window_set(const Options& options)
{
    WindowSet set;
    set.full_screen = options.full_screen;
    set.width = options.width;
    set.height = options.height;
    set.look.pixels = options.full_screen ? 0.0F : 1.0F;
    set.print_timing = options.print_timing;
    set.log = to_log;
    return set;
}

// A kiosk without its list of words still issues: it is renewed by stick.
std::optional<institution::WordList> read_word_list(const std::string& assets, Disk& disk)
{
    const auto bytes = disk.read(assets + "/words/passphrase.txt", institution::word_list_most);
    if (!bytes) return std::nullopt;
    auto list = institution::WordList::read(text_of(bytes.value()));
    return list ? std::optional(std::move(list.value())) : std::nullopt;
}

// How the kiosk looked and spoke last. A file that is not whole is left aside, and said so in the log.
std::optional<Preferences> kept_preferences(const Options& options, const std::string& path, Disk& disk)
{
    auto kept = read_preferences(path, disk);
    if (!kept) {
        if (kept.error().fault != Fault::not_found) to_log("preferences: " + kept.error().detail);
        return std::nullopt;
    }
    if (!options.language.empty()) kept.value().language = options.language;
    return kept.value();
}

// A pack's recordings stand beside its words, one a key.
VoiceSet voice_set(const Options& options, const Languages& languages, const std::string& assets, Disk& disk)
{
    VoiceSet set;
    set.device = options.sound;
    for (const auto& [tag, words] : languages.words) {
        std::string folder = assets + "/words/" + tag;
        for (const PackReport& pack : languages.packs) {
            if (pack.tag == tag) folder = pack.folder;
        }
        auto recordings = Recordings::of_language(folder + "/recordings", words, disk);
        if (!recordings.empty()) set.recordings.emplace(tag, std::move(recordings));
    }
    return set;
}

std::string languages_folder(const Options& options)
{
    return options.site + "-languages";
}

AppOptions app_options(const Options& options, std::vector<PackReport> packs, Disk& disk)
{
    AppOptions out;
    out.assets = assets_folder();
    out.system = system_name();
    out.languages = languages_folder(options);
    out.packs = std::move(packs);
    out.preferences_file = options.site + "/preferences.json";
    out.running_mark = options.site + "/running";
    out.preferences = kept_preferences(options, out.preferences_file, disk);
    out.spoken = read_word_list(assets_folder(), disk);
    out.folder = options.site;
    out.words_file = options.words_file;
    out.take_home = options.take_home;
    out.trust = options.site + "/trust"; // the institution's lists, where they have come
    out.backup = options.backup;
    out.token = options.token;
    out.software = NORTHSEAL_VERSION;
    out.language = options.language.empty() ? "en" : options.language;
    out.lock_seconds = options.lock_seconds;
    out.demo_pins = read_demo_pins(options, disk);
    out.picture_width = static_cast<int>(static_cast<float>(options.width) * 0.575F);
    out.log = to_log;
    return out;
}

Result<int> run(const Options& options)
{
    TRY(vault::harden_process());
    EndSignal::hold();
    LiveCamera::before_threads();
    SystemClock clock;
    SystemRandom random;
    RealDisk disk;
    station::Surroundings around{clock, random, disk};
    around.minutes_east = offset_at(clock.now());
    if (!options.tpm.empty()) around.tpm = options.tpm;
    auto site = TRY(open_site(options, around));
    if (!options.touch_map.empty() && !site->facts().specimen)
        return refused(
            "--touch-map writes what stands on the screen into a file: it is for demonstrations only");
    CameraSet seen;
    seen.source = TRY(read_camera_source(options.camera, disk));
    seen.log = to_log;
    const std::string assets = assets_folder();
    auto languages = TRY(load_languages(assets, languages_folder(options), disk));
    auto keyboards = TRY(load_keyboards(assets + "/keyboards", disk));
    Theme theme(TRY(read_fonts(disk, assets)));
    auto window = TRY(Window::open(window_set(options), std::move(theme), make_word_shaper("en")));

    // What others have to tell ends the window's sleep, and nothing else: the tick looks for itself.
    const auto wake = [&mailbox = window->mailbox()] { mailbox.post([] {}); };
    const EndSignal end([&window] { window->mailbox().post([&window] { window->close(); }); });
    const auto printer = TRY(open_printer(options, disk, wake));
    VoiceSet spoken = voice_set(options, languages, assets, disk);
    spoken.changed = wake; // what the voice does is seen in the caption
    SpokenVoice voice(std::move(spoken), disk);

    seen.changed = [&mailbox = window->mailbox()] { mailbox.wake(); }; // its pictures are frames enough
    LiveCamera camera(std::move(seen), disk);

    AppOptions settings = app_options(options, std::move(languages.packs), disk);
    settings.voice = &voice;
    auto backlight = Backlight::find(options.backlight);
    settings.backlight = backlight ? &*backlight : nullptr;
    settings.camera = &camera;
    App app(std::move(site), around, printer.get(), std::move(languages.words), std::move(settings));
    app.tick(offset_at(clock.now()));
    Show show(app, window->ui(), std::move(keyboards));
    TouchMap map(options.touch_map);
    TRY(map.open());
    window->after_frame([&](const Registry& seen) {
        // The map says what stands when nothing more follows by itself: whoever reads it may act on it.
        if (show.settle())
            window->draw_again();
        else
            map.write(seen);
    });
    const auto tick = [&] {
        const std::uint64_t before = app.revision();
        const std::uint64_t sight = app.sight();
        app.tick(offset_at(clock.now()));
        if (app.sight() != sight) window->draw_once();
        window->set_look(show.look(0));
        if (app.state().stopping) window->close();
        return app.revision() != before;
    };
    const int ended = window->run([&] { show.draw(); }, tick);
    return app.state().stopping ? exit_stopped : ended;
}

} // namespace

} // namespace northseal::kiosk

int main(int count, char** arguments)
{
    using namespace northseal::kiosk;
    try {
        Options options;
        CLI::App command("Northseal's kiosk: assess, sign, print. It needs no network.");
        add_options(command, options);
        CLI11_PARSE(command, count, arguments);
        const auto ended = run(options);
        if (ended) return ended.value();
        to_log(ended.error().detail);
        return 2;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "northseal-kiosk: %s\n", problem.what());
        return 3;
    }
}
