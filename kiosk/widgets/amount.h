#pragma once
// How much of something: a minus, a bar and a plus.

#include <string>
#include <string_view>

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

struct AmountLook {
    std::string less{};      // what the minus does, for the voice
    std::string more{};      // and the plus
    std::string none_less{}; // why there is no less, or no more: said where a key is closed
    std::string none_more{};
    int value{0};
    int least{0};
    int most{10};
};

constexpr float amount_width = 282;
constexpr float amount_height = 56;
// 1 or -1 where a key was tapped; else 0. Ids: "ID/less", "ID/more".
int amount(Ui&, std::string_view id, Point, const AmountLook&);

} // namespace northseal::kiosk
