#pragma once
// The type of the kiosk by what it is for. Manrope for words of the interface and numerals, Noto Sans for
// sentences and for everything a person typed. Nothing is smaller than 16 px at 150 dpi.

namespace northseal::kiosk {

enum class Role {
    display,      // 52: the welcome page alone
    title,        // 36: page title, clock, PIN digits
    heading,      // 28: card and section headings
    task,         // 24: title of a task, name of a level
    button,       // 20: buttons, card titles
    label,        // 18: status titles, row actions, field labels
    nav,          // 16: the rail
    name,         // 24: names, text being typed, keys of the keyboard
    name_strong,  // 24 bold: a name as the title of a task
    row,          // 21: first line of a row
    body,         // 19: sentences
    body_strong,  // 19 bold: the current item
    small,        // 17: second lines, chips
    small_strong, // 17 bold: what is measured beside a name
    row_strong    // 21 bold: the chosen one of several rows
};
constexpr int role_count = static_cast<int>(Role::row_strong) + 1;

enum class Typeface { manrope_bold, manrope_semibold, noto, noto_bold };

struct RoleMetrics {
    float px;   // the em
    float line; // from one line to the next
    Typeface face;
};
const RoleMetrics& metrics(Role); // at text size normal

// For people who need larger words: everything grows, nothing is cut.
enum class TextSize { normal, large, largest };
float factor(TextSize); // 1, 1.2, 1.4

} // namespace northseal::kiosk
