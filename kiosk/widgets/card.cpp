#include "kiosk/widgets/card.h"

#include <algorithm>
#include <cmath>

#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

// The first letter with its marks; a syllabic final is never first in a name, so one sign is enough.
std::string first_letter(std::string_view name)
{
    const std::string text(name);
    const std::vector<std::size_t> stops = caret_stops(text);
    return stops.size() < 2 ? std::string{} : text.substr(0, stops[1]);
}

} // namespace

void page_ground(Ui& ui)
{
    fill(ui, ui.screen(), ui.colours().ground);
}

Box card(Ui& ui, Box box)
{
    shadow(ui, box, Elevation::card);
    fill(ui, box, ui.colours().surface, card_radius);
    if (ui.theme().high_contrast()) ring(ui, box, ui.colours().edge, 2, card_radius);
    return box.inset(card_padding);
}

void inset(Ui& ui, Box box)
{
    fill(ui, box, ui.colours().sunken, 12);
    if (ui.theme().high_contrast()) ring(ui, box, ui.colours().edge, 2, 12);
}

void initial_disc(Ui& ui, Point centre, float size, std::string_view name, bool filled)
{
    const Colours& all = ui.colours();
    const ToneColours tone = tone_colours(all, tone_of_name(name));
    disc(ui, centre, size / 2, filled ? all.primary : tone.ground);
    if (ui.theme().high_contrast() && !filled) circle(ui, centre, size / 2, all.edge, 2);
    const Role role = size >= 56 ? Role::task : Role::button;
    const Box box{centre.x - size / 2, centre.y - size / 2, size, size};
    // The name itself stands beside it.
    ui.registry().be_silent(true);
    draw_centred(ui, box, role, filled ? all.on_primary : tone.mark, first_letter(name), Align::centre);
    ui.registry().be_silent(false);
}

void glyph(Ui& ui, Box box, Icon icon, Tone tone)
{
    const ToneColours colours = tone_colours(ui.colours(), tone);
    fill(ui, box, colours.ground, 12);
    if (ui.theme().high_contrast()) ring(ui, box, colours.mark, 2, 12);
    draw_icon(ui, box.centre(), icon, box.width < 60 ? 28 : 34, colours.mark);
}

void icon_disc(Ui& ui, Point centre, float size, Icon icon, Tone tone, float icon_px)
{
    const ToneColours colours = tone_colours(ui.colours(), tone);
    disc(ui, centre, size / 2, colours.ground);
    if (ui.theme().high_contrast()) circle(ui, centre, size / 2, colours.mark, 2);
    draw_icon(ui, centre, icon, icon_px, colours.mark);
}

float chip_width(const Ui& ui, Icon icon, std::string_view text, Role role)
{
    const float words = std::ceil(text_width(ui, role, text));
    return words + (icon == Icon::none ? 30 : 14 + icon_size(ui, 24) + 8 + 14);
}

float chip_height(const Ui& ui, Role role)
{
    return ui.grown(role == Role::small ? 36 : 44);
}

void chip(Ui& ui, Point at, Icon icon, std::string_view text, Tone tone, Role role)
{
    const ToneColours colours = tone_colours(ui.colours(), tone);
    const Box box{at.x, at.y, chip_width(ui, icon, text, role), chip_height(ui, role)};
    const float radius = std::floor(box.height / 2);
    fill(ui, box, colours.ground, radius);
    if (ui.theme().high_contrast()) ring(ui, box, colours.mark, 2, radius);
    Box inside = box.inset(icon == Icon::none ? 15 : 14, 0);
    if (icon != Icon::none) {
        const Box place = inside.take_left(icon_size(ui, 24), 8);
        draw_icon(ui, place.centre(), icon, 24, colours.mark);
    }
    draw_centred(ui, inside, role, colours.mark, text);
}

void chip_right(Ui& ui, Point right_middle, Icon icon, std::string_view text, Tone tone)
{
    chip(ui, {right_middle.x - chip_width(ui, icon, text), std::floor(right_middle.y - chip_height(ui) / 2)},
         icon, text, tone);
}

void meter(Ui& ui, Box box, int filled, int of, Colour colour)
{
    const float gap = box.width >= 90 ? 4 : 3;
    const std::vector<Box> bars = columns(box, std::max(1, of), gap);
    for (std::size_t index = 0; index < bars.size(); ++index) {
        const bool full = static_cast<int>(index) < filled;
        if (!full && ui.theme().high_contrast())
            ring(ui, bars[index], ui.colours().edge, 2, 3);
        else
            fill(ui, bars[index], full ? colour : ui.colours().line, 3);
    }
}

void meter(Ui& ui, Box box, int filled, int of)
{
    meter(ui, box, filled, of, ui.colours().primary);
}

