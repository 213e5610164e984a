#pragma once
// A language that a community brings: a folder with pack.toml (whose it is), tables of words like those of
// assets/words/en, and recordings for whoever would rather listen. What it does not say is said in English.
// assets/words/README.md tells how one is made.

#include <functional>
#include <optional>

#include "kiosk/words/words.h"

namespace northseal::kiosk {

constexpr const char* pack_file = "pack.toml";
constexpr std::size_t pack_recordings_most = 64U << 20; // bytes, all together
constexpr std::size_t pack_recording_most = 2U << 20;
constexpr std::size_t pack_words_most = 2U << 20;

// Why a pack is not taken. One reason is enough; scripts/check_words.py --pack lists them all.
enum class PackFault {
    none,
    nothing_there, // no pack.toml, or no words
    not_a_table,   // a file that is no flat table of texts
    nameless,      // no tag, or not what the language calls itself and how it asks to be chosen
    too_large,     // a file, a text or all recordings
    unknown_key,   // words, or a recording, that this kiosk never says
    other_holes,   // {name} is missing, or there is a hole that nothing fills
    empty_text,
    no_glyph // a letter that no font of this kiosk has
};

struct PackReport {
    std::string folder; // where it was read
    std::string tag;
    std::string name;    // of the language, in itself
    std::string made_by; // as pack.toml has it
    PackFault fault{PackFault::none};
    std::string where; // the key, file or letter that it is about
    std::size_t has{0};
    std::size_t all{0}; // sentences of this kiosk
    std::size_t recordings{0};
    std::vector<std::string> missing; // keys that are said in English
};

struct Pack {
    PackReport report;
    std::optional<Words> words; // where there is no fault
};

// Whether the fonts of this kiosk have a letter.
using LetterTest = std::function<bool(char32_t)>;

// Looks at all of it before any of it is used.
Pack read_pack(const std::string& folder, const Words& english, const LetterTest&, Disk&);

// Copies a pack that was read without a fault into `into`/TAG, whole or not at all; one of the same tag gives
// way. `packs_in` lists what lies there.
Result<> install_pack(const std::string& folder, const PackReport&, const std::string& into, Disk&);
std::vector<std::string> packs_in(const std::string& folder, Disk&); // folders of whole packs

} // namespace northseal::kiosk
