#pragma once
// Rows of a list or a card: the whole row is the target.

#include <optional>

#include "kiosk/widgets/card.h"

namespace northseal::kiosk {

struct RowLook {
    std::string title{};
    std::string second{}; // a line below; may be empty
    // At the left: an initial of this name, or an icon, or nothing.
    std::string initial_of{};
    Icon icon{Icon::none};
    Tone tone{Tone::neutral};
    // At the right: a chip, or a word, and a chevron.
    std::string chip{};
    Icon chip_icon{Icon::none};
    Tone chip_tone{Tone::good};
    std::string action{}; // "Review", beside the chevron
    bool chevron{true};
    std::size_t found_at{0}; // the bytes of the title that a search found: bold, on emberSoft
    std::size_t found_length{0};
    bool enabled{true};
    std::string why_not{};
    Colour ground{0}; // 0: none
    float indent{0};  // kept free at the left, for a mark of the page's own
};
float row_height(const Ui&, float width, const RowLook&); // 72 to 84, more for long names
// `box` has the padding inside; the words keep 24 from its sides.
bool row(Ui&, std::string_view id, Box, const RowLook&);
// The same without a target: something said in a list.
void plain_row(Ui&, Box, const RowLook&);

// A row of settings or consent: glyph, title, second line, a switch at the right.
struct SwitchLook {
    std::string title{};
    std::string second{};
    Icon icon{Icon::none};
    bool on{false};
    bool enabled{true};
    std::string why_not{};
};
float switch_row_height(const Ui&, float width, const SwitchLook&);
bool switch_row(Ui&, std::string_view id, Box, const SwitchLook&);
// In place of the switch a lock and a word: what cannot be chosen.
float needed_row_height(const Ui&, float width, const SwitchLook&, std::string_view needed);
void needed_row(Ui&, Box, const SwitchLook&, std::string_view needed);

struct ChoiceLook {
    std::string title{};
    std::string second{};
    bool chosen{false};
    bool enabled{true};
};
float choice_height(const Ui&, float width, const ChoiceLook&);
bool choice_row(Ui&, std::string_view id, Box, const ChoiceLook&); // 84, disc 34

// One of a column of places, as in settings: 72 high, chosen primarySoft and bold.
bool menu_item(Ui&, std::string_view id, Box, Icon, std::string_view label, bool chosen);

// A fact: its name above its value.
float fact(Ui&, Point, float width, std::string_view name, std::string_view value); // height used
// A step to follow: disc 40 with a numeral, words beside it. Returns the height used, at least 56.
float numbered_step(Ui&, Point, float width, int number, std::string_view words, Role = Role::body);

} // namespace northseal::kiosk
