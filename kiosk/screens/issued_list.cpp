#include "kiosk/screens/issued_list.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

RowLook issued_row(const IssuedLine& line)
{
    RowLook look;
    look.title = line.title;
    look.second = line.detail;
    look.icon = Icon::certificate;
    look.tone = Tone::good;
    look.chip = line.chip;
    look.chip_tone = line.tone;
    return look;
}

Action draw(const IssuedListView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    PlaceHead head = place(page, Screen::issued_list, page.words("issued_list.heading"),
                           view.empty ? std::string() : view.counted, "check",
                           button_look(page.words("check.title"), ButtonStyle::outline, Icon::qrcode));
    answer = std::move(head.action);
    if (head.begun) answer = act::Go{Screen::check};
    Box body = place_body(ui);
    say_failure(page, body, view.failure);
    if (view.empty) {
        EmptyLook look;
        look.picture = page.art.island();
        look.heading = page.words("issued_list.empty_heading");
        look.sentence = page.words("issued_list.empty_sentence");
        look.main = page.words("issued_list.empty_main");
        look.main_icon = Icon::users;
        if (empty_state(ui, body, look) == EmptyTap::main) answer = act::Go{Screen::learners};
        return answer;
    }
    shadow(ui, body, Elevation::card);
    fill(ui, body, ui.colours().surface, card_radius);
    Scroll scroll(ui, "issued", body);
    Box rows = scroll.content();
    for (const auto& each : view.rows) {
        const RowLook look = issued_row(each);
        const Box place_of_row = rows.take_top(std::max(84.0F, row_height(ui, rows.width, look)));
        scroll.ends_at(place_of_row.bottom());
        if (!scroll.in_sight(place_of_row.y, place_of_row.height)) continue;
        if (&each != &view.rows.front()) divider(ui, place_of_row.x, place_of_row.y, place_of_row.width);
        if (row(ui, "issued/" + std::to_string(each.id.value), place_of_row, look))
            answer = act::OpenIssued{each.id};
    }
    if (view.may_have_more) {
        RowLook look;
        look.title = page.words("learners.more");
        look.icon = Icon::dots;
        const Box place_of_row = rows.take_top(std::max(72.0F, row_height(ui, rows.width, look)));
        if (row(ui, "more", place_of_row, look)) answer = act::ShowMore{};
        scroll.ends_at(place_of_row.bottom());
    }
    return answer;
}

} // namespace northseal::kiosk
