#include "kiosk/screens/door_card.h"

namespace northseal::kiosk {

DoorCard door_card(Page& page, const DoorCardLook& look)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    DoorCard out;
    door(page);
    out.back = icon_button(ui, "back", {24, 28, 64, 64}, Icon::arrow_left, look.back, colours.on_rail);
    draw_centred(ui, {92, 28, 320, 64}, Role::body, colours.on_rail, look.back);
    mark_specimen(page, {screen.width - 48, 40});

    const float width = std::min(880.0F, screen.width - 96);
    const float top = look.typing ? 96.0F : 132.0F;
    const Box box{(screen.width - width) / 2, top, width,
                  look.typing ? keyboard_top(page) - top - 12 : look.height};
    shadow(ui, box, Elevation::over);
    fill(ui, box, colours.surface, 20);
    out.inner = box.inset(32, look.typing ? 16 : 32);
    if (look.typing) return out;
    if (!look.foot.empty()) {
        const ButtonLook foot = button_look(look.foot, ButtonStyle::on_dark, Icon::lifebuoy);
        out.foot = button_at(ui, "foot", {48, screen.height - 90}, foot);
    }
    card_title(page, out.inner, look.title, Role::heading);
    draw_text(ui, out.inner.take_top(text_height(ui, Role::body, look.explain, out.inner.width), 20),
              Role::body, colours.text_soft, look.explain);
    return out;
}

} // namespace northseal::kiosk
