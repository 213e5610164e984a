#include "kiosk/screens/door_card.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

namespace {

constexpr float padding = 32;
constexpr float foot_room = 106; // below the card: the way out

float needed_height(const Page& page, const DoorCardLook& look)
{
    const float inside = door_card_width(page);
    const float explain =
        look.explain.empty() ? 0 : text_height(page.ui, Role::body, look.explain, inside) + 20;
    return 2 * padding + text_height(page.ui, Role::heading, look.title, inside) + 12 + explain +
           look.content;
}

float most_height(const Page& page)
{
    return page.ui.screen().height - 96 - foot_room;
}

// As high as it needs to be; higher up where that is much.
Box card_box(const Page& page, const DoorCardLook& look)
{
    const Box screen = page.ui.screen();
    const float width = door_card_width(page) + 2 * padding;
    const float x = std::floor((screen.width - width) / 2);
    if (look.typing) return {x, 96, width, keyboard_top(page) - 96 - 12};
    const float height = needed_height(page, look);
    const float lowest = screen.height - foot_room - height;
    return {x, std::clamp(lowest, 96.0F, 132.0F), width, std::min(height, most_height(page))};
}

} // namespace

float door_card_width(const Page& page)
{
    return std::min(880.0F, page.ui.screen().width - 96) - 2 * padding;
}

DoorCard door_card(Page& page, DoorCardLook look)
{
    // Where large words and what went wrong need the room, the explanation goes.
    if (!look.typing && needed_height(page, look) > most_height(page)) look.explain.clear();
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    DoorCard out;
    door(page);
    out.back = icon_button(ui, "back", {24, 28, 64, 64}, Icon::arrow_left, look.back, colours.on_rail);
    draw_centred(ui, {92, 24, screen.width - 140 - specimen_width(page) - 16, 72}, Role::body,
                 colours.on_rail, look.back);
    mark_specimen(page, {screen.width - 48, 40});

    const Box box = card_box(page, look);
    shadow(ui, box, Elevation::over);
    fill(ui, box, colours.surface, 20);
    out.inner = box.inset(padding, look.typing ? 16 : padding);
    if (look.typing) return out;
    if (!look.foot.empty()) {
        const ButtonLook foot = button_look(look.foot, ButtonStyle::on_dark, Icon::lifebuoy);
        const float wide = std::min(button_width(ui, foot), screen.width - 96);
        const float high = button_height(ui, foot, wide);
        out.foot = button(ui, "foot", {48, screen.height - 34 - high, wide, high}, foot);
    }
    card_title(page, out.inner, look.title, Role::heading);
    const float explain = text_height(ui, Role::body, look.explain, out.inner.width);
    if (explain > 0)
        draw_text(ui, out.inner.take_top(explain, 20), Role::body, colours.text_soft, look.explain);
    return out;
}

} // namespace northseal::kiosk
