#pragma once
// Shapes that components are made of. Colours come from the theme; boxes stand on whole pixels.

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

void fill(Ui&, Box, Colour, float radius = 0);
// Over or under a part of some words, on purpose: what a search found, a caret.
void fill_mark(Ui&, Box, Colour, float radius = 0);
// Inside the box, so that a ring never widens what it is around.
void ring(Ui&, Box, Colour, float thickness, float radius);
void disc(Ui&, Point centre, float radius, Colour);
void circle(Ui&, Point centre, float radius, Colour, float thickness); // inside the radius
// A figure with straight sides and round joints, for drawings: filled (where it bends outwards everywhere),
// drawn round, or in dashes.
void figure(Ui&, const std::vector<Point>& corners, Colour);
void outline(Ui&, const std::vector<Point>& corners, Colour, float thickness, bool closed = true);
void dashes(Ui&, const std::vector<Point>& corners, Colour, float thickness, float dash);
void divider(Ui&, float x, float y, float width); // downwards from y

// Full-bleed bands only: a gradient has no corners here.
struct BandStop {
    float at; // 0 to 1
    Colour colour;
};
void gradient_down(Ui&, Box, std::initializer_list<BandStop>);

// What is drawn from a mark on, shown in part and that much lower: for what comes into sight.
int drawn_so_far(const Ui&);
void fade_since(Ui&, int mark, float part, float lower = 0);

enum class Elevation { card, over, dialog };
void shadow(Ui&, Box, Elevation); // nothing at high contrast

void picture(Ui&, Box, Texture, float radius = 0); // stretched to the box
// Over all of the box, in its own shape: what is too much is cut off at both sides alike.
void picture_over(Ui&, Box, Texture, float radius = 0);
Box fitted(Box room, float width, float height); // the largest box of that shape, centred

// A QR code: `modules` of side * side, row by row, true is black. On whole device pixels, with four modules
// of quiet on white, as large as the box allows.
void qr_code(Ui&, Box, const std::vector<bool>& modules, int side);

// The seal of Northseal: needle, ridge and water in a ring of 44.
void seal_mark(Ui&, Point centre, float size, Colour, Colour needle);

} // namespace northseal::kiosk
