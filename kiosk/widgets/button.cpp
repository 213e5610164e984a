#include "kiosk/widgets/button.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace northseal::kiosk {

namespace {

constexpr float icon_px = 28;
constexpr float icon_gap = 12;
constexpr float button_radius = 12;

float side_padding(ButtonStyle style)
{
    switch (style) {
    case ButtonStyle::main:
    case ButtonStyle::outline:
    case ButtonStyle::danger:
        return 28;
    case ButtonStyle::soft:
    case ButtonStyle::on_dark:
        return 22;
    case ButtonStyle::plain:
        return 16;
    }
    return 28;
}

struct Paints {
    Colour ground; // 0: none
    Colour words;
    Colour ring; // 0: none
};

Paints paints(const Ui& ui, ButtonStyle style, bool enabled, bool down)
{
    const Colours& all = ui.colours();
    if (!enabled && style != ButtonStyle::plain)
        return {all.disabled, all.on_disabled, ui.theme().high_contrast() ? all.on_disabled : 0};
    switch (style) {
    case ButtonStyle::main:
        return {down ? all.primary_press : all.primary, all.on_primary, 0};
    case ButtonStyle::danger:
        return {all.verdict_refused, all.on_verdict, down ? all.text : 0};
    case ButtonStyle::outline:
        return {down ? all.primary_soft : all.surface, all.primary, all.edge};
    case ButtonStyle::soft:
        return {down ? all.primary : all.primary_soft, down ? all.on_primary : all.on_primary_soft, 0};
    case ButtonStyle::plain:
        return {down ? all.primary_soft : 0, enabled ? all.primary : all.on_disabled, 0};
    case ButtonStyle::on_dark:
        return {down ? all.rail_foot : all.rail_active, all.on_rail_active, 0};
    }
    return {all.primary, all.on_primary, 0};
}

float words_width(const Ui& ui, const ButtonLook& look)
{
    const float icon = look.icon == Icon::none ? 0 : icon_size(ui, icon_px) + icon_gap;
    return icon + text_width(ui, Role::button, look.label);
}

void draw_words(Ui& ui, Box box, const ButtonLook& look, Colour colour)
{
    const float icon = icon_size(ui, icon_px);
    const float room = box.width - 16;
    float width = words_width(ui, look);
    const bool with_icon = look.icon != Icon::none && width <= room; // the icon goes before a word is broken
    if (!with_icon) width = std::min(room, text_width(ui, Role::button, look.label));
    Box words = box.at_centre(std::min(width, room), box.height);
    if (look.style == ButtonStyle::plain && box.width > width + 80)
        words.x = box.x + side_padding(look.style);
    if (with_icon) {
        const Box place = look.side == IconSide::before ? words.take_left(icon, icon_gap)
                                                        : words.take_right(icon, icon_gap);
        draw_icon(ui, place.centre(), look.icon, icon_px, colour);
    }
    draw_centred(ui, words, Role::button, colour, look.label, with_icon ? Align::left : Align::centre);
}

} // namespace

float button_width(const Ui& ui, const ButtonLook& look)
{
    return std::ceil(words_width(ui, look)) + 2 * side_padding(look.style);
}

float button_height(const Ui& ui, ButtonStyle style)
{
    const bool tall =
        style == ButtonStyle::main || style == ButtonStyle::outline || style == ButtonStyle::danger;
    // At 1.4 the words are 28 high; the padding need not grow with them.
    return (tall ? 64.0F : 56.0F) + std::round((ui.theme().grow() - 1) * 28);
}

float button_height(const Ui& ui, const ButtonLook& look, float width)
{
    const float words = text_height(ui, Role::button, look.label, width - 16);
    return std::max(button_height(ui, look.style), words + 12);
}

