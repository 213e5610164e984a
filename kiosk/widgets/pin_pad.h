#pragma once
// Six dots and twelve keys. What was typed is the application's and never reaches the registry.

#include <optional>

#include "kiosk/widgets/touch.h"

namespace northseal::kiosk {

constexpr int pin_digits = 6;

struct PinLook {
    int typed{0};            // dots that are filled
    bool wrong{false};       // dots are berry
    bool enabled{true};      // closed while a wait runs
    std::string why_not{};   // the sentence that names the wait
    std::string clear{};     // word on the key
    std::string backspace{}; // for the voice
};

struct PinTap {
    std::optional<char> digit{}; // '0' to '9'
    bool backspace{false};
    bool clear{false};
    explicit operator bool() const { return digit.has_value() || backspace || clear; }
};

// 360 wide and 372 high at its normal size: three keys of 112x84 across, 12 apart. On a low screen the keys
// give way. Ids: "pin/0" to "pin/9", "pin/clear", "pin/back".
constexpr float pin_key_high = 84;
constexpr float pin_key_low = 60;
Box pin_pad_box(const Ui&, Point top_left, float key_height = pin_key_high);
PinTap pin_pad(Ui&, Box, const PinLook&);
void pin_dots(Ui&, Point centre, const PinLook&);
// Digits typed on a physical keyboard in this frame, as taps.
std::vector<PinTap> typed_pin(const Ui&);

} // namespace northseal::kiosk
