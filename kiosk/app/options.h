#pragma once
// The command line of northseal-kiosk.

#include <string>
#include <utility>
#include <vector>

#include "storage/base/disk.h"

namespace CLI {
class App;
}

namespace northseal::kiosk {

struct Options {
    std::string site;             // the kiosk's folder: vault and ledger
    std::string words_file;       // opens a demonstration's vault by a touch
    std::string pins_file;        // PINs of a demonstration, one a line, shown at its sign-in
    std::string print_to;         // a folder in place of a printer
    std::string printer;          // ipp://…
    std::string take_home;        // where copies go: the mount point of a stick
    std::string token;            // where the stick with the kiosk's key is mounted
    std::string tpm;              // another place where the TPM answers, as tpm2-tss names it
    std::string backup;           // a folder on a second medium
    std::string touch_map;        // what stands where, line by line: demonstrations only
    std::string language;         // to begin with; empty: as it was last, or English
    std::string sound{"default"}; // ALSA's name of what the voice is heard through
    std::string backlight{"/sys/class/backlight"}; // where the system says how bright the screen is
    std::string camera; // empty: the first one; "/dev/video2", a picture file, or "none"
    std::string size{"1280x800"};
    int width{1280};
    int height{800};
    int lock_seconds{180};
    bool full_screen{false};
    bool print_timing{false};
};

void add_options(CLI::App&, Options&);
// The lines of the PIN file, in the order in which the people were enrolled; empty where there is none.
std::vector<std::string> read_demo_pins(const Options&, Disk&);

} // namespace northseal::kiosk
