#include "kiosk/screens/care.h"

#include <algorithm>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

// A kind of what is kept, and how much of it there is.
void use_row(const CareView::Part::Use& use, Page& page, Box& rows)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const float amount = text_width(ui, Role::body, use.amount);
    const float width = rows.width - 48 - 16 - amount;
    const float title = text_height(ui, Role::body, use.title, width);
    const float detail = text_height(ui, Role::small, use.detail, width);
    divider(ui, rows.x, rows.y, rows.width);
    Box row = rows.take_top(std::max(72.0F, title + detail + 20));
    draw_icon(ui, row.take_left(32, 16).centre(), use.icon, 28, colours.text_soft);
    draw_centred(ui, row.take_right(amount + 2, 14), Role::body, colours.text, use.amount);
    row = row.at_centre(row.width, title + detail);
    draw_text(ui, row.take_top(title), Role::body, colours.text, use.title);
    draw_text(ui, row, Role::small, colours.text_soft, use.detail);
}

void part_card(const CareView::Part& part, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box inner = card(ui, box);
    Scroll scroll(ui, part.title, inner, ScrollMark::beside);
    Box rows = scroll.content();
    const float width = rows.width - 82;
    const float title = text_height(ui, Role::heading, part.title, width);
    const float sentence = text_height(ui, Role::body, part.sentence, width);
    Box head = rows.take_top(std::max(64.0F, title + sentence), 20);
    glyph(ui, head.take_left(64, 18).at_centre(64, 64), part.icon, part.tone);
    head = head.at_centre(head.width, title + sentence);
    draw_text(ui, head.take_top(title), Role::heading, colours.text, part.title);
    draw_text(ui, head, Role::body, colours.text_soft, part.sentence);
    for (const auto& use : part.uses) use_row(use, page, rows);
    if (!part.uses.empty()) rows.take_top(16);
    int number = 0;
    for (const auto& step : part.steps)
        rows.take_top(numbered_step(ui, {rows.x, rows.y}, rows.width, ++number, step), 12);
    // Why it matters stands at the foot, where there is room above it.
    const float why = text_height(ui, Role::small, part.why, rows.width - 76);
    const float left = inner.bottom() - rows.y - (why + 32);
    if (left > 0) rows.take_top(left);
    Box foot = rows.take_top(why + 32);
    inset(ui, foot);
    foot = foot.inset(18, 16);
    draw_icon(ui, foot.take_left(24, 16).centre(), Icon::info_circle, 24, colours.text_soft);
    draw_text(ui, foot, Role::small, colours.text, part.why);
    scroll.ends_at(rows.y);
}

} // namespace

Action draw(const CareView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, view.title, view.line, {}, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    Box first = body, second = body;
    if (ui.portrait())
        first = second.take_top((body.height - card_gap) / 2, card_gap);
    else
        first = second.take_left((body.width - card_gap) / 2, card_gap);
    part_card(view.disk, page, first);
    part_card(view.copy, page, second);
    TaskBarLook bar;
    if (view.can_copy) bar.back = button_look(page.words("care.later"), ButtonStyle::plain, Icon::clock);
    bar.sentence = view.busy.empty() ? view.sentence : view.busy;
    if (view.can_copy && view.busy.empty())
        bar.main = button_look(page.words("care.copy_now"), ButtonStyle::main, Icon::check);
    if (!view.can_copy) bar.main = button_look(page.words("cut.home"), ButtonStyle::main, Icon::home);
    const BarTap tapped = task_bar(ui, bar);
    if (tapped == BarTap::back) answer = act::Go{Screen::home};
    if (tapped == BarTap::main)
        answer = view.can_copy ? Action{act::BackUpNow{}} : Action{act::Go{Screen::home}};
    return answer;
}

} // namespace northseal::kiosk
