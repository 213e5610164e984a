#include "kiosk/screens/group_issue.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

RowLook look_of(const GroupIssueView::Line& line)
{
    RowLook look;
    look.title = line.name;
    look.initial_of = line.name;
    look.second = line.paper;
    look.chip = line.chip;
    look.chip_icon = line.step == GroupStep::held ? Icon::alert_triangle : Icon::check;
    look.chip_tone = line.step == GroupStep::held ? Tone::waits : Tone::good;
    look.chevron = line.opens.has_value();
    return look;
}

Action people(const GroupIssueView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Scroll scroll(ui, "group", box);
    Box rows = scroll.content();
    for (std::size_t i = 0; i < view.lines.size(); ++i) {
        const auto& line = view.lines[i];
        RowLook look = look_of(line);
        if (line.here) look.ground = ui.colours().primary_soft;
        const Box place = rows.take_top(row_height(ui, rows.width, look));
        scroll.ends_at(place.bottom());
        if (!scroll.in_sight(place.y, place.height)) continue;
        if (line.opens && !view.busy) {
            if (row(ui, "issued/" + std::to_string(line.opens->value), place, look))
                answer = act::OpenIssued{*line.opens};
        } else {
            plain_row(ui, place, look);
        }
        if (i > 0) divider(ui, place.x, place.y, place.width);
    }
    return answer;
}

void how_far(const GroupIssueView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    const float counted = text_height(ui, Role::heading, view.counted, inner.width);
    draw_text(ui, inner.take_top(counted, 12), Role::heading, colours.text, view.counted);
    progress(ui, inner.take_top(14, 10), view.part);
    const float printed = text_height(ui, Role::small, view.printed, inner.width);
    draw_text(ui, inner.take_top(printed, 20), Role::small, colours.text_soft, view.printed);
    Scroll scroll(ui, "means", {box.x, inner.y, box.width, inner.height});
    float y = scroll.content().y;
    const auto say = [&](Icon icon, Tone tone, const std::string& title, const std::string& sentence) {
        y += status(ui, {inner.x, y}, inner.width, {icon, tone, title, sentence}) + 18;
    };
    say(Icon::shield_check, Tone::good, page.words("group_issue.whole"),
        page.words("group_issue.whole_detail"));
    say(Icon::printer, Tone::neutral, page.words("home.printer"), view.printer);
    if (!view.held.empty()) say(Icon::user_x, Tone::waits, view.held_title, view.held);
    scroll.ends_at(y - 18);
}

} // namespace

Action draw(const GroupIssueView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("group_issue.title"), view.line, {}, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    const TwoColumns columns = two_columns(page, body, 400);
    answer = people(view, page, columns.main);
    how_far(view, page, columns.side);
    TaskBarLook bar;
    if (view.busy) {
        bar.back = button_look(page.words("group_issue.stop"), ButtonStyle::plain, Icon::player_pause);
        bar.main = button_look(page.words("group_issue.print"), ButtonStyle::main, Icon::printer,
                               IconSide::before, false, page.words("group_issue.opens"));
    } else if (view.may_go_on) {
        bar.back = button_look(page.words("sessions.title"), ButtonStyle::plain, Icon::chevron_left);
        bar.main = button_look(page.words("group_issue.go_on"), ButtonStyle::main, Icon::certificate);
    } else {
        bar.back = button_look(page.words("sessions.title"), ButtonStyle::plain, Icon::chevron_left);
        bar.sentence = view.can_print ? std::string() : view.printer;
        bar.main =
            button_look(page.words(view.prints ? "group_issue.printing" : "group_issue.print"),
                        ButtonStyle::main, Icon::printer, IconSide::before, view.can_print, view.printer);
    }
    switch (task_bar(ui, bar)) {
    case BarTap::main:
        answer = view.may_go_on ? Action{act::IssueGroup{}} : Action{act::PrintGroup{}};
        break;
    case BarTap::back:
        answer = view.busy ? Action{act::StopGroup{}} : Action{act::Go{Screen::sessions}};
        break;
    case BarTap::other:
    case BarTap::none:
        break;
    }
    return answer;
}

} // namespace northseal::kiosk
