#pragma once
// The slip as a QR code: level M, the URL's text as bytes and its digits as a numeric segment. At a given
// size on paper it is the module that decides whether a phone reads it, so a code whose modules would be
// smaller than 0.45 mm is refused, with words.

#include <cairo.h>

#include <string_view>

#include "kiosk/paper/canvas.h"

namespace northseal::kiosk {

constexpr int qr_quiet_modules = 4;
constexpr double qr_module_least_mm = 0.45;

struct Qr {
    int version{0}; // 1 to 40
    int side{0};    // modules: 17 + 4 * version
    std::vector<bool> dark;

    bool at(int column, int row) const
    {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                    static_cast<std::size_t>(column)];
    }
    int side_with_quiet() const { return side + 2 * qr_quiet_modules; }
};

// "https://HOST/#" and decimal digits, as credential::to_slip_url writes it; anything else is refused.
Result<Qr> encode_slip_qr(std::string_view slip_url);
// Any text, byte for byte, at level M.
Result<Qr> encode_text_qr(std::string_view text);

// The module in points (1/72 inch) for a square of `square` points, quiet zone included: a whole number of
// dots of 1/600 inch, at most `most_dots`. Refused where it would be under the least.
Result<double> qr_module_points(const Qr&, double square, int most_dots);

// Merged horizontal runs without smoothing, in black; (x, y) is the corner of the symbol, without its quiet
// zone.
void draw_qr(cairo_t*, const Qr&, double x, double y, double module);

} // namespace northseal::kiosk
