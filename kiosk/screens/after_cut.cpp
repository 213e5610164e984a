#include "kiosk/screens/after_cut.h"

#include <algorithm>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

Action what_was_found(const AfterCutView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    const float width = inner.width - 82;
    const float heading = text_height(ui, Role::heading, view.heading, width);
    const float sentence = text_height(ui, Role::body, view.sentence, width);
    Box head = inner.take_top(std::max(64.0F, heading + sentence), 16);
    glyph(ui, head.take_left(64, 18).at_centre(64, 64),
          view.tone == Tone::good ? Icon::shield_check : Icon::alert_triangle, view.tone);
    head = head.at_centre(head.width, heading + sentence);
    draw_text(ui, head.take_top(heading), Role::heading, colours.text, view.heading);
    draw_text(ui, head, Role::body, colours.text_soft, view.sentence);
    Scroll scroll(ui, "found", {box.x, inner.y, box.width, box.bottom() - inner.y - 8});
    Box rows = scroll.content();
    for (const auto& each : view.found) {
        RowLook look;
        look.title = each.title;
        look.second = each.detail;
        look.icon = each.icon;
        look.tone = each.tone;
        look.chip = each.chip;
        look.chip_icon = each.chip.empty() ? Icon::none : Icon::check;
        look.chevron = !each.id.empty();
        const Box place = rows.take_top(std::max(92.0F, row_height(ui, rows.width, look)));
        divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
        if (each.id.empty())
            plain_row(ui, place, look);
        else if (row(ui, each.id, place, look))
            answer = each.action;
        scroll.ends_at(place.bottom());
    }
    return answer;
}

void draft_card(const AfterCutView::Draft& draft, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box inner = card(ui, box);
    Scroll scroll(ui, "draft", inner, ScrollMark::beside);
    Box rows = scroll.content();
    const auto line = [&](Role role, Colour colour, const std::string& words, float gap) {
        draw_text(ui, rows.take_top(text_height(ui, role, words, rows.width), gap), role, colour, words);
    };
    line(Role::small_strong, colours.text_soft, page.words("cut.opens_here"), 6);
    line(Role::name_strong, colours.text, draft.name, 0);
    line(Role::small, colours.text_soft, draft.programme, 14);
    for (const auto& outcome : draft.outcomes) {
        const bool level = outcome.level > 0;
        const float right = level ? 84 : text_width(ui, Role::small, outcome.word);
        const Role role = outcome.open ? Role::body_strong : Role::body;
        const float width = rows.width - right - 16;
        const float height = std::max(28.0F, text_height(ui, role, outcome.name, width));
        divider(ui, rows.x, rows.y, rows.width);
        Box place = rows.take_top(height + 24).inset(0, 12);
        const Box at_right = place.take_right(right, 16);
        if (level)
            meter(ui, at_right.at_centre(84, 9), outcome.level, outcome.levels);
        else
            draw_centred(ui, at_right, Role::small, outcome.open ? colours.ember : colours.text_soft,
                         outcome.word, Align::right);
        draw_text(ui, place, role, colours.text, outcome.name);
    }
    if (!draft.words.empty()) {
        const float height = text_height(ui, Role::body, draft.words, rows.width - 36);
        const Box place = rows.take_top(height + 32);
        inset(ui, place);
        draw_text(ui, place.inset(18, 16), Role::body, colours.text, draft.words);
    }
    scroll.ends_at(rows.y);
}

} // namespace

Action draw(const AfterCutView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("cut.title"), view.line, {}, false);
    const Box body = task_body(ui);
    if (view.draft) {
        const TwoColumns columns = two_columns(page, body, 420);
        answer = what_was_found(view, page, columns.main);
        draft_card(*view.draft, page, columns.side);
    } else {
        answer = what_was_found(view, page, body);
    }
    TaskBarLook bar;
    if (view.draft) bar.back = button_look(page.words("cut.home"), ButtonStyle::plain, Icon::home);
    bar.main = button_look(view.main, ButtonStyle::main, Icon::arrow_right, IconSide::after);
    const BarTap tapped = task_bar(ui, bar);
    if (tapped == BarTap::back) answer = act::Go{Screen::home};
    if (tapped == BarTap::main) answer = view.go_on;
    return answer;
}

} // namespace northseal::kiosk
