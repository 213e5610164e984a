#pragma once
// A code as the screen draws it.

#include <vector>

namespace northseal::kiosk {

struct QrMatrix {
    int side{0};
    std::vector<bool> dark; // row by row, side * side
};

} // namespace northseal::kiosk
