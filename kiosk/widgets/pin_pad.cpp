#include "kiosk/widgets/pin_pad.h"

#include <cmath>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace northseal::kiosk {

namespace {

constexpr float key_gap = 12;

// The digits stand on a ground; what clears them does not.
Touched pin_key(Ui& ui, std::string_view id, Box box, std::string_view label, const PinLook& look,
                bool ground)
{
    Reach reach{std::string(label), TargetKind::key, look.enabled, false, look.why_not};
    reach.secret = ground;
    const Touched touched = touch(ui, id, box, reach, 14);
    const Colours& all = ui.colours();
    const Colour rest = !ground ? 0 : look.enabled ? all.sunken : all.disabled;
    const Colour now = blend(rest, all.primary_soft, touched.press);
    if (now != 0) fill(ui, box, now, 14);
    if (ground) {
        const bool heavy = ui.theme().high_contrast();
        ring(ui, box, heavy ? all.edge : all.line, heavy ? 3.0F : 1.0F, 14);
    }
    return touched;
}

} // namespace

Box pin_pad_box(const Ui&, Point top_left, float key_height)
{
    return {top_left.x, top_left.y, 3 * 112 + 2 * key_gap, 4 * key_height + 3 * key_gap};
}

PinTap pin_pad(Ui& ui, Box box, const PinLook& look)
{
    PinTap out;
    const std::vector<Box> lines = rows(box, 4, key_gap);
    const Colour words = look.enabled ? ui.colours().text : ui.colours().on_disabled;
    for (int place = 0; place < 10; ++place) {
        const char digit = place == 9 ? '0' : static_cast<char>('1' + place);
        const std::vector<Box> cells =
            columns(lines[static_cast<std::size_t>(place == 9 ? 3 : place / 3)], 3, key_gap);
        const Box key = cells[static_cast<std::size_t>(place == 9 ? 1 : place % 3)];
        const std::string text(1, digit);
        if (pin_key(ui, "pin/" + text, key, text, look, true).tapped) out.digit = digit;
        draw_centred(ui, key, Role::title, words, text, Align::centre);
    }
    const std::vector<Box> foot = columns(lines[3], 3, key_gap);
    const Colour soft = look.enabled ? ui.colours().primary : ui.colours().on_disabled;
    if (pin_key(ui, "pin/clear", foot[0], look.clear, look, false).tapped) out.clear = true;
    draw_centred(ui, foot[0], Role::button, soft, look.clear, Align::centre);
    if (pin_key(ui, "pin/back", foot[2], look.backspace, look, false).tapped) out.backspace = true;
    draw_icon(ui, foot[2].centre(), Icon::backspace, 28, soft);
    return out;
}

void pin_dots(Ui& ui, Point centre, const PinLook& look)
{
    constexpr float step = 46;
    const Colours& all = ui.colours();
    for (int place = 0; place < pin_digits; ++place) {
        const float x = centre.x + (static_cast<float>(place) - (pin_digits - 1) / 2.0F) * step;
        const Point at{std::floor(x), centre.y};
        if (look.wrong)
            disc(ui, at, 12, all.berry);
        else if (place < look.typed)
            disc(ui, at, 12, all.primary);
        else
            circle(ui, at, 12, all.edge, ui.theme().stroke(Stroke::control));
    }
}

std::vector<PinTap> typed_pin(const Ui& ui)
{
    std::vector<PinTap> out;
    for (const Edit& edit : ui.edits()) {
        PinTap tap;
        if (edit.kind == Edit::Kind::backspace) tap.backspace = true;
        if (edit.kind == Edit::Kind::insert && edit.text.size() == 1 && edit.text[0] >= '0' &&
            edit.text[0] <= '9')
            tap.digit = edit.text[0];
        if (tap) out.push_back(tap);
    }
    return out;
}

} // namespace northseal::kiosk
