#pragma once
// The time wheel: for each part of a date a plus above its value and a minus below. Nothing scrolls.

#include <string>
#include <vector>

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

struct WheelPart {
    std::string id{};        // its keys are "ID/later" and "ID/earlier"
    std::string label{};     // below
    std::string value{};     // in the middle, 36 px
    std::string later{};     // what the plus does, for the voice
    std::string earlier{};   // and the minus
    float share{1};          // of the width, beside the other parts
    bool rule_before{false}; // a line parts it from what stands at its left
};

struct WheelTap {
    std::size_t part{0};
    int by{0}; // 1, -1; 0: nothing was tapped
};

float wheel_height(const Ui&);
WheelTap wheel(Ui&, Box, const std::vector<WheelPart>&);

} // namespace northseal::kiosk
