// Rows that hold a choice: a switch, a lock in its place, one of several.

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/row.h"

namespace northseal::kiosk {

namespace {

constexpr float switch_width = 84;
constexpr float switch_height = 48;

Box switch_words(Ui& ui, Box box, const SwitchLook& look, float right)
{
    if (look.icon != Icon::none) {
        const Box place = box.take_left(48, 18);
        glyph(ui, place.at_centre(48, 48), look.icon, Tone::neutral);
    }
    box.take_right(right, 16);
    return box;
}

void two_lines(Ui& ui, Box box, std::string_view title, std::string_view second, Role role)
{
    const float first = text_height(ui, role, title, box.width);
    const float below = text_height(ui, Role::small, second, box.width);
    const float top = std::floor(box.y + (box.height - first - below) / 2);
    draw_text(ui, {box.x, top, box.width, first}, role, ui.colours().text, title);
    draw_text(ui, {box.x, top + first, box.width, below}, Role::small, ui.colours().text_soft, second);
}

float two_lines_height(const Ui& ui, float width, std::string_view title, std::string_view second, Role role)
{
    return text_height(ui, role, title, width) + text_height(ui, Role::small, second, width);
}

} // namespace

float switch_row_height(const Ui& ui, float width, const SwitchLook& look)
{
    const float room = width - (look.icon == Icon::none ? 0 : 66) - switch_width - 16;
    return std::max(72.0F, two_lines_height(ui, room, look.title, look.second, Role::row) + 20);
}

bool switch_row(Ui& ui, std::string_view id, Box box, const SwitchLook& look)
{
    const Touched touched = touch(ui, id, box.inset(0, touch_gap_least / 2),
                                  {look.title, TargetKind::toggle, look.enabled, look.on, look.why_not});
    if (touched.press > 0) fill(ui, box.inset(-8, 0), blend(0, ui.colours().primary_soft, touched.press), 12);
    const Box words = switch_words(ui, box, look, switch_width);
    two_lines(ui, words, look.title, look.enabled || look.why_not.empty() ? look.second : look.why_not,
              Role::row);
    draw_switch(ui,
                {box.right() - switch_width, std::floor(box.y + (box.height - switch_height) / 2),
                 switch_width, switch_height},
                look.on, look.enabled, touched.chosen);
    return touched.tapped;
}

float needed_row_height(const Ui& ui, float width, const SwitchLook& look, std::string_view needed)
{
    const float room =
        width - (look.icon == Icon::none ? 0 : 66) - text_width(ui, Role::small, needed) - 30 - 16;
    return std::max(72.0F, two_lines_height(ui, room, look.title, look.second, Role::row) + 20);
}

void needed_row(Ui& ui, Box box, const SwitchLook& look, std::string_view needed)
{
    const float width = text_width(ui, Role::small, needed);
    const Box words = switch_words(ui, box, look, width + 30);
    two_lines(ui, words, look.title, look.second, Role::row);
    draw_centred(ui, {box.right() - width, box.y, width, box.height}, Role::small, ui.colours().text_soft,
                 needed);
    draw_icon(ui, {box.right() - width - 20, std::floor(box.centre().y)}, Icon::lock, 24,
              ui.colours().text_soft);
}

float choice_height(const Ui& ui, float width, const ChoiceLook& look)
{
    return std::max(84.0F, two_lines_height(ui, width - 92, look.title, look.second, Role::row) + 24);
}

bool choice_row(Ui& ui, std::string_view id, Box box, const ChoiceLook& look)
{
    const Touched touched =
        touch(ui, id, box, {look.title, TargetKind::choice, look.enabled, look.chosen, {}});
    const Colours& all = ui.colours();
    fill(ui, box, blend(all.surface, all.primary_soft, std::max(touched.chosen, touched.press)), 12);
    if (look.chosen)
        ring(ui, box, all.primary, ui.theme().stroke(Stroke::chosen), 12);
    else
        ring(ui, box, ui.theme().high_contrast() ? all.edge : all.line, ui.theme().stroke(Stroke::control),
             12);
    const Point centre{box.x + 37, std::floor(box.centre().y)};
    if (look.chosen) {
        disc(ui, centre, 17, all.primary);
        draw_icon(ui, centre, Icon::check, 24, all.on_primary);
    } else {
        circle(ui, centre, 17, all.edge, 2);
    }
    two_lines(ui, {box.x + 70, box.y, box.width - 92, box.height}, look.title, look.second,
              look.chosen ? Role::row_strong : Role::row);
    return touched.tapped;
}

} // namespace northseal::kiosk
