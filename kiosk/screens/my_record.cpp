#include "kiosk/screens/my_record.h"

#include <cmath>

#include "kiosk/screens/draw.h"
#include "kiosk/screens/my_record_pin.h"

namespace northseal::kiosk {

namespace {

Action ways_to_show(const MyRecordView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, body);
    const std::string title = page.words("my_record.ask");
    draw_text(ui, inner.take_top(text_height(ui, Role::heading, title, inner.width), 6), Role::heading,
              ui.colours().text, title);
    const std::string detail =
        !view.busy.empty() ? view.busy : page.words(view.closed ? "check.closed" : "my_record.ask_detail");
    draw_text(ui, inner.take_top(text_height(ui, Role::row, detail, inner.width), 16), Role::row,
              ui.colours().text_soft, detail);
    say_failure(page, inner, view.trouble);
    Scroll scroll(ui, "ways", {body.x, inner.y, body.width, body.bottom() - inner.y - 12});
    Box rows = scroll.content();
    const auto place_for = [&](const RowLook& look) {
        const Box place = rows.take_top(std::max(92.0F, row_height(ui, rows.width, look)));
        divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
        return place;
    };
    answer = code_ways(page, rows, {view.closed, view.can_read_stick}, 92.0F);
    RowLook name;
    name.title = page.words("my_record.by_name");
    name.second = page.words("my_record.by_name_detail");
    name.icon = Icon::key;
    name.enabled = !view.closed;
    name.why_not = page.words("check.closed_short");
    if (row(ui, "mine/name", place_for(name), name)) answer = act::GoToMyStep{MyRecordStep::name};
    RowLook none;
    none.title = page.words("my_record.no_paper");
    none.second = page.words("my_record.no_paper_detail");
    none.icon = Icon::users;
    none.chevron = false;
    const Box last = place_for(none);
    plain_row(ui, last, none);
    scroll.ends_at(last.bottom());
    return answer;
}

Action ask(const MyRecordView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    if (const auto& code = ui.scanned()) answer = act::Scanned{*code, CheckWay::scanner};
    Box body = task_body(ui);
    if (!view.camera.here) body.height = ui.screen().bottom() - 24 - body.y;
    say_failure(page, body, view.failure);
    if (!view.camera.here) {
        answer = ways_to_show(view, page, body);
        return answer;
    }
    TwoColumns columns = two_columns(page, body, 456);
    if (ui.portrait()) {
        columns.main = body.take_top(body.height * 0.42F, card_gap);
        columns.side = body;
    }
    camera_panel(view.camera, page, columns.main, view.busy);
    answer = ways_to_show(view, page, columns.side);
    TaskBarLook bar;
    add_camera(bar, view.camera);
    answer = camera_action(task_bar(ui, bar), view.camera);
    return answer;
}

// At the foot of what is kept: how often somebody looked.
Action opened_row(const MyRecordView& view, Page& page, Box& box)
{
    Ui& ui = page.ui;
    RowLook look;
    look.title = view.opened;
    look.second = page.words("my_record.opened_by_whom");
    look.icon = Icon::eye;
    const Box place = box.take_bottom(std::max(84.0F, row_height(ui, box.width, look)));
    divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
    if (row(ui, "mine/opened", place, look)) return act::GoToMyStep{MyRecordStep::opened};
    return {};
}

void kept_list(const std::vector<MyRecordView::Kept>& list, Page& page, const char* id, Box box)
{
    Ui& ui = page.ui;
    Scroll scroll(ui, id, box);
    Box rows = scroll.content();
    for (const auto& each : list) {
        RowLook look;
        look.title = each.title;
        look.second = each.detail;
        look.icon = each.icon;
        look.initial_of = each.initial_of;
        look.chevron = false;
        const Box place = rows.take_top(std::max(78.0F, row_height(ui, rows.width, look)));
        scroll.ends_at(place.bottom());
        if (!scroll.in_sight(place.y, place.height)) continue;
        divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
        plain_row(ui, place, look);
    }
}

Action kept(const MyRecordView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    box.height -= 6;
    if (!view.opened.empty()) answer = opened_row(view, page, box);
    const std::string title = page.words("my_record.kept");
    draw_text(ui, inner.take_top(text_height(ui, Role::heading, title, inner.width), 12), Role::heading,
              ui.colours().text, title);
    kept_list(view.kept, page, "kept", {box.x, inner.y, box.width, box.bottom() - inner.y - 8});
    return answer;
}

// By whom and when, the latest first.
void openings(const MyRecordView& view, Page& page, Box body)
{
    Ui& ui = page.ui;
    Box inner = card(ui, body);
    card_title(page, inner, page.words("my_record.who_opened"), Role::heading);
    const std::string note = page.words("my_record.opened_note");
    draw_text(ui, inner.take_top(text_height(ui, Role::body, note, inner.width), 12), Role::body,
              ui.colours().text_soft, note);
    kept_list(view.openings, page, "openings", {body.x, inner.y, body.width, body.bottom() - inner.y - 8});
}

// In short lines, before anybody touches it.
void what_follows(const MyRecordView::Way& way, Page& page, Box& rows)
{
    Ui& ui = page.ui;
    const float width = rows.width - 2 * card_padding - 38;
    for (const auto& [icon, words] : way.means) {
        const float height = std::max(26.0F, text_height(ui, Role::small, words, width));
        divider(ui, rows.x + card_padding, rows.y, rows.width - 2 * card_padding);
        Box line = rows.take_top(height + 14).inset(card_padding, 7);
        draw_icon(ui, line.take_left(24, 14).centre(), icon, 24, ui.colours().text_soft);
        draw_centred(ui, line, Role::small, ui.colours().text, words);
    }
}

Action shown(const MyRecordView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    TwoColumns columns = two_columns(page, body, 520);
    if (ui.portrait()) {
        columns.main = body;
        columns.side = columns.main.take_bottom(std::min(380.0F, body.height * 0.5F), card_gap);
    }
    answer = kept(view, page, columns.main);
    card(ui, columns.side);
    Scroll scroll(ui, "ways", columns.side.inset(0, 8));
    Box rows = scroll.content();
    for (const auto& way : view.ways) {
        RowLook look;
        look.title = way.title;
        look.second = way.detail;
        look.icon = way.icon;
        look.tone = way.tone;
        look.enabled = way.enabled;
        look.why_not = way.detail;
        const Box place = rows.take_top(std::max(80.0F, row_height(ui, rows.width, look)));
        if (&way != &view.ways.front()) divider(ui, place.x, place.y, place.width);
        if (row(ui, way.id, place, look)) answer = way.action;
        what_follows(way, page, rows);
        scroll.ends_at(rows.y);
    }
    return answer;
}

// Every line that is kept, under a heading for each thing.
void all_of_it(const MyRecordView& view, Page& page, Box body)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box inner = card(ui, body);
    Scroll scroll(ui, "all", inner, ScrollMark::beside);
    Box rows = scroll.content();
    for (const auto& line : view.all) {
        if (line.name.empty()) {
            if (&line != &view.all.front()) rows.take_top(20);
            card_title(page, rows, line.value, Role::heading);
            continue;
        }
        const float name_width = std::floor(rows.width * 0.36F);
        const float value_width = rows.width - name_width - 24;
        const float height = std::max(text_height(ui, Role::body, line.name, name_width),
                                      text_height(ui, Role::body, line.value, value_width));
        divider(ui, rows.x, rows.y, rows.width);
        Box place = rows.take_top(height + 20).inset(0, 10);
        draw_text(ui, place.take_left(name_width, 24), Role::body, colours.text_soft, line.name);
        draw_text(ui, place, Role::body, colours.text, line.value);
    }
    scroll.ends_at(rows.y);
}

