#pragma once
// Rows of a list of any length, within a Scroll. Each is measured once, and only those in sight are made and
// drawn: a hundred thousand cost a frame no more than ten.

#include <functional>
#include <string>

#include "kiosk/widgets/scroll.h"

namespace northseal::kiosk {

struct LongList {
    std::size_t count{0};
    std::string version{}; // of what stands in the rows: with another one they are measured anew
    std::function<float(std::size_t)> height{};
    std::function<void(std::size_t, Box)> draw{};
};

// `room` is where the first row begins, and loses what all of them take. True where the last row is within
// two heights of the view from what is seen: time to have more of them.
bool long_list(Ui&, Scroll&, std::string_view id, Box& room, const LongList&);

} // namespace northseal::kiosk
