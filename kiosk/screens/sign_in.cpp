#include "kiosk/screens/sign_in.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

namespace {

constexpr float tile_gap = 20;

std::vector<TileLook> tile_looks(const SignInView& view)
{
    std::vector<TileLook> looks;
    for (const auto& person : view.people)
        looks.push_back({person.name, person.role, Icon::none, person.chosen, false, person.initial_of});
    return looks;
}

// Two beside one another, unless that would break a name.
int tiles_across(const Ui& ui, float width, const std::vector<TileLook>& looks)
{
    const float half = std::floor((width - tile_gap) / 2);
    const bool broken = std::any_of(looks.begin(), looks.end(),
                                    [&](const auto& look) { return tile_breaks_name(ui, half, look); });
    return width <= 560 || broken ? 1 : 2;
}

float one_tile_height(const Ui& ui, float width, const std::vector<TileLook>& looks)
{
    const float own = tiles_across(ui, width, looks) == 1 ? width : std::floor((width - tile_gap) / 2);
    float height = 0;
    for (const auto& look : looks) height = std::max(height, tile_height(ui, own, look));
    return height;
}

float tiles_height(const SignInView& view, const Page& page, float width)
{
    const auto looks = tile_looks(view);
    const int across = tiles_across(page.ui, width, looks);
    const int down = (static_cast<int>(looks.size()) + across - 1) / across;
    return (one_tile_height(page.ui, width, looks) + tile_gap) * static_cast<float>(std::min(down, 2));
}

Action tiles(const SignInView& view, Page& page, Box body)
{
    Answer answer;
    const auto looks = tile_looks(view);
    const auto cells = grid(body, static_cast<int>(looks.size()), tiles_across(page.ui, body.width, looks),
                            one_tile_height(page.ui, body.width, looks), tile_gap);
    Scroll scroll(page.ui, "people", body, ScrollMark::beside);
    const float lift = scroll.content().y - body.y;
    for (std::size_t i = 0; i < view.people.size(); ++i) {
        const auto& person = view.people[i];
        const Box cell = cells[i].moved(0, lift);
        if (tile(page.ui, "person/" + std::to_string(person.id.value), cell, looks[i]))
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

Action draw(const SignInView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    door(page);
    if (icon_button(ui, "back", {24, 28, 64, 64}, Icon::arrow_left, view.back, colours.on_rail))
        answer = view.back_action;
    const float pin_width = 420;
    const bool portrait = ui.portrait();
    const Box pin_box = portrait ? Box{(screen.width - pin_width) / 2, screen.height - 744, pin_width, 720}
                                 : Box{screen.width - 48 - pin_width, 40, pin_width, screen.height - 80};
    Box left{48, 116, (portrait ? screen.width - 96 : pin_box.x - 48 - 36),
             (portrait ? pin_box.y - 16 : screen.height - 98) - 116};
    const float right = portrait ? screen.width - 48 : pin_box.x - 36;
    mark_specimen(page, {right, 44});
    const float mark = shows_mark(page) ? specimen_width(page) + 16 : 0;
    draw_centred(ui, {92, 24, right - 92 - mark, 72}, Role::body, colours.on_rail, view.back);
    draw_text(ui,
              left.take_top(text_height(ui, Role::title, view.title, left.width), view.note.empty() ? 34 : 8),
              Role::title, colours.on_rail, view.title);
    if (!view.note.empty()) note_on_sky(page, left, view.note, Tone::neutral);
    say_failure(page, left, view.failure);
    if (view.people.empty()) draw_text(ui, left, Role::row, colours.on_rail, view.empty);
    answer =
        foot(view, page, portrait ? left.take_bottom(64, 16) : Box{48, screen.height - 90, left.width, 64});
    if (view.offers_my_record) {
        const float height = my_record_height(page, left.width);
        if (left.height > height + 20 + tiles_height(view, page, left.width))
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
