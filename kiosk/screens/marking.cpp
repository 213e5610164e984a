#include "kiosk/screens/marking.h"

#include "kiosk/screens/draw.h"
#include "kiosk/widgets/rubric.h"

namespace northseal::kiosk {

namespace {

constexpr float level_gap = 10;
constexpr float line_gap = 8;
constexpr float cell_least = 56;

// Beside the names where there is room, below each name where there is not.
bool is_stacked(const Ui& ui)
{
    return ui.portrait() || ui.theme().grow() > 1.1F;
}

float name_column(const Ui& ui, float width)
{
    return is_stacked(ui) ? 0.0F : std::min(302.0F, width * 0.26F);
}

void head_of_levels(const MarkingView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const float left = name_column(ui, box.width);
    if (left > 0)
        draw_text(ui, {box.x, box.bottom() - line_height(ui, Role::small) - 8, left - 10, 40}, Role::small,
                  ui.colours().text_soft, page.words("marking.tap"));
    const auto cells = columns({box.x + left, box.y, box.width - left, box.height},
                               static_cast<int>(view.levels.size()), level_gap);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const float height = text_height(ui, Role::button, view.levels[i].name, cells[i].width - 6);
        draw_text(ui, {cells[i].x + 6, cells[i].bottom() - height - 8, cells[i].width - 6, height},
                  Role::button, ui.colours().text, view.levels[i].name);
    }
}

float head_height(const MarkingView& view, const Ui& ui, float width)
{
    const float left = name_column(ui, width);
    float most = line_height(ui, Role::button);
    const auto cells =
        columns({0, 0, width - left, 10}, std::max(1, static_cast<int>(view.levels.size())), level_gap);
    for (std::size_t i = 0; i < view.levels.size(); ++i)
        most = std::max(most, text_height(ui, Role::button, view.levels[i].name, cells[i].width - 6));
    return most + 12;
}

// A name takes as many lines as it needs; the cells are as high.
float line_of_person(const MarkingView::Person& person, const Ui& ui, float width)
{
    if (is_stacked(ui)) {
        const float name = text_height(ui, Role::row, person.name, width - 90);
        return std::max(44.0F, name) + 6 + std::max(cell_least, ui.grown(56));
    }
    const float name = text_height(ui, Role::row, person.name, name_column(ui, width) - 58 - 34);
    return std::max(cell_least, name + 8);
}

Action person_row(const MarkingView& view, const MarkingView::Person& person, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box name = box;
    Box cells = box;
    if (is_stacked(ui)) {
        name = cells.take_top(box.height - std::max(cell_least, ui.grown(56)) - 6, 6);
    } else {
        name = cells.take_left(name_column(ui, box.width));
        name.width -= 10;
    }
    const Box disc_place = name.take_left(44, 14);
    initial_disc(ui, disc_place.centre(), 44, person.name);
    if (person.level == 0) {
        const Box dot = name.take_right(14, 10);
        disc(ui, dot.centre(), 7, colours.ember_mark);
    }
    draw_centred(ui, name, Role::row, colours.text, person.name);
    const auto places = columns(cells, static_cast<int>(view.levels.size()), level_gap);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto number = static_cast<std::uint32_t>(i) + 1;
        CellLook look;
        look.level = view.levels[i].name;
        look.label = person.name + ", " + view.levels[i].name;
        look.number = view.levels[i].number;
        look.of = static_cast<int>(view.levels.size());
        look.chosen = person.level == number;
        look.enabled = !person.closed;
        look.why_not = person.why_closed;
        const auto id = "mark/" + std::to_string(person.id.value) + "/" + std::to_string(number);
        if (matrix_cell(ui, id, places[i], look)) answer = act::Mark{person.id, number};
    }
    return answer;
}

Action matrix(const MarkingView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    head_of_levels(view, page, body.take_top(head_height(view, ui, body.width)));
    Scroll scroll(ui, "group", body);
    Box rows = scroll.content();
    for (const auto& person : view.people) {
        const Box place =
            rows.take_top(line_of_person(person, ui, rows.width), is_stacked(ui) ? 16 : line_gap);
        scroll.ends_at(place.bottom() + 4);
        if (scroll.in_sight(place.y, place.height)) answer = person_row(view, person, page, place);
    }
    return answer;
}

} // namespace

Action draw(const MarkingView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, view.title, view.line, view.saved, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    if (view.people.empty()) {
        EmptyLook look;
        look.picture = page.art.island();
        look.heading = page.words("marking.nobody_heading");
        look.sentence = view.nobody;
        look.main = page.words("sessions.who_is_here");
        look.main_icon = Icon::user_check;
        if (empty_state(ui, body, look) == EmptyTap::main) answer = act::Go{Screen::attendance};
        return answer;
    }
    answer = matrix(view, page, body);
    TaskBarLook bar;
    bar.back = button_look(view.back, ButtonStyle::plain, Icon::chevron_left);
    bar.sentence = view.missing;
    bar.main = button_look(view.next, ButtonStyle::main, view.last ? Icon::signature : Icon::arrow_right,
                           view.last ? IconSide::before : IconSide::after, view.can_go_on, view.why_not);
    switch (task_bar(ui, bar)) {
    case BarTap::main:
        answer = view.last ? Action{act::Go{Screen::group_sign}} : Action{act::GoToOutcome{view.outcome + 1}};
        break;
    case BarTap::back:
        answer = view.outcome == 0 ? Action{act::Go{Screen::attendance}}
                                   : Action{act::GoToOutcome{view.outcome - 1}};
        break;
    case BarTap::other:
    case BarTap::none:
        break;
    }
    return answer;
}

} // namespace northseal::kiosk