void correct(const MyRecordView& view, Page& page, Box body)
{
    Ui& ui = page.ui;
    Box inner = card(ui, body);
    Scroll scroll(ui, "steps", {body.x, inner.y, body.width, inner.height});
    Box rest = scroll.content().inset(card_padding, 0);
    const std::string title = page.words("my_record.correct");
    draw_text(ui, rest.take_top(text_height(ui, Role::heading, title, rest.width), 20), Role::heading,
              ui.colours().text, title);
    int number = 0;
    for (const auto& step : view.correct_steps)
        rest.take_top(numbered_step(ui, {rest.x, rest.y}, rest.width, ++number, step), 16);
    scroll.ends_at(rest.y);
}

Action erase(const MyRecordView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    const TwoColumns columns = two_columns(page, body, 520);
    {
        Box inner = card(ui, columns.main);
        Scroll scroll(ui, "reasons", {columns.main.x, inner.y, columns.main.width, inner.height});
        Box rest = scroll.content().inset(card_padding, 0);
        card_title(page, rest, page.words("my_record.why"), Role::heading);
        for (const auto& each : view.reasons) {
            const ChoiceLook look{each.title, {}, each.chosen, true};
            const Box place = rest.take_top(choice_height(ui, rest.width, look), 12);
            if (choice_row(ui, each.id, place, look)) answer = act::SetMyReason{each.reason};
        }
        scroll.ends_at(rest.y);
    }
    Box inner = card(ui, columns.side);
    Scroll scroll(ui, "means", {columns.side.x, inner.y, columns.side.width, inner.height});
    Box rest = scroll.content().inset(card_padding, 0);
    card_title(page, rest, page.words("my_record.means"), Role::button);
    int number = 0;
    for (const auto& each : view.erase_means)
        rest.take_top(numbered_step(ui, {rest.x, rest.y}, rest.width, ++number, each), 10);
    scroll.ends_at(rest.y);
    return answer;
}

// Pages that have a bar of their own, or none.
Action without_frame(const MyRecordView& view, Page& page)
{
    switch (view.step) {
    case MyRecordStep::name:
        return ask_name(view, page);
    case MyRecordStep::pin:
        return ask_own_pin(view, page);
    case MyRecordStep::own_pin:
        return choose_own_pin(view, page);
    default:
        return ask(view, page);
    }
}

} // namespace

Action draw(const MyRecordView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const bool open = !view.name.empty();
    answer = task(page, open ? view.name : page.words("my_record.title"), view.line, {}, open);
    if (!open || view.step == MyRecordStep::own_pin) {
        answer = without_frame(view, page);
        return answer;
    }
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    TaskBarLook bar;
    bar.sentence = page.words("my_record.closes");
    bar.main = button_look(page.words("my_record.close"), ButtonStyle::main, Icon::lock);
    switch (view.step) {
    case MyRecordStep::ask:
    case MyRecordStep::name:
    case MyRecordStep::pin:
    case MyRecordStep::own_pin:
        break;
    case MyRecordStep::shown:
        answer = shown(view, page, body);
        break;
    case MyRecordStep::all:
        all_of_it(view, page, body);
        break;
    case MyRecordStep::correct:
        correct(view, page, body);
        break;
    case MyRecordStep::opened:
        openings(view, page, body);
        break;
    case MyRecordStep::erase:
        answer = erase(view, page, body);
        bar.sentence = page.words("my_record.erase_note");
        bar.main = button_look(page.words("my_record.erase_send"), ButtonStyle::main, Icon::eraser);
        break;
    }
    if (task_bar(ui, bar) == BarTap::main)
        answer =
            view.step == MyRecordStep::erase ? Action{act::AskToEraseMe{}} : Action{act::CloseMyRecord{}};
    return answer;
}

} // namespace northseal::kiosk
