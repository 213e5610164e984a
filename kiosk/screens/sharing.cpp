#include "kiosk/screens/sharing.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

void waiting_card(const SharingView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    card(ui, box);
    Box inner = box.inset(28, 24);
    Scroll scroll(ui, "waiting", inner, ScrollMark::beside);
    inner.y = scroll.content().y;
    const float title = text_height(ui, Role::heading, view.heading, inner.width - 82);
    const float sentence = text_height(ui, Role::body, view.sentence, inner.width - 82);
    Box head = inner.take_top(std::max(64.0F, title + sentence), 20);
    glyph(ui, {head.x, head.y, 64, 64}, Icon::cloud_off, Tone::neutral);
    head.take_left(64, 18);
    draw_text(ui, head.take_top(title), Role::heading, colours.text, view.heading);
    draw_text(ui, head.take_top(sentence), Role::body, colours.text_soft, view.sentence);
    const float row_size = std::max(68.0F, ui.grown(60));
    for (const auto& each : view.rows) {
        Box line = inner.take_top(row_size);
        divider(ui, line.x, line.y, line.width);
        draw_icon(ui, {line.x + 14, line.centre().y}, each.icon, 28, colours.text_soft);
        line.take_left(44);
        draw_centred(ui, line.take_right(120), Role::button, colours.text, each.figure, Align::right);
        draw_centred(ui, line, Role::row, colours.text, each.line);
    }
    divider(ui, inner.x, inner.y, inner.width);
    inner.take_top(16);
    const std::string foot = view.total.empty() ? page.words("sharing.only_signed_in") : view.total;
    const float last = text_height(ui, Role::body, foot, inner.width);
    draw_text(ui, {inner.x, inner.y, inner.width, last}, Role::body, colours.text, foot);
    scroll.ends_at(inner.y + last);
}

void kinds_card(const SharingView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    card_title(page, inner, page.words("sharing.kinds_title"), Role::button);
    const float foot = text_height(ui, Role::small, view.foot, inner.width);
    Box below = inner.take_bottom(foot + 17);
    divider(ui, below.x, below.y, below.width);
    draw_text(ui, {below.x, below.y + 17, below.width, foot}, Role::small, colours.text_soft, view.foot);
    Scroll scroll(ui, "kinds", inner, ScrollMark::beside);
    Box rows = scroll.content();
    for (const auto& kind : view.kinds) {
        const float chip_room = chip_width(ui, Icon::home, kind.chip) + 12;
        const float width = rows.width - chip_room;
        const float line = text_height(ui, Role::body, kind.line, width);
        const float detail = text_height(ui, Role::small, kind.detail, width);
        Box place_of_kind = rows.take_top(std::max(72.0F, line + detail + 20));
        divider(ui, place_of_kind.x, place_of_kind.y, place_of_kind.width);
        chip_right(ui, {place_of_kind.right(), place_of_kind.centre().y}, Icon::home, kind.chip, Tone::good);
        place_of_kind.width = width;
        place_of_kind = place_of_kind.inset(0, (place_of_kind.height - line - detail) / 2);
        draw_text(ui, place_of_kind.take_top(line), Role::body, colours.text, kind.line);
        draw_text(ui, place_of_kind.take_top(detail), Role::small, colours.text_soft, kind.detail);
        scroll.ends_at(rows.y);
    }
}

} // namespace

Action draw(const SharingView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    Box body = place_body(ui);
    if (view.signed_in) {
        answer = place(page, Screen::sharing, page.words("sharing.title"), page.words("sharing.second"));
        mark_specimen(page, {ui.screen().width - 32, 26});
    } else {
        // Opened from a door, without signing in: a task with a way back.
        answer = task(page, page.words("sharing.title"), page.words("sharing.second"), {}, false);
        body = task_body(ui);
        body.height = ui.screen().bottom() - 24 - body.y;
    }
    const TwoColumns columns = two_columns(page, body, 428);
    waiting_card(view, page, columns.main);
    kinds_card(view, page, columns.side);
    return answer;
}

} // namespace northseal::kiosk
