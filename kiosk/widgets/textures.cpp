#include "kiosk/widgets/textures.h"

#include <algorithm>

namespace northseal::kiosk {

void make_straight(std::span<std::uint8_t> rgba)
{
    for (std::size_t at = 0; at + 3 < rgba.size(); at += 4) {
        const unsigned alpha = rgba[at + 3];
        if (alpha == 0 || alpha == 255) continue;
        for (std::size_t part = 0; part < 3; ++part)
            rgba[at + part] =
                static_cast<std::uint8_t>(std::min(255U, (rgba[at + part] * 255U + alpha / 2) / alpha));
    }
}

} // namespace northseal::kiosk
