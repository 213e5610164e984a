#pragma once
// Pixels that Cairo painted, ready for a texture: rows from the top, four bytes a pixel, no padding.

#include "storage/base/bytes.h"

namespace northseal::kiosk {

struct Picture {
    int width{0};
    int height{0};
    Bytes rgba; // premultiplied: where alpha is 255 everywhere, plain RGB
};

} // namespace northseal::kiosk
