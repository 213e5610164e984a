#pragma once
// Grounds to put things on, and the small parts that say something.

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "kiosk/widgets/tone.h"
#include "kiosk/widgets/touch.h"

namespace northseal::kiosk {

constexpr float card_radius = 14;
constexpr float card_padding = 24;
constexpr float card_gap = 24;
constexpr float page_padding = 32;

void page_ground(Ui&);
Box card(Ui&, Box);   // returns what is inside its padding
void inset(Ui&, Box); // sunken, radius 12

// A disc with the first letter of a name; syllabics and marks are kept whole. size is its diameter.
void initial_disc(Ui&, Point centre, float size, std::string_view name, bool filled = false);
void glyph(Ui&, Box, Icon, Tone); // 48 square, radius 12; 64 at the head of a card
void icon_disc(Ui&, Point centre, float size, Icon, Tone, float icon_px = 28); // a disc with an icon

// Says something; cannot be tapped. Larger, and 44 high, where it stands alone below a picture.
float chip_width(const Ui&, Icon, std::string_view, Role = Role::small);
float chip_height(const Ui&, Role = Role::small);
void chip(Ui&, Point, Icon, std::string_view, Tone, Role = Role::small);
void chip_right(Ui&, Point right_middle, Icon, std::string_view, Tone);

// Four bars (or `of` bars): a distance, never a verdict.
void meter(Ui&, Box, int filled, int of, Colour);
void meter(Ui&, Box, int filled, int of); // primary
void progress(Ui&, Box, float part);      // a bar of 14

// Glyph, title, and one sentence below it. Returns the height used.
struct StatusLook {
    Icon icon{Icon::info_circle};
    Tone tone{Tone::neutral};
    std::string title{};
    std::string sentence{};
};
float status_height(const Ui&, float width, const StatusLook&);
float status(Ui&, Point, float width, const StatusLook&);

// A chosen or not chosen person or language: radius 16. Returns whether it was tapped.
struct TileLook {
    std::string name{};
    std::string role{};
    Icon icon{Icon::none}; // in place of the initial
    bool chosen{false};
    bool chevron{false};
    std::string initial_of{}; // the name, where it is empty
};
float tile_height(const Ui&, float width, const TileLook&);     // at least 116
bool tile_breaks_name(const Ui&, float width, const TileLook&); // a word of it: the tile is too narrow
bool tile(Ui&, std::string_view id, Box, const TileLook&);

// Flat grey lines where something is not known yet. They do not move.
void skeleton(Ui&, Box);

} // namespace northseal::kiosk
