#pragma once
// Text that is being typed. It lives in the application's state, not in a widget: a widget shows it and
// returns edits. A letter with its marks is one step of the caret and goes as one.

#include <cstddef>
#include <string>
#include <vector>

namespace northseal::kiosk {

struct Edit {
    enum class Kind { insert, backspace, erase, left, right, home, end, enter };
    Kind kind{Kind::insert};
    std::string text{}; // of insert: UTF-8
    bool operator==(const Edit&) const = default;
};

struct TextEntry {
    std::string text{};    // UTF-8, kept in NFC
    std::size_t caret{0};  // byte offset between two letters, 0 to text.size()
    std::size_t most{120}; // code points; what goes beyond is refused
    bool operator==(const TextEntry&) const = default;

    // False where nothing changed: at an end, at the bound, a control character. Enter changes nothing.
    bool apply(const Edit&);
    void set(std::string text); // caret at the end
};

// Byte offsets at which a caret may stand, 0 and text.size() among them.
std::vector<std::size_t> caret_stops(const std::string& text);

} // namespace northseal::kiosk