bool button(Ui& ui, std::string_view id, Box box, const ButtonLook& look)
{
    const bool main = look.style == ButtonStyle::main || look.style == ButtonStyle::danger;
    const Touched touched =
        touch(ui, id, box, {look.label, TargetKind::button, look.enabled, false, look.why_not, main},
              button_radius);
    const Paints rest = paints(ui, look.style, look.enabled, false);
    const Paints down = paints(ui, look.style, look.enabled, true);
    const Paints paint{blend(rest.ground, down.ground, touched.press),
                       blend(rest.words, down.words, touched.press),
                       blend(rest.ring, down.ring, touched.press)};
    if (paint.ground != 0) fill(ui, box, paint.ground, button_radius);
    if (paint.ring != 0) ring(ui, box, paint.ring, ui.theme().stroke(Stroke::control), button_radius);
    draw_words(ui, box, look, paint.words);
    return touched.tapped;
}

bool button_at(Ui& ui, std::string_view id, Point at, const ButtonLook& look)
{
    return button(ui, id, {at.x, at.y, button_width(ui, look), button_height(ui, look.style)}, look);
}

bool icon_button(Ui& ui, std::string_view id, Box box, Icon icon, std::string_view label, Colour colour)
{
    const Touched touched = touch(ui, id, box, {std::string(label), TargetKind::button, true, false, {}});
    if (touched.press > 0) fill(ui, box, with_alpha(colour, 0.14F * touched.press), button_radius);
    draw_icon(ui, box.centre(), icon, 34, colour);
    return touched.tapped;
}

float tap_width(const Ui& ui, const TapLook& look)
{
    const bool with_icon = look.chosen || look.icon != Icon::none;
    const float icon = with_icon ? icon_size(ui, 24) + 10 : 0;
    return std::ceil(text_width(ui, look.role, look.label)) + icon + 40;
}

float tap_height(const Ui& ui)
{
    return 56 + std::round((ui.theme().grow() - 1) * 28);
}

bool tap(Ui& ui, std::string_view id, Point at, const TapLook& look)
{
    const Box box{at.x, at.y, tap_width(ui, look), tap_height(ui)};
    const float radius = std::floor(box.height / 2);
    const Touched touched =
        touch(ui, id, box, {look.label, TargetKind::tap, look.enabled, look.chosen, {}}, radius);
    const Colours& all = ui.colours();
    const bool filled = look.chosen && !look.notice; // the one to notice is never filled
    const float chosen = look.notice ? 0 : touched.chosen;
    Colour ground = blend(look.notice ? all.ember_soft : all.surface, all.primary, chosen);
    ground = blend(ground, filled ? all.primary_press : all.primary_soft, touched.press);
    if (!look.enabled) ground = all.disabled;
    const Colour words = !look.enabled ? all.on_disabled
                         : look.notice ? all.ember
                                       : blend(all.text, all.on_primary, chosen);
    fill(ui, box, ground, radius);
    if (!filled)
        ring(ui, box,
             look.notice                  ? all.ember
             : ui.theme().high_contrast() ? all.edge
                                          : all.line,
             ui.theme().stroke(Stroke::control), radius);
    Box inside = box.inset(20, 0);
    const Icon icon = look.chosen ? Icon::check : look.icon;
    if (icon != Icon::none) {
        const Box place = inside.take_left(icon_size(ui, 24), 10);
        draw_icon(ui, place.centre(), icon, 24, words);
    }
    draw_centred(ui, inside, look.role, words, look.label);
    return touched.tapped;
}

void draw_switch(Ui& ui, Box box, bool on, bool enabled, float part)
{
    const Colours& all = ui.colours();
    const float radius = box.height / 2;
    const float knob = radius - 6;
    fill(ui, box, blend(all.surface, enabled ? all.primary : all.on_disabled, part), radius);
    if (!on) ring(ui, box, all.edge, ui.theme().stroke(Stroke::control), radius);
    const Point centre{std::round(box.x + radius + (box.width - 2 * radius) * part), box.y + radius};
    disc(ui, centre, knob, blend(all.edge, all.on_primary, part));
    if (on) draw_icon(ui, centre, Icon::check, 24, all.primary);
}

} // namespace northseal::kiosk