void progress(Ui& ui, Box box, float part)
{
    const float radius = box.height / 2;
    fill(ui, box, ui.colours().disabled, radius);
    if (ui.theme().high_contrast()) ring(ui, box, ui.colours().edge, 2, radius);
    const float width = std::round(box.width * std::clamp(part, 0.0F, 1.0F));
    if (width >= box.height) fill(ui, {box.x, box.y, width, box.height}, ui.colours().primary, radius);
}

float status_height(const Ui& ui, float width, const StatusLook& look)
{
    const float words = text_height(ui, Role::body, look.sentence, width - 64);
    return std::max(48.0F, text_height(ui, Role::label, look.title, width - 64) + words);
}

float status(Ui& ui, Point at, float width, const StatusLook& look)
{
    glyph(ui, {at.x, at.y, 48, 48}, look.icon, look.tone);
    const float title = text_height(ui, Role::label, look.title, width - 64);
    draw_text(ui, {at.x + 64, at.y + 1, width - 64, title}, Role::label, ui.colours().text, look.title);
    const float height = status_height(ui, width, look);
    draw_text(ui, {at.x + 64, at.y + title, width - 64, height - title}, Role::body, ui.colours().text_soft,
              look.sentence);
    return height;
}

namespace {

constexpr float tile_left = 100; // before the words
constexpr float tile_right = 20; // after them
constexpr float tile_mark = 48;

} // namespace

bool tile_breaks_name(const Ui& ui, float width, const TileLook& look)
{
    return widest_word(ui, Role::row, look.name) > width - tile_left - tile_right;
}

float tile_height(const Ui& ui, float width, const TileLook& look)
{
    const float room = width - tile_left - tile_right;
    const bool crowded = widest_word(ui, Role::row, look.name) > room - tile_mark;
    const float words = crowded ? room : room - tile_mark;
    const float least = 116 + std::round((ui.theme().grow() - 1) * 50);
    return std::max(least, text_height(ui, Role::row, look.name, words) +
                               text_height(ui, Role::small, look.role, words) + 24);
}

bool tile(Ui& ui, std::string_view id, Box box, const TileLook& look)
{
    constexpr float radius = 16;
    const Touched touched =
        touch(ui, id, box, {look.name, TargetKind::choice, true, look.chosen, {}}, radius);
    const Colours& all = ui.colours();
    shadow(ui, box, Elevation::over);
    fill(ui, box, blend(all.surface, all.primary_soft, touched.press), radius);
    if (look.chosen)
        ring(ui, box, all.primary, ui.theme().stroke(Stroke::chosen), radius);
    else if (ui.theme().high_contrast())
        ring(ui, box, all.edge, 2, radius);
    const float middle = box.y + std::floor(box.height / 2);
    // The mark stands at the right, and in place of the initial where it would break a name in two.
    const float room = box.width - tile_left - tile_right;
    const bool crowded = look.chosen && widest_word(ui, Role::row, look.name) > room - tile_mark;
    const Point at_left{box.x + 52, middle};
    if (crowded) {
        disc(ui, at_left, 30, all.primary);
        draw_icon(ui, at_left, Icon::check, 34, all.on_primary);
    } else if (look.icon != Icon::none) {
        icon_disc(ui, at_left, 60, look.icon, Tone::second, 34);
    } else {
        initial_disc(ui, at_left, 60, look.initial_of.empty() ? look.name : look.initial_of, look.chosen);
    }
    const bool mark = (look.chosen && !crowded) || look.chevron;
    Box words{box.x + tile_left, box.y, mark ? room - tile_mark : room, box.height};
    const float name = text_height(ui, Role::row, look.name, words.width);
    const float role = text_height(ui, Role::small, look.role, words.width);
    words.y = std::floor(middle - (name + role) / 2);
    draw_text(ui, {words.x, words.y, words.width, name}, Role::row, all.text, look.name);
    draw_text(ui, {words.x, words.y + name, words.width, role}, Role::small, all.text_soft, look.role);
    const Point at_right{box.right() - 40, middle};
    if (look.chosen && !crowded) {
        disc(ui, at_right, 18, all.primary);
        draw_icon(ui, at_right, Icon::check, 28, all.on_primary);
    } else if (look.chevron && !look.chosen) {
        draw_icon(ui, at_right, Icon::chevron_right, 28, all.primary);
    }
    return touched.tapped;
}

void skeleton(Ui& ui, Box box)
{
    const Colours& all = ui.colours();
    const float widths[] = {0.63F, 0.9F, 0.75F};
    float y = box.y;
    for (int index = 0; y + 20 <= box.bottom(); ++index) {
        const bool head = index % 3 == 0;
        fill(ui, {box.x, y, std::round(box.width * widths[index % 3]), head ? 20.0F : 16.0F},
             head ? all.disabled : all.sunken, 6);
        y += head ? 36 : 28;
    }
}

} // namespace northseal::kiosk
