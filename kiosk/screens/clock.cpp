#include "kiosk/screens/clock.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

namespace {

std::string id_of(ClockPart part, const char* way)
{
    const char* names[] = {"year", "month", "day", "hour", "minute"};
    return std::string("clock/") + names[static_cast<std::size_t>(part)] + "/" + way;
}

// A label, then less, value, more.
Action stepper(Page& page, Box row, const ClockView::Part& part, bool may_change)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box more = row.take_right(64, 8);
    const Box value = row.take_right(std::max(96.0F, ui.grown(96)), 8);
    const Box less = row.take_right(64, 12);
    draw_centred(ui, row, Role::row, colours.text, part.label, Align::left);
    draw_centred(ui, value, Role::name, colours.text, part.value, Align::centre);
    if (!may_change) return answer;
    if (icon_button(ui, id_of(part.part, "earlier"), less, Icon::minus, part.earlier, colours.primary))
        answer = act::StepClock{part.part, -1};
    if (icon_button(ui, id_of(part.part, "later"), more, Icon::plus, part.later, colours.primary))
        answer = act::StepClock{part.part, 1};
    return answer;
}

Action what_is_said(const ClockView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    draw_text(ui, inner.take_top(line_height(ui, Role::label), 8), Role::label, colours.ember, view.turn);
    Scroll scroll(ui, "clock", inner, ScrollMark::beside);
    Box rows = scroll.content();
    draw_text(ui, rows.take_top(text_height(ui, Role::body, view.why, rows.width), 12), Role::body,
              view.doubt ? colours.text : colours.text_soft, view.why);
    for (const auto& part : view.parts) answer = stepper(page, rows.take_top(64, 8), part, view.may_change);
    rows.take_top(8);
    draw_text(ui, rows.take_top(text_height(ui, Role::task, view.said, rows.width), 12), Role::task,
              colours.text, view.said);
    for (const auto& choice : view.seconds) {
        const TapLook look{choice.name, Icon::none, choice.chosen, true, false, Role::body};
        const Box line = rows.take_top(tap_height(ui), 8);
        if (tap(ui, "second/" + std::to_string(choice.id.value), {line.x, line.y}, look))
            answer = act::ChooseFacilitator{choice.id};
    }
    scroll.ends_at(rows.y);
    return answer;
}

} // namespace

Action draw(const ClockView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("clock.title"), page.words("clock.line"), {}, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 16 - body.y;
    body.y -= 8;
    body.height += 8;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    answer = what_is_said(view, page, columns.main);
    card(ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.main_label, Icon::clock, view.busy});
    return answer;
}

} // namespace northseal::kiosk
