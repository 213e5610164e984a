#pragma once
// Words on the screen. Text wraps at its room and is never cut: what does not fit is reported to the
// registry, and tests fail on it. A string with a letter that Manrope lacks is drawn whole in Noto Sans Bold;
// one that still has combining marks after NFC is shaped and drawn as a picture.

#include <initializer_list>

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

enum class Align { left, centre, right };

float text_width(const Ui&, Role, std::string_view);               // of one line
float text_height(const Ui&, Role, std::string_view, float width); // wrapped
float line_height(const Ui&, Role);
// Of the widest word, or part of one up to its hyphen: a narrower room would break it in two.
float widest_word(const Ui&, Role, std::string_view);

// The first of the roles in which a text stands on one line; the last where there is none.
Role fitting(const Ui&, std::string_view, float width, std::initializer_list<Role>);

// The lines that wrapping makes; a new line in the text is kept.
std::vector<std::string> wrap(const Ui&, Role, std::string_view, float width);

// One line with its top left at a point. Returns its width.
float draw_line(Ui&, Point, Role, Colour, std::string_view);
// One line in several roles, such as a name with the letters that a search found in bold. To the registry,
// and so to a voice, it is one text.
struct TextPart {
    Role role;
    std::string_view text;
};
void draw_parts(Ui&, Box, std::initializer_list<TextPart>, Colour);
// Wrapped from the top of the box down. Returns the height used; more than the box has is reported.
float draw_text(Ui&, Box, Role, Colour, std::string_view, Align = Align::left);
// The same, in the middle of the box's height. A single line that is too wide is first set up to 10 %
// smaller, but never under 16 px.
void draw_centred(Ui&, Box, Role, Colour, std::string_view, Align = Align::left);

void draw_icon(Ui&, Point centre, Icon, float px, Colour);
float icon_size(const Ui&, float px); // with the text size

} // namespace northseal::kiosk
