#include "kiosk/widgets/row.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/card.h"

namespace northseal::kiosk {

namespace {

constexpr float row_padding = 24;
constexpr float mark_size = 48;
constexpr float mark_gap = 16;
constexpr float chip_gap = 8;

bool has_mark(const RowLook& look)
{
    return !look.initial_of.empty() || look.icon != Icon::none;
}

// Beside the words, what stands at the right; a chip goes below them where it would break a name in two.
float right_width(const Ui& ui, const RowLook& look, bool with_chip)
{
    float width = 0;
    if (look.chevron) width += 36;
    if (with_chip && !look.chip.empty()) width += chip_width(ui, look.chip_icon, look.chip) + 16;
    if (!look.action.empty()) width += text_width(ui, Role::label, look.action) + 16;
    return width;
}

float words_width(const Ui& ui, float width, const RowLook& look, bool with_chip)
{
    return width - look.indent - 2 * row_padding - (has_mark(look) ? mark_size + mark_gap : 0) -
           right_width(ui, look, with_chip);
}

bool chip_is_below(const Ui& ui, float width, const RowLook& look)
{
    return !look.chip.empty() && widest_word(ui, Role::row, look.title) > words_width(ui, width, look, true);
}

void draw_mark(Ui& ui, Box& box, const RowLook& look)
{
    if (!has_mark(look)) return;
    const Box place = box.take_left(mark_size, mark_gap);
    const Box square = place.at_centre(mark_size, mark_size);
    if (!look.initial_of.empty())
        initial_disc(ui, square.centre(), mark_size, look.initial_of);
    else
        glyph(ui, square, look.icon, look.tone);
}

void draw_right(Ui& ui, Box& box, const RowLook& look, bool with_chip)
{
    const float middle = std::floor(box.centre().y);
    if (look.chevron) {
        const Box place = box.take_right(16, 20);
        draw_icon(ui, {place.centre().x, middle}, Icon::chevron_right, 28, ui.colours().primary);
    }
    if (!look.action.empty()) {
        const float width = text_width(ui, Role::label, look.action);
        const Box place = box.take_right(width, 16);
        draw_centred(ui, place, Role::label, ui.colours().primary, look.action);
    }
    if (with_chip && !look.chip.empty()) {
        const float width = chip_width(ui, look.chip_icon, look.chip);
        const Box place = box.take_right(width, 16);
        chip_right(ui, {place.right(), middle}, look.chip_icon, look.chip, look.chip_tone);
    }
}

// The title with what a search found in it. Empty where nothing was, or where it would not stand on one line.
struct FoundParts {
    std::string_view before{};
    std::string_view found{};
    std::string_view after{};
};

FoundParts found_parts(const Ui& ui, const RowLook& look, float width)
{
    FoundParts parts;
    const std::string_view title = look.title;
    if (look.found_at >= title.size() || look.found_length == 0) return parts;
    parts = {title.substr(0, look.found_at), title.substr(look.found_at, look.found_length),
             title.substr(std::min(title.size(), look.found_at + look.found_length))};
    const float whole = text_width(ui, Role::row, parts.before) +
                        text_width(ui, Role::row_strong, parts.found) +
                        text_width(ui, Role::row, parts.after) + 4;
    if (whole > width) parts = {};
    return parts;
}

void draw_title(Ui& ui, Box box, const RowLook& look)
{
    const Colours& all = ui.colours();
    const Colour colour = look.enabled ? all.text : all.text_soft;
    const FoundParts parts = found_parts(ui, look, box.width);
    if (parts.found.empty()) {
        draw_text(ui, box, Role::row, colour, look.title);
        return;
    }
    const float before = text_width(ui, Role::row, parts.before);
    const float bold = text_width(ui, Role::row_strong, parts.found);
    fill_mark(ui, {box.x + before - 3, box.y, bold + 6, box.height}, all.ember_soft, 4);
    draw_parts(ui, box,
               {{Role::row, parts.before}, {Role::row_strong, parts.found}, {Role::row, parts.after}},
               colour);
}

void draw_row(Ui& ui, Box box, const RowLook& look)
{
    const Colours& all = ui.colours();
    Box inside = box.inset(row_padding, 0);
    if (look.indent > 0) inside.take_left(look.indent);
    draw_mark(ui, inside, look);
    const bool below_words = chip_is_below(ui, box.width, look);
    draw_right(ui, inside, look, !below_words);
    const float title = text_height(ui, Role::row, look.title, inside.width);
    const std::string& below = look.enabled || look.why_not.empty() ? look.second : look.why_not;
    const float second = text_height(ui, Role::small, below, inside.width);
    const float chip_room = below_words ? chip_gap + chip_height(ui) : 0;
    const float top = std::floor(box.y + (box.height - title - second - chip_room) / 2);
    draw_title(ui, {inside.x, top, inside.width, title}, look);
    draw_text(ui, {inside.x, top + title, inside.width, second}, Role::small, all.text_soft, below);
    if (below_words)
        chip(ui, {inside.x, top + title + second + chip_gap}, look.chip_icon, look.chip, look.chip_tone);
}

} // namespace

float row_height(const Ui& ui, float width, const RowLook& look)
{
    const bool below_words = chip_is_below(ui, width, look);
    const float room = words_width(ui, width, look, !below_words);
    const float chip_room = below_words ? chip_gap + chip_height(ui) : 0;
    const std::string& below = look.enabled || look.why_not.empty() ? look.second : look.why_not;
    const float words =
        text_height(ui, Role::row, look.title, room) + text_height(ui, Role::small, below, room);
    return std::max(72.0F, words + chip_room + 20);
}

bool row(Ui& ui, std::string_view id, Box box, const RowLook& look)
{
    // Rows lie one upon the other; their targets stand 8 apart.
    const Touched touched =
        touch(ui, id, box.inset(0, touch_gap_least / 2),
              {look.title, TargetKind::row, look.enabled, false, look.enabled ? "" : look.why_not}, 8);
    const Colour ground = blend(look.ground, ui.colours().primary_soft, touched.press);
    if (ground != 0) fill(ui, box, ground);
    draw_row(ui, box, look);
    return touched.tapped;
}

void plain_row(Ui& ui, Box box, const RowLook& look)
{
    if (look.ground != 0) fill(ui, box, look.ground);
    draw_row(ui, box, look);
}

bool menu_item(Ui& ui, std::string_view id, Box box, Icon icon, std::string_view label, bool chosen)
{
    const Touched touched = touch(ui, id, box, {std::string(label), TargetKind::place, true, chosen, {}});
    const Colours& all = ui.colours();
    const float lit = std::max(touched.chosen, touched.press);
    if (lit > 0) fill(ui, box, blend(0, all.primary_soft, lit), 12);
    if (chosen && ui.theme().high_contrast()) ring(ui, box, all.edge, 3, 12);
    draw_icon(ui, {box.x + 30, std::floor(box.centre().y)}, icon, 28,
              chosen ? all.on_primary_soft : all.text_soft);
    draw_centred(ui, {box.x + 60, box.y, box.width - 72, box.height}, chosen ? Role::body_strong : Role::body,
                 all.text, label);
    return touched.tapped;
}

float fact(Ui& ui, Point at, float width, std::string_view name, std::string_view value)
{
    const float first = draw_text(ui, {at.x, at.y, width, text_height(ui, Role::small, name, width)},
                                  Role::small, ui.colours().text_soft, name);
    const float second = draw_text(ui, {at.x, at.y + first, width, text_height(ui, Role::row, value, width)},
                                   Role::row, ui.colours().text, value);
    return first + second;
}

float numbered_step(Ui& ui, Point at, float width, int number, std::string_view words, Role role)
{
    const float height = text_height(ui, role, words, width - 56);
    const float all = std::max(56.0F, height);
    const float middle = at.y + std::min(28.0F, all / 2);
    disc(ui, {at.x + 20, middle}, 20, ui.colours().primary_soft);
    draw_centred(ui, {at.x, middle - 20, 40, 40}, Role::label, ui.colours().on_primary_soft,
                 std::to_string(number), Align::centre);
    draw_text(ui, {at.x + 56, std::floor(at.y + (all - height) / 2), width - 56, height}, role,
              ui.colours().text, words);
    return all;
}

} // namespace northseal::kiosk
