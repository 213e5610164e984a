#include "kiosk/screens/keys.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"
#include "kiosk/widgets/row.h"

namespace northseal::kiosk {

namespace {

Action choice_list(const KeysView& view, Page& page, Box& rows)
{
    Answer answer;
    for (const auto& choice : view.choices) {
        const ChoiceLook look{choice.title, choice.second, choice.chosen, choice.enabled};
        if (choice_row(page.ui, choice.id, rows.take_top(choice_height(page.ui, rows.width, look), 8), look))
            answer = act::ChooseWay{choice.way};
    }
    return answer;
}

// Large, and broken at its spaces and dashes: somebody copies it by hand.
void secrets(const KeysView& view, Page& page, Box& rows)
{
    Ui& ui = page.ui;
    for (const auto& [name, secret] : view.secrets) {
        const float inside = rows.width - 40;
        const float label = line_height(ui, Role::label);
        const float text = text_height(ui, Role::heading, secret, inside);
        const Box box = rows.take_top(label + text + 40, 12);
        inset(ui, box);
        Box inner = box.inset(20, 16);
        draw_text(ui, inner.take_top(label, 8), Role::label, ui.colours().text_soft, name);
        draw_text(ui, inner, Role::heading, ui.colours().text, secret);
    }
}

Action ways(const KeysView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    Scroll scroll(ui, "keys", inner, ScrollMark::beside);
    Box rows = scroll.content();
    answer = choice_list(view, page, rows);
    if (!view.choices.empty()) rows.take_top(12);
    draw_text(ui, rows.take_top(text_height(ui, Role::body, view.note, rows.width), 16), Role::body,
              ui.colours().text, view.note);
    secrets(view, page, rows);
    if (view.done) {
        const ButtonLook home = button_look(page.words("renewal.home"), ButtonStyle::main, Icon::check);
        if (button_at(ui, "home", {rows.x, rows.y}, home)) answer = act::Go{Screen::home};
        rows.take_top(64);
    }
    scroll.ends_at(rows.y);
    return answer;
}

} // namespace

Action draw(const KeysView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("keys.title"), view.line, {}, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 16 - body.y;
    body.y -= 8;
    body.height += 8;
    if (view.done) {
        say_failure(page, body, view.failure);
        answer = ways(view, page, body);
        return answer;
    }
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    answer = ways(view, page, columns.main);
    card(ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.main, Icon::key, view.busy});
    return answer;
}

} // namespace northseal::kiosk
