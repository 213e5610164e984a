#pragma once
// A QR code on paper. At a given size it is the module that decides whether a phone reads it, so a code whose
// modules would be smaller than 0.45 mm is refused, with words.

#include <cairo.h>

#include "kiosk/paper/canvas.h"
#include "storage/qr/qr.h"

namespace northseal::kiosk {

constexpr double qr_module_least_mm = 0.45;

// The module in points (1/72 inch) for a square of `square` points, quiet zone included: a whole number of
// dots of 1/600 inch, at most `most_dots`. Refused where it would be under the least.
Result<double> qr_module_points(const Qr&, double square, int most_dots);

// Merged horizontal runs without smoothing, in black; (x, y) is the corner of the symbol, without its quiet
// zone.
void draw_qr(cairo_t*, const Qr&, double x, double y, double module);

} // namespace northseal::kiosk
