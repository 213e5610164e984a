#include "kiosk/widgets/wheel.h"

#include <cmath>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "kiosk/widgets/touch.h"

namespace northseal::kiosk {

namespace {

constexpr float wheel_key_height = 60;
constexpr float wheel_key_gap = 8;
constexpr float wheel_gap = 16;
constexpr float wheel_rule = 17; // more room beside a line

float value_height(const Ui& ui)
{
    return line_height(ui, Role::title) + 8;
}

bool wheel_key(Ui& ui, const std::string& id, Box box, Icon icon, const std::string& label)
{
    const Colours& all = ui.colours();
    const Touched touched = touch(ui, id, box, {label, TargetKind::button, true, false, {}});
    fill(ui, box, blend(all.sunken, all.primary_soft, touched.press), 12);
    if (ui.theme().high_contrast()) ring(ui, box, all.edge, ui.theme().stroke(Stroke::control), 12);
    draw_icon(ui, box.centre(), icon, 28, all.primary);
    return touched.tapped;
}

} // namespace

float wheel_height(const Ui& ui)
{
    return 2 * (wheel_key_height + wheel_key_gap) + value_height(ui) + 4 + line_height(ui, Role::small);
}

WheelTap wheel(Ui& ui, Box box, const std::vector<WheelPart>& parts)
{
    WheelTap out;
    float shares = 0, room = box.width + wheel_gap;
    for (const auto& part : parts) {
        shares += part.share;
        room -= wheel_gap + (part.rule_before ? wheel_rule : 0);
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const auto& part = parts[at];
        if (part.rule_before) {
            const Box rule = box.take_left(wheel_rule);
            fill(ui, {rule.x, rule.y + 16, 1, wheel_height(ui) - 32}, ui.colours().line);
        }
        const bool last = at + 1 == parts.size();
        Box column = last ? box : box.take_left(std::floor(room * part.share / shares), wheel_gap);
        const Box more = column.take_top(wheel_key_height, wheel_key_gap);
        const Box value = column.take_top(value_height(ui), wheel_key_gap);
        const Box less = column.take_top(wheel_key_height, 4);
        if (wheel_key(ui, part.id + "/later", more, Icon::plus, part.later)) out = {at, 1};
        const Role role =
            fitting(ui, part.value, value.width, {Role::title, Role::heading, Role::task, Role::label});
        draw_centred(ui, value, role, ui.colours().text, part.value, Align::centre);
        if (wheel_key(ui, part.id + "/earlier", less, Icon::minus, part.earlier)) out = {at, -1};
        draw_centred(ui, column.take_top(line_height(ui, Role::small)), Role::small, ui.colours().text_soft,
                     part.label, Align::centre);
    }
    return out;
}

} // namespace northseal::kiosk
