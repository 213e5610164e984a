#include "kiosk/screens/group_sign.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

namespace {

RowLook look_of(const GroupSignView::Line& line)
{
    RowLook look;
    look.title = line.name;
    look.initial_of = line.name;
    look.chip = line.chip;
    look.chip_icon = line.ready || line.done ? Icon::check : Icon::none;
    look.chip_tone = line.ready ? Tone::good : line.done ? Tone::neutral : Tone::waits;
    look.chevron = false;
    return look;
}

void who_is_signed_for(const GroupSignView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    card(ui, box);
    Scroll scroll(ui, "group", box.inset(0, 8));
    Box inner = scroll.content().inset(card_padding, card_padding - 8);
    if (!view.name.empty()) {
        draw_text(ui, inner.take_top(line_height(ui, Role::label), 10), Role::label,
                  view.second ? colours.dusk : colours.ember, view.turn);
        const float name = text_height(ui, Role::name_strong, view.name, inner.width - 78);
        const Box who = inner.take_top(std::max(60.0F, name + line_height(ui, Role::small)), 12);
        initial_disc(ui, {who.x + 30, who.centre().y}, 60, view.name, !view.second);
        Box words{who.x + 78, who.y, who.width - 78, who.height};
        draw_text(ui, words.take_top(name), Role::name_strong, colours.text, view.name);
        draw_text(ui, words.take_top(line_height(ui, Role::small)), Role::small, colours.text_soft,
                  view.role);
        const float said = text_height(ui, Role::task, view.declaration, inner.width - 40) + 28;
        const Box said_box = inner.take_top(said, 10);
        inset(ui, said_box);
        draw_text(ui, said_box.inset(20, 14), Role::task, colours.text, view.declaration);
    }
    Box rows{box.x, inner.y, box.width, 0};
    for (const auto& line : view.lines) {
        const RowLook look = look_of(line);
        const Box place = rows.take_top(row_height(ui, rows.width, look));
        scroll.ends_at(place.bottom());
        if (!scroll.in_sight(place.y, place.height)) continue;
        divider(ui, place.x, place.y, place.width);
        plain_row(ui, place, look);
    }
}

} // namespace

Action draw(const GroupSignView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("group_sign.title"), view.line, {}, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 16 - body.y;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    who_is_signed_for(view, page, columns.main);
    Box inner = card(ui, columns.side);
    if (!view.nothing_to_sign.empty()) {
        glyph(ui, inner.take_top(48, 16).take_left(48), Icon::signature, Tone::waits);
        draw_text(ui, inner, Role::row, ui.colours().text, view.nothing_to_sign);
        return answer;
    }
    answer = pin_card(page, columns.side, view.pin, {view.main, Icon::signature, view.busy});
    return answer;
}

} // namespace northseal::kiosk
