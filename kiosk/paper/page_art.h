#pragma once
// What surrounds the words of a certificate: the frame, a shore in fine lines at the foot, and the pale word
// behind a specimen. Landscape, not ornament.

#include "kiosk/paper/lettering.h"

namespace northseal::kiosk {

constexpr double frame_inset = 24.95; // points: 8.8 mm

void draw_frame(cairo_t*, double page_width, double page_height);
// Between the sides of the frame, `height` points high at its highest, down to the frame's foot.
void draw_shore(cairo_t*, double page_width, double page_height, double height);
// Behind everything, slanting, centred on a point.
void draw_pale_word(cairo_t*, const Lettering&, std::string_view word, double x, double y, double width);
// The box that says in words that this is a specimen; `right` and `top` are its corner.
void draw_specimen_box(cairo_t*, const Lettering&, std::string_view word, std::string_view sentence,
                       double right, double top, double most_width);

} // namespace northseal::kiosk
