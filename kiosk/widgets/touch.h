#pragma once
// The one door for fingers. It alone decides how large a target is (56 px, 9.5 mm, at least), gives it its
// name, and tells the registry. A tap counts when the finger lifts; a press shows on its first frame; there
// is no hover. A closed target takes no tap and says why.

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

constexpr float touch_least = 56;
constexpr float touch_gap_least = 8;

struct Reach {
    std::string label{};
    TargetKind kind{TargetKind::button};
    bool enabled{true};
    bool chosen{false};
    std::string why_not{};  // a sentence; the widget shows it beside the target
    bool main{false};       // filled: the one thing to do here
    bool secret{false};     // a digit of a PIN
    std::string language{}; // of the label, where it is not that of the page
};

struct Touched {
    bool down{false};
    bool tapped{false};
    bool focused{false};
    float press{0}; // 1 while it is down, then falling to 0 for a moment: how much of its pressed look it has
    float chosen{0}; // likewise of its chosen look, on its way from or to it
    explicit operator bool() const { return tapped; }
};

// Registers the target and says what the finger does with it. `radius` is for the focus ring.
Touched touch(Ui&, std::string_view id, Box, const Reach&, float radius = 12);

} // namespace northseal::kiosk
