#include "kiosk/paper/qr_print.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

namespace {

constexpr double dot = 72.0 / 600.0; // points; a whole dot of office printers, and half a dot of coarse ones

} // namespace

Result<double> qr_module_points(const Qr& qr, double square, int most_dots)
{
    const auto dots = std::min(most_dots, static_cast<int>(std::floor(square / dot / qr.side_with_quiet())));
    const double module = dots * dot;
    if (module * 25.4 / 72.0 >= qr_module_least_mm) return module;
    return refused("the code would be too fine to scan: " + std::to_string(qr.side) +
                   " modules do not fit at 0.45 mm each; leave the narrative off the paper, or shorten it");
}

void draw_qr(cairo_t* cairo, const Qr& qr, double x, double y, double module)
{
    cairo_save(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    set_ink(cairo, {0x000000});
    for (const auto& run : dark_runs(qr))
        cairo_rectangle(cairo, x + run.column * module, y + run.row * module, run.length * module, module);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

} // namespace northseal::kiosk
