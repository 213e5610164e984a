#include "kiosk/app/options.h"

#include <CLI/CLI.hpp>

namespace northseal::kiosk {

namespace {

// "1280x800" into its two numbers; an empty answer means that it fits.
std::string read_size(const std::string& text, int& width, int& height)
{
    char rest = 0;
    int across = 0;
    int down = 0;
    const int found = std::sscanf(text.c_str(), "%5dx%5d%c", &across, &down, &rest);
    if (found != 2 || across < 600 || down < 480 || across > 7680 || down > 7680)
        return "write the size as WIDTHxHEIGHT, for example 1280x800, at least 600x480";
    width = across;
    height = down;
    return {};
}

} // namespace

void add_options(CLI::App& command, Options& options)
{
    command.add_option("--site", options.site, "Folder of the enrolled kiosk")->required()->type_name("DIR");
    command.add_option("--words-file", options.words_file, "File with the six words of a demonstration")
        ->type_name("FILE");
    command
        .add_option("--pins-file", options.pins_file,
                    "PINs of a demonstration, one a line (pins.txt beside the words)")
        ->type_name("FILE");
    auto* folder = command.add_option("--print-to", options.print_to, "Write pages into this folder, as PDF")
                       ->type_name("DIR");
    command.add_option("--printer", options.printer, "The printer's address, ipp://HOST/PATH")
        ->type_name("URI")
        ->excludes(folder);
    command.add_option("--take-home", options.take_home, "Where copies to take home go: a stick")
        ->type_name("DIR");
    command
        .add_option("--token", options.token, "Where the stick with the key is mounted (protection class B)")
        ->type_name("DIR");
    command.add_option("--tpm", options.tpm, "Where the TPM answers, if not at /dev/tpmrm0 (class A)")
        ->type_name("TCTI");
    command.add_option("--backup", options.backup, "A folder on a second medium: a sealed copy every night")
        ->type_name("DIR");
    command.add_option("--lang", options.language, "Language to begin with, in place of the one it had last")
        ->check(CLI::IsMember({"en", "fr"}));
    command.add_option("--backlight", options.backlight, "Where the system says how bright the screen is");
    command.add_option("--sound", options.sound, "What the voice is heard through, as ALSA names it")
        ->type_name("DEVICE");
    command
        .add_option("--camera", options.camera,
                    "Camera that reads codes: /dev/videoN, a PNG or JPEG in its place, or none")
        ->type_name("SOURCE");
    auto* size = command.add_option("--size", options.size, "Size of the window")->type_name("WxH");
    size->check(
        [&options](const std::string& text) { return read_size(text, options.width, options.height); });
    command.add_flag("--full-screen", options.full_screen, "Cover the whole screen")->excludes(size);
    command
        .add_option("--lock-after", options.lock_seconds,
                    "Seconds without a touch until names leave the screen")
        ->check(CLI::Range(20, 3600));
    command
        .add_option("--touch-map", options.touch_map,
                    "Write what stands where as JSON lines (demonstrations only)")
        ->type_name("FILE");
    command.add_flag("--print-timing", options.print_timing,
                     "Say how long the first frame took, and when each was drawn");
    command.footer("Exit codes: 0 closed, 10 stopped at the screen by somebody's PIN (do not start it "
                   "again), 1 ten frames in a row could not be drawn, 2 something is missing (said in one "
                   "sentence), 3 a fault of the program.");
}

std::vector<std::string> read_demo_pins(const Options& options, Disk& disk)
{
    std::string path = options.pins_file;
    if (path.empty() && !options.words_file.empty()) {
        const std::size_t slash = options.words_file.rfind('/');
        path = (slash == std::string::npos ? std::string() : options.words_file.substr(0, slash + 1)) +
               "pins.txt";
    }
    std::vector<std::string> pins;
    if (path.empty() || !disk.exists(path)) return pins;
    constexpr std::size_t pins_file_most = 4096;
    const auto bytes = disk.read(path, pins_file_most);
    if (!bytes) return pins;
    std::string line;
    for (const char c : text_of(bytes.value())) {
        if (c >= '0' && c <= '9') line += c;
        if (c != '\n') continue;
        if (line.size() == 6) pins.push_back(line);
        line.clear();
    }
    if (line.size() == 6) pins.push_back(line);
    return pins;
}

} // namespace northseal::kiosk
