#include "kiosk/screens/session_start.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

// One day on, one day back: a touch each, no calendar to get lost in.
Action day_row(const SessionStartView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    const ButtonLook earlier = button_look(page.words("session_start.earlier"), ButtonStyle::soft,
                                           Icon::minus, IconSide::before, view.may_be_earlier, view.day);
    const ButtonLook later = button_look(page.words("session_start.later"), ButtonStyle::soft, Icon::plus);
    const float height = button_height(ui, ButtonStyle::soft);
    Box line = inner.take_bottom(height);
    if (!ui.portrait() && inner.height < height) {
        line = box.inset(card_padding, (box.height - height) / 2);
        inner = line;
    }
    const float later_width = button_width(ui, later);
    if (button(ui, "day/later", line.take_right(later_width, 16), later)) answer = act::StepSessionDay{1};
    const float earlier_width = button_width(ui, earlier);
    if (button(ui, "day/earlier", line.take_right(earlier_width, 16), earlier))
        answer = act::StepSessionDay{-1};
    inner.width = ui.portrait() ? inner.width : line.width;
    draw_centred(ui, ui.portrait() ? inner : line,
                 fitting(ui, view.day, inner.width, {Role::heading, Role::button}), ui.colours().text,
                 view.day);
    return answer;
}

} // namespace

Action draw(const SessionStartView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("session_start.title"), page.words("session_start.line"), {}, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 24 - body.y;
    say_failure(page, body, view.failure);
    answer = day_row(view, page,
                     body.take_top(ui.portrait() ? ui.grown(56) + ui.grown(44) + 64 : ui.grown(60) + 44, 16));
    Box cards = body;
    card(ui, cards);
    if (view.rows.empty()) {
        draw_text(ui, cards.inset(card_padding), Role::body, ui.colours().text_soft, view.none);
        return answer;
    }
    Scroll scroll(ui, "programmes", cards);
    Box rows = scroll.content();
    for (const auto& each : view.rows) {
        RowLook look;
        look.title = each.name;
        look.second = each.detail;
        look.icon = Icon::books;
        const Box place = rows.take_top(std::max(92.0F, row_height(ui, rows.width, look)));
        if (&each != &view.rows.front()) divider(ui, place.x, place.y, place.width);
        if (row(ui, "programme/" + std::to_string(each.index), place, look))
            answer = act::BeginSession{each.index};
        scroll.ends_at(place.bottom());
    }
    return answer;
}

} // namespace northseal::kiosk
