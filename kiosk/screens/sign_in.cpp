#include "kiosk/screens/sign_in.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

namespace {

Action tiles(const SignInView& view, Page& page, Box body)
{
    Answer answer;
    const int across = body.width > 560 ? 2 : 1;
    const float height = tile_height(page.ui);
    const auto cells = grid(body, static_cast<int>(view.people.size()), across, height, 20);
    Scroll scroll(page.ui, "people", body, ScrollMark::beside);
    const float lift = scroll.content().y - body.y;
    for (std::size_t i = 0; i < view.people.size(); ++i) {
        const auto& person = view.people[i];
        const Box cell = cells[i].moved(0, lift);
        const TileLook look{person.name, person.role, Icon::none, person.chosen, false, person.initial_of};
        if (tile(page.ui, "person/" + std::to_string(person.id.value), cell, look))
            answer = act::ChooseFacilitator{person.id};
        scroll.ends_at(cell.bottom());
    }
    return answer;
}

// What keeps until somebody has signed in, and the way out for whoever cannot.
Action foot(const SignInView& view, Page& page, Box row)
{
    Answer answer;
    Ui& ui = page.ui;
    const ButtonLook look = button_look(view.way_out, ButtonStyle::on_dark, view.way_out_icon);
    const float width = button_width(ui, look);
    if (!view.way_out.empty() && button(ui, "way-out", row.take_right(width, 16).at_centre(width, 56), look))
        answer = view.way_out_action;
    if (ui.portrait() || text_width(ui, Role::body, view.foot) > row.width - 38) return answer;
    const Box icon = row.take_left(28, 10);
    draw_icon(ui, {icon.x + 14, row.centre().y}, Icon::shield_lock, 28, ui.colours().on_rail_soft);
    draw_centred(ui, row, Role::body, ui.colours().on_rail_soft, view.foot);
    return answer;
}

// For learners: their own record, without anybody's PIN.
Action my_record_card(Page& page, Box box)
{
    Ui& ui = page.ui;
    RowLook look;
    look.title = page.words("my_record.title");
    look.second = page.words("my_record.line_ask");
    look.icon = Icon::user_circle;
    look.tone = Tone::second;
    shadow(ui, box, Elevation::over);
    fill(ui, box, ui.colours().surface, 16);
    return row(ui, "my-record", box, look) ? Action{act::Go{Screen::my_record}} : Action{};
}

float my_record_height(Page& page, float width)
{
    RowLook look;
    look.title = page.words("my_record.title");
    look.second = page.words("my_record.line_ask");
    look.icon = Icon::user_circle;
    return std::max(96.0F, row_height(page.ui, width, look));
}

} // namespace

Action draw_sign_in(const SignInView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    door(page);
    if (icon_button(ui, "back", {24, 28, 64, 64}, Icon::arrow_left, view.back, colours.on_rail))
        answer = view.back_action;
    draw_centred(ui, {92, 28, 300, 64}, Role::body, colours.on_rail, view.back);

    const float pin_width = 420;
    const bool portrait = ui.portrait();
    const Box pin_box = portrait ? Box{(screen.width - pin_width) / 2, screen.height - 744, pin_width, 720}
                                 : Box{screen.width - 48 - pin_width, 40, pin_width, screen.height - 80};
    Box left{48, 116, (portrait ? screen.width - 96 : pin_box.x - 48 - 36),
             (portrait ? pin_box.y - 16 : screen.height - 90) - 116};
    mark_specimen(page, {portrait ? screen.width - 48 : pin_box.x - 36, 44});
    draw_text(ui,
              left.take_top(text_height(ui, Role::title, view.title, left.width), view.note.empty() ? 34 : 8),
              Role::title, colours.on_rail, view.title);
    if (!view.note.empty())
        draw_text(ui, left.take_top(text_height(ui, Role::body, view.note, left.width), 28), Role::body,
                  colours.on_rail, view.note);
    say_failure(page, left, view.failure);
    if (view.people.empty()) draw_text(ui, left, Role::row, colours.on_rail, view.empty);
    answer =
        foot(view, page, portrait ? left.take_bottom(64, 16) : Box{48, screen.height - 90, left.width, 64});
    if (view.offers_my_record) {
        const float height = my_record_height(page, left.width);
        if (left.height > height + 20 + tile_height(ui))
            answer = my_record_card(page, left.take_bottom(height, 20));
    }
    answer = tiles(view, page, left);

    PinCardLook look{view.main, Icon::none, view.busy};
    shadow(ui, pin_box, Elevation::over);
    fill(ui, pin_box, colours.surface, 20);
    answer = pin_card(page, pin_box, view.pin, look);
    return answer;
}

} // namespace northseal::kiosk
