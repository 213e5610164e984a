#include "kiosk/screens/roster.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

Action list(const RosterView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    shadow(ui, body, Elevation::card);
    fill(ui, body, ui.colours().surface, card_radius);
    Scroll scroll(ui, "roster", body);
    Box rows = scroll.content();
    if (!view.nothing_found.empty()) {
        RowLook look;
        look.title = view.nothing_found;
        look.icon = Icon::search;
        look.chevron = false;
        const Box place = rows.take_top(std::max(72.0F, row_height(ui, rows.width, look)));
        plain_row(ui, place, look);
        scroll.ends_at(place.bottom());
    }
    for (const auto& each : view.rows) {
        const ChoiceLook look{each.name, each.detail, each.seated, true};
        const Box inner{rows.x + 12, rows.y + 6, rows.width - 24, 0};
        const float height = choice_height(ui, inner.width, look);
        const Box place{inner.x, inner.y, inner.width, height};
        rows.take_top(height + 10);
        scroll.ends_at(place.bottom() + 6);
        if (!scroll.in_sight(place.y, place.height)) continue;
        if (choice_row(ui, "seat/" + std::to_string(each.id.value), place, look))
            answer = act::Seat{each.id, !each.seated};
    }
    if (view.may_have_more) answer = more_row(page, rows, scroll);
    return answer;
}

} // namespace

Action draw(const RosterView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("roster.title"), view.line, {}, false);
    Box body = task_body(ui);
    if (view.typing) body.height = keyboard_top(page) - 4 - body.y;
    FieldLook look;
    look.hint = page.words("learners.search_hint");
    look.icon = Icon::search;
    look.note = view.counted;
    look.clearable = !view.query.empty();
    Box top = body.take_top(std::max(64.0F, ui.grown(64)), 12);
    if (!view.typing) {
        const ButtonLook add = button_look(page.words("learners.new"), ButtonStyle::soft, Icon::user_plus);
        const float width = button_width(ui, add);
        if (button(ui, "new",
                   top.take_right(width, 16).at_centre(width, button_height(ui, ButtonStyle::soft)), add))
            answer = act::StartRegistration{false};
    }
    answer = text_field(page, "search", top, TextField::learner_query, view.query, look);
    say_failure(page, body, view.failure);
    answer = list(view, page, body);
    answer = typing_keys(page);
    if (view.typing) return answer;
    TaskBarLook bar;
    bar.sentence = view.can_go_on ? view.counted : std::string();
    bar.main = button_look(view.main, ButtonStyle::main, Icon::arrow_right, IconSide::after, view.can_go_on,
                           page.words("roster.choose_somebody"));
    if (task_bar(ui, bar) == BarTap::main)
        answer = act::Go{view.to_come ? Screen::sessions : Screen::attendance};
    return answer;
}

} // namespace northseal::kiosk
