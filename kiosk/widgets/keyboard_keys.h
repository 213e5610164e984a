#pragma once
// Single keys of the on-screen keyboard: 58 high, foot 2 px darker, down at once.

#include "kiosk/widgets/touch.h"

namespace northseal::kiosk::keys {

constexpr float high = 58;
constexpr float gap = 8;

// Returns what was typed, or nothing. A long press offers `accents` on a card above the key: slide to one and
// lift; slide off to leave.
std::string letter(Ui&, Box, const std::string& text, const std::vector<std::string>& accents, bool raised);
bool function(Ui&, std::string_view id, Box, Icon, std::string_view label, bool held);
bool repeating(Ui&, std::string_view id, Box, Icon, std::string_view label); // again and again while held
bool word(Ui&, std::string_view id, Box, std::string_view text, std::string_view label);
bool done(Ui&, std::string_view id, Box, std::string_view text);
// One of several layouts in the list: what stands on the key that leads there, and its name.
bool layout(Ui&, std::string_view id, Box, std::string_view sample, std::string_view name, bool chosen);
bool space(Ui&, std::string_view id, Box, std::string_view text, std::string_view label);

} // namespace northseal::kiosk::keys
