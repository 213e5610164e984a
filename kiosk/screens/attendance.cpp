#include "kiosk/screens/attendance.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

constexpr float taps_gap = 8;

TapLook here_look(const AttendanceView::Card& each, Page& page)
{
    return {page.words("attendance.here"), Icon::none, each.attendance == station::Attendance::here};
}

TapLook away_look(const AttendanceView::Card& each, Page& page)
{
    TapLook look{page.words("attendance.away"), Icon::none, each.attendance == station::Attendance::away};
    look.notice = look.chosen;
    return look;
}

// A name that would take three lines stands smaller.
Role name_role(const AttendanceView::Card& each, const Ui& ui, float room)
{
    return text_height(ui, Role::name, each.name, room) > 2.5F * line_height(ui, Role::name) ? Role::body
                                                                                             : Role::name;
}

float card_height(const AttendanceView::Card& each, Page& page, float width)
{
    const float taps = tap_width(page.ui, here_look(each, page)) + tap_width(page.ui, away_look(each, page));
    const float room = width - 20 - 72 - taps - taps_gap - 36;
    const float words = text_height(page.ui, name_role(each, page.ui, room), each.name, room) +
                        text_height(page.ui, Role::small, each.time, room);
    return std::max(108.0F, words + 32);
}

Action person_card(const AttendanceView::Card& each, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    shadow(ui, box, Elevation::card);
    fill(ui, box, colours.surface, card_radius);
    if (ui.theme().high_contrast()) ring(ui, box, colours.edge, 2, card_radius);
    Box inner = box.inset(20, 0);
    const Box mark = inner.take_left(56, 16);
    initial_disc(ui, mark.centre(), 56, each.name);
    const std::string id = std::to_string(each.id.value);
    const float height = tap_height(ui);
    const TapLook away = away_look(each, page);
    const float away_width = tap_width(ui, away);
    Box place = inner.take_right(away_width, taps_gap).at_centre(away_width, height);
    if (tap(ui, "away/" + id, {place.x, place.y}, away))
        answer = act::SetAttendance{each.id,
                                    away.chosen ? station::Attendance::not_said : station::Attendance::away};
    const TapLook here = here_look(each, page);
    const float here_width = tap_width(ui, here);
    place = inner.take_right(here_width, 16).at_centre(here_width, height);
    if (tap(ui, "here/" + id, {place.x, place.y}, here))
        answer = act::SetAttendance{each.id,
                                    here.chosen ? station::Attendance::not_said : station::Attendance::here};
    const Role role = name_role(each, ui, inner.width);
    const float name = text_height(ui, role, each.name, inner.width);
    const float time = text_height(ui, Role::small, each.time, inner.width);
    Box words{inner.x, box.centre().y - (name + time) / 2, inner.width, name + time};
    draw_text(ui, words.take_top(name), role, colours.text, each.name);
    draw_text(ui, words, Role::small, colours.text_soft, each.time);
    return answer;
}

// Each row is as high as its longest name asks for.
Action people(const AttendanceView& view, Page& page, Box body)
{
    Answer answer;
    constexpr float gap = 16;
    const bool one = page.ui.portrait() || page.ui.theme().grow() > 1.3F;
    const std::size_t across = one ? 1 : 2;
    Scroll scroll(page.ui, "people", body);
    Box rest = scroll.content();
    for (std::size_t first = 0; first < view.cards.size(); first += across) {
        const auto cells = columns(rest, static_cast<int>(across), gap);
        const std::size_t end = std::min(first + across, view.cards.size());
        float height = 0;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, card_height(view.cards[i], page, cells[0].width));
        const Box row = rest.take_top(height, gap);
        scroll.ends_at(row.bottom() + 4);
        if (!scroll.in_sight(row.y, row.height)) continue;
        for (std::size_t i = first; i < end; ++i) {
            const Box& column = cells[i - first];
            answer = person_card(view.cards[i], page, {column.x, row.y, column.width, row.height});
        }
    }
    return answer;
}

} // namespace

Action draw(const AttendanceView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("attendance.title"), view.line, view.saved, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    const ButtonLook all = button_look(page.words("attendance.everyone"), ButtonStyle::soft, Icon::users,
                                       IconSide::before, !view.all_said, page.words("attendance.all_said"));
    const ButtonLook add = button_look(page.words("attendance.add"), ButtonStyle::soft, Icon::user_plus);
    const float height = button_height(ui, ButtonStyle::soft);
    Box foot = body.take_bottom(height, 16);
    if (button(ui, "everyone", foot.take_left(button_width(ui, all), 16), all))
        answer = act::EveryoneIsHere{};
    if (button(ui, "add", foot.take_left(button_width(ui, add), 24), add)) answer = act::Go{Screen::roster};
    const std::string note = page.words("attendance.note");
    if (text_width(ui, Role::small, note) + 38 < foot.width) {
        const Box words = foot.take_right(text_width(ui, Role::small, note) + 2, 10);
        draw_centred(ui, words, Role::small, ui.colours().text_soft, note);
        draw_icon(ui, {words.x - 24, words.centre().y}, Icon::info_circle, 28, ui.colours().text_soft);
    }
    answer = people(view, page, body);
    TaskBarLook bar;
    bar.back = button_look(page.words("sessions.title"), ButtonStyle::plain, Icon::chevron_left);
    bar.sentence = view.counted;
    bar.main = button_look(page.words("attendance.next"), ButtonStyle::main, Icon::arrow_right,
                           IconSide::after, view.somebody_here, page.words("attendance.nobody_here"));
    switch (task_bar(ui, bar)) {
    case BarTap::main:
        answer = act::Go{Screen::marking};
        break;
    case BarTap::back:
        answer = act::Go{Screen::sessions};
        break;
    case BarTap::other:
    case BarTap::none:
        break;
    }
    return answer;
}

} // namespace northseal::kiosk
