#include "kiosk/screens/sign_off.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

namespace {

void what_is_signed(const SignOffView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box whole = card(ui, box);
    Scroll scroll(ui, "levels", whole, ScrollMark::beside);
    Box inner = scroll.content();
    draw_text(ui, inner.take_top(line_height(ui, Role::label), 12), Role::label,
              view.second ? colours.dusk : colours.ember, view.turn);
    const float name = text_height(ui, Role::name_strong, view.name, inner.width - 78);
    const Box who = inner.take_top(std::max(68.0F, name + line_height(ui, Role::small) + 4), 12);
    initial_disc(ui, {who.x + 30, who.centre().y}, 60, view.name, !view.second);
    Box words{who.x + 78, who.y + 4, who.width - 78, who.height};
    draw_text(ui, words.take_top(text_height(ui, Role::name_strong, view.name, words.width)),
              Role::name_strong, colours.text, view.name);
    draw_text(ui, words.take_top(line_height(ui, Role::small)), Role::small, colours.text_soft, view.role);
    const float said_height = text_height(ui, Role::task, view.declaration, inner.width - 40) + 32;
    const Box said_box = inner.take_top(said_height, 16);
    inset(ui, said_box);
    draw_text(ui, said_box.inset(20, 16), Role::task, colours.text, view.declaration);
    draw_text(ui, inner.take_top(line_height(ui, Role::small), 2), Role::small, colours.text_soft,
              page.words("sign.levels"));
    Box rows = inner;
    rows.take_top(facts_across(page, rows, view.levels), 8);
    if (!view.narrative.empty()) {
        divider(ui, rows.x, rows.y, rows.width);
        rows.take_top(12);
        draw_text(ui, rows.take_top(text_height(ui, Role::body, view.narrative, rows.width)), Role::body,
                  colours.text, view.narrative);
    }
    scroll.ends_at(rows.y);
}

} // namespace

Action draw(const SignOffView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("sign.title"), view.line, {}, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 16 - body.y;
    body.y -= 8;
    body.height += 8;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    what_is_signed(view, page, columns.main);
    card(ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.main_label, Icon::signature, view.busy});
    return answer;
}

} // namespace northseal::kiosk
