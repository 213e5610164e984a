#pragma once
// The on-screen keyboard, 412 px high. Layouts are tables in assets/keyboards, so that a community can bring
// its own; each names where it was taken from.

#include <map>
#include <optional>

#include "kiosk/widgets/text_entry.h"
#include "kiosk/widgets/ui.h"
#include "storage/base/disk.h"

namespace northseal::kiosk {

struct Key {
    std::string text{};               // what it types
    std::string shifted{};            // empty: the same
    std::vector<std::string> accents; // after a long press
    std::vector<std::string> shifted_accents;
    bool raised{false}; // a small sign that stands high, as finals of syllabics do: drawn larger
};

struct KeyboardLayout {
    std::string id{}; // "en", "fr-CA", "syllabics-inuktitut"
    std::map<std::string, std::string>
        names;                  // on its space bar and in the list, by the language of the screens
    std::string language{};     // of the screens whose first keyboard this is; empty: of none
    std::string switch_label{}; // on the key that leads to it: "ABC", "ÀÉÈ", "ᐊᑉ"
    std::string source{};       // where the arrangement was taken from
    bool has_shift{false};
    std::vector<std::vector<Key>> rows;
    std::vector<std::vector<Key>> signs; // figures and signs, by the .,? key; may be empty
    // Syllabics: what a pair of keys does to the letter before the caret, as letter -> letter.
    std::vector<std::pair<std::string, std::string>> lengthen;
    std::vector<std::pair<std::string, std::string>> add_w;
    std::vector<std::string> hyphen_accents; // behind the hyphen beside the space bar, where there is one

    const std::string& name(const std::string& language) const; // English where it has none in that language
};

// All layouts of a folder: those of the screens' languages first, then by name. Refuses a table that is not
// what the README of assets/keyboards says.
Result<std::vector<KeyboardLayout>> load_keyboards(const std::string& folder, Disk&);

struct KeyboardState {    // the application's
    std::string layout{}; // its id; empty: the first one of the language of the screens
    std::string before{}; // the one used before it: a key leads back there
    bool shift{false};
    bool signs{false};
    bool choosing{false}; // the list of layouts stands in place of the keys
    std::string opened{}; // the letter whose accents stand there, for whoever has keys and no finger to hold
    bool operator==(const KeyboardState&) const = default;
};

struct KeyboardLook {
    std::string done{};      // on the key that closes it
    std::string backspace{}; // for the voice
    std::string shift{};
    std::string space{};
    std::string signs{".,?"};
    std::string letters{"abc"};
    std::string lengthen{}; // beside its letter: "long"
    std::string add_w{"w"};
    std::string layouts{};  // of the key that opens the list of layouts
    std::string close{};    // of the same key while the list is open
    std::string language{}; // of the screens: "en", "fr"
    std::string hint{};     // below the last row, where there is room
};

struct KeyboardTap {
    std::vector<Edit> edits{};            // to apply to the entry, in order
    std::optional<KeyboardState> state{}; // to keep from now on
    bool done{false};
    explicit operator bool() const { return !edits.empty() || state.has_value() || done; }
};

float keyboard_height(const Ui&); // at the foot of the screen
// Which of them the state means; 0 where it names none of them.
std::size_t layout_in_use(const std::vector<KeyboardLayout>&, const KeyboardState&,
                          const std::string& language);
// A key's id is "key/" and what it types; the others are "key/shift", "key/back", "key/space", "key/done",
// "key/signs", "key/lengthen", "key/w", "key/layouts" (opens the list) and "key/layout/ID". Draws at the foot
// of the screen and covers what lies below. `entry` is what it types into.
KeyboardTap keyboard(Ui&, const std::vector<KeyboardLayout>&, const KeyboardState&, const TextEntry& entry,
                     const KeyboardLook&);

} // namespace northseal::kiosk
