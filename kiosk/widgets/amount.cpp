#include "kiosk/widgets/amount.h"

#include "kiosk/widgets/card.h"
#include "kiosk/widgets/touch.h"

namespace northseal::kiosk {

namespace {

constexpr float amount_gap = 10;

bool amount_key(Ui& ui, const std::string& id, Box box, Icon icon, const Reach& reach)
{
    const Colours& all = ui.colours();
    const Touched touched = touch(ui, id, box, reach, box.height / 2);
    fill(ui, box, blend(all.surface, all.primary_soft, touched.press), box.height / 2);
    ring(ui, box, all.edge, ui.theme().stroke(Stroke::control), box.height / 2);
    draw_icon(ui, box.centre(), icon, 28, reach.enabled ? all.primary : all.on_disabled);
    return touched.tapped;
}

} // namespace

int amount(Ui& ui, std::string_view id, Point at, const AmountLook& look)
{
    Box box{at.x, at.y, amount_width, amount_height};
    const bool less = look.value > look.least;
    const bool more = look.value < look.most;
    const std::string name(id);
    int out = 0;
    const Box minus = box.take_left(amount_height, amount_gap);
    const Box plus = box.take_right(amount_height, amount_gap);
    if (amount_key(ui, name + "/less", minus, Icon::minus,
                   {look.less, TargetKind::button, less, false, less ? std::string() : look.none_less}))
        out = -1;
    progress(ui, box.at_centre(box.width, 14),
             static_cast<float>(look.value) / static_cast<float>(look.most));
    if (amount_key(ui, name + "/more", plus, Icon::plus,
                   {look.more, TargetKind::button, more, false, more ? std::string() : look.none_more}))
        out = 1;
    return out;
}

} // namespace northseal::kiosk
