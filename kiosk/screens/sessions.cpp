#include "kiosk/screens/sessions.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

float foot_height(const Ui& ui)
{
    return std::max(button_height(ui, ButtonStyle::main), 22 + 2 * line_height(ui, Role::small));
}

Action today_card(const SessionsView::Today& today, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    const Box top = inner.take_top(line_height(ui, Role::label), 6);
    const float label =
        draw_line(ui, {top.x, top.y}, Role::label, colours.ember, page.words("sessions.today"));
    Box beside = top;
    beside.take_left(label + 10);
    draw_text(ui, beside, Role::small, colours.text_soft, today.detail);
    const float name = text_height(ui, Role::heading, today.programme, inner.width);
    draw_text(ui, inner.take_top(name, 12), Role::heading, colours.text, today.programme);

    Box foot = inner.take_bottom(foot_height(ui));
    const ButtonLook main = button_look(today.main, ButtonStyle::main, Icon::arrow_right, IconSide::after);
    const float width = std::max(200.0F, button_width(ui, main));
    const std::string id = std::to_string(today.id.value);
    if (button(ui, "today/" + id, foot.take_right(width, 16), main))
        answer = act::OpenSession{today.id, today.leads_to};
    const ButtonLook who =
        button_look(page.words("sessions.who_is_here"), ButtonStyle::soft, Icon::user_check);
    const float who_width = button_width(ui, who);
    const bool offers = today.leads_to == Screen::marking || today.leads_to == Screen::group_issue;
    if (offers && foot.width > who_width + 180 &&
        button(ui, "who/" + id, foot.take_right(who_width, 16).at_centre(who_width, 56), who))
        answer = act::OpenSession{today.id, Screen::attendance};
    const float counted = text_height(ui, Role::small, today.counted, foot.width);
    const float top_of_bar = std::floor(foot.y + std::max(0.0F, (foot.height - 22 - counted) / 2));
    progress(ui, {foot.x, top_of_bar, std::min(300.0F, foot.width), 14}, today.part);
    draw_text(ui, {foot.x, top_of_bar + 22, foot.width, counted}, Role::small, colours.text_soft,
              today.counted);
    return answer;
}

Action filters(const SessionsView& view, Page& page, Box row)
{
    Answer answer;
    Ui& ui = page.ui;
    struct Way {
        SessionFilter filter;
        const char* id;
        const char* words;
    };
    constexpr Way ways[] = {{SessionFilter::to_come, "filter/to-come", "sessions.filter_to_come"},
                            {SessionFilter::not_finished, "filter/open", "sessions.filter_open"},
                            {SessionFilter::all, "filter/all", "sessions.filter_all"}};
    float right = row.right();
    for (const auto& way : ways) {
        const TapLook look{page.words(way.words), Icon::none, view.filter == way.filter};
        const float width = tap_width(ui, look);
        if (tap(ui, way.id, {right - width, row.y}, look)) answer = act::FilterSessions{way.filter};
        right -= width + 10;
    }
    const std::string heading = page.words("sessions.others");
    if (text_width(ui, Role::button, heading) < right - row.x)
        draw_centred(ui, {row.x, row.y, right - row.x, row.height}, Role::button, ui.colours().text, heading);
    return answer;
}

float line_height_of(const SessionsView::Line& line, Page& page, float width)
{
    RowLook look;
    look.title = line.programme;
    look.second = line.detail;
    look.chip = line.chip;
    look.chip_icon = line.chip_icon;
    return std::max(84.0F, row_height(page.ui, width - 80, look));
}

Action session_line(const SessionsView::Line& line, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    RowLook look;
    look.title = line.programme;
    look.second = line.detail;
    look.chip = line.chip;
    look.chip_icon = line.chip_icon;
    look.chip_tone = line.tone;
    look.indent = 80;
    const bool tapped = row(ui, "session/" + std::to_string(line.id.value), box, look);
    const float day = line_height(ui, Role::task);
    const float month = line_height(ui, Role::small);
    const float top = box.centre().y - (day + month) / 2;
    draw_text(ui, {box.x + 12, top, 96, day}, Role::task, colours.text, line.day, Align::centre);
    draw_text(ui, {box.x + 4, top + day, 112, month}, Role::small, colours.text_soft, line.month,
              Align::centre);
    return tapped ? Action{act::OpenSession{line.id, line.leads_to}} : Action{};
}

Action list(const SessionsView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    shadow(ui, body, Elevation::card);
    fill(ui, body, ui.colours().surface, card_radius);
    if (view.lines.empty()) {
        draw_text(ui, body.inset(card_padding, 24), Role::body, ui.colours().text_soft, view.none_here);
        return answer;
    }
    Scroll scroll(ui, "sessions", body);
    Box rows = scroll.content();
    for (const auto& line : view.lines) {
        const Box place = rows.take_top(line_height_of(line, page, rows.width));
        scroll.ends_at(place.bottom());
        if (!scroll.in_sight(place.y, place.height)) continue;
        if (&line != &view.lines.front()) divider(ui, place.x, place.y, place.width);
        answer = session_line(line, page, place);
    }
    if (view.may_have_more) answer = more_row(page, rows, scroll);
    return answer;
}

} // namespace

Action draw(const SessionsView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const std::string title = page.words("sessions.title");
    const std::string second = page.words("sessions.second");
    Box body = place_body(ui);
    if (view.empty) {
        answer = place(page, Screen::sessions, title, second);
        mark_specimen(page, {body.right(), 44});
        say_failure(page, body, view.failure);
        EmptyLook look;
        look.picture = page.art.island();
        look.heading = page.words("sessions.empty_heading");
        look.sentence = page.words("sessions.empty_sentence");
        look.main = page.words("sessions.start");
        look.other = page.words("sessions.without");
        switch (empty_state(ui, body, look)) {
        case EmptyTap::main:
            answer = act::Go{Screen::session_start};
            break;
        case EmptyTap::other:
            answer = act::Go{Screen::learners};
            break;
        case EmptyTap::none:
            break;
        }
        return answer;
    }
    PlaceHead head = place(page, Screen::sessions, title, second, "start",
                           button_look(page.words("sessions.start"), ButtonStyle::outline, Icon::plus));
    answer = std::move(head.action);
    if (head.begun) answer = act::Go{Screen::session_start};
    say_failure(page, body, view.failure);
    for (const auto& today : view.today) {
        const float name = text_height(ui, Role::heading, today.programme, body.width - 2 * card_padding);
        const float height =
            line_height(ui, Role::label) + 6 + name + 12 + foot_height(ui) + 2 * card_padding;
        answer = today_card(today, page, body.take_top(std::max(176.0F, height), 14));
    }
    answer = filters(view, page, body.take_top(tap_height(ui), 10));
    answer = list(view, page, body);
    return answer;
}

} // namespace northseal::kiosk
