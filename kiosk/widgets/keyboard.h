#pragma once
// The on-screen keyboard, 412 px high. Layouts are tables in assets/keyboards, so that a community can bring
// its own; each names where it was taken from.

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
};

struct KeyboardLayout {
    std::string id{};           // "en", "fr-CA", "syllabics-western"
    std::string name{};         // on its space bar, in its own language
    std::string switch_label{}; // on the key that leads to it: "ABC", "ÀÉÈ", "ᐊᐁ"
    std::string source{};       // where the arrangement was taken from
    bool has_shift{false};
    std::vector<std::vector<Key>> rows;
    std::vector<std::vector<Key>> signs; // figures and signs, by the .,? key; may be empty
    // Syllabics: what a pair of keys does to the letter before the caret, as letter -> letter.
    std::vector<std::pair<std::string, std::string>> lengthen;
    std::vector<std::pair<std::string, std::string>> add_w;
    bool finals_last{false}; // the last row holds finals, drawn larger
};

// All layouts of a folder, sorted by id. Refuses a table that is not what the README of assets/keyboards
// says.
Result<std::vector<KeyboardLayout>> load_keyboards(const std::string& folder, Disk&);

struct KeyboardState { // the application's
    std::size_t layout{0};
    bool shift{false};
    bool signs{false};
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
    std::string hint{}; // below the last row, where there is room
};

struct KeyboardTap {
    std::vector<Edit> edits{};            // to apply to the entry, in order
    std::optional<KeyboardState> state{}; // to keep from now on
    bool done{false};
    explicit operator bool() const { return !edits.empty() || state.has_value() || done; }
};

float keyboard_height(const Ui&); // at the foot of the screen
// A key's id is "key/" and what it types; the others are "key/shift", "key/back", "key/space", "key/done",
// "key/signs", "key/lengthen", "key/w" and "key/layout/ID". Draws at the foot of the screen and covers what
// lies below. `entry` is what it types into.
KeyboardTap keyboard(Ui&, const std::vector<KeyboardLayout>&, const KeyboardState&, const TextEntry& entry,
                     const KeyboardLook&);

} // namespace northseal::kiosk
