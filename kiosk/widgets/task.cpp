// Head and bar of a task.

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/frame.h"

namespace northseal::kiosk {

namespace {

constexpr float main_least = 260;

bool low_screen(const Ui& ui)
{
    return ui.page().height < 700;
}

constexpr float saved_icon = 28;

float saved_width(const Ui& ui, const TaskHeadLook& look, bool with_words)
{
    if (look.saved.empty()) return 0;
    return icon_size(ui, saved_icon) + (with_words ? text_width(ui, Role::small, look.saved) + 10 : 0);
}

void draw_saved(Ui& ui, Box& box, const TaskHeadLook& look, bool with_words)
{
    if (look.saved.empty()) return;
    Box place = box.take_right(saved_width(ui, look, with_words), 24);
    draw_icon(ui, place.take_left(icon_size(ui, saved_icon), 10).centre(), look.saved_icon, saved_icon,
              ui.colours().spruce);
    if (with_words) draw_centred(ui, place, Role::small, ui.colours().text_soft, look.saved);
}

// Upright the sentence has a row of its own above the buttons, which a way back that
// does not fit beside them shares.
bool two_rows(const Ui& ui)
{
    return ui.portrait();
}

// A long title is set smaller before it takes a second line.
Role title_role(const Ui& ui, const TaskHeadLook& look, float width)
{
    if (look.title_is_name)
        return fitting(ui, look.title, width, {Role::name_strong, Role::row_strong, Role::body_strong});
    return fitting(ui, look.title, width, {Role::task, Role::button, Role::label});
}

// The head between the way back and the page's edge.
Box head_inside(const Ui& ui, const TaskHeadLook& look)
{
    Box inside = ui.page();
    inside = inside.take_top(task_head_height(ui));
    inside.take_left(look.back.empty() ? 32 : 88);
    inside.take_right(page_padding);
    return inside;
}

float title_room(const Ui& ui, const TaskHeadLook& look, bool with_words)
{
    const float saved = saved_width(ui, look, with_words);
    return head_inside(ui, look).width - (saved > 0 ? saved + 24 : 0) -
           (look.reserve > 0 ? look.reserve + 16 : 0);
}

float title_height(const Ui& ui, const TaskHeadLook& look, float width)
{
    return text_height(ui, title_role(ui, look, width), look.title, width);
}

} // namespace

float task_head_height(const Ui& ui)
{
    return (low_screen(ui) ? 72.0F : 88.0F) + std::round((ui.theme().grow() - 1) * 36);
}

float task_bar_height(const Ui& ui)
{
    const float row = (low_screen(ui) ? 80.0F : 96.0F) + std::round((ui.theme().grow() - 1) * 24);
    return two_rows(ui) ? row + 2 * line_height(ui, Role::body) + 8 : row;
}

bool task_head_fits(const Ui& ui, const TaskHeadLook& look)
{
    return title_height(ui, look, title_room(ui, look, true)) +
               text_height(ui, Role::small, look.line, title_room(ui, look, true)) <=
           task_head_height(ui) - 8;
}

bool task_head(Ui& ui, const TaskHeadLook& look)
{
    const Colours& all = ui.colours();
    Box page = ui.page();
    const Box head = page.take_top(task_head_height(ui));
    ui.edges().head = head.bottom();
    fill(ui, head, all.surface);
    const float line = ui.theme().stroke(Stroke::divider);
    fill(ui, {head.x, head.bottom() - line, head.width, line}, all.line);
    bool back = false;
    if (!look.back.empty()) {
        const Box place = Box{head.x + 12, head.y, 64, head.height}.at_centre(64, 64);
        back = icon_button(ui, "back", place, Icon::arrow_left, look.back, all.primary);
    }
    // What was saved gives up its words, then the second line goes; never the title.
    const float most = head.height - 8;
    const bool with_words = title_height(ui, look, title_room(ui, look, true)) <= most;
    Box inside = head_inside(ui, look);
    draw_saved(ui, inside, look, with_words);
    inside.width = title_room(ui, look, with_words);
    const Role role = title_role(ui, look, inside.width);
    const float title = title_height(ui, look, inside.width);
    float second = text_height(ui, Role::small, look.line, inside.width);
    if (title + second > most) second = 0;
    const float top = std::floor(head.y + (head.height - title - second) / 2);
    draw_text(ui, {inside.x, top, inside.width, title}, role, all.text, look.title);
    if (second > 0)
        draw_text(ui, {inside.x, top + title, inside.width, second}, Role::small, all.text_soft, look.line);
    return back;
}

float stepper(Ui& ui, Point right_middle, const std::vector<std::string>& steps, int here, float left)
{
    const Colours& all = ui.colours();
    const float size = ui.grown(34);
    float whole = 28 * static_cast<float>(steps.size() - 1);
    for (const std::string& step : steps) whole += text_width(ui, Role::label, step) + 10 + size;
    const bool all_words = right_middle.x - whole >= left;
    float x = right_middle.x;
    for (std::size_t back = steps.size(); back-- > 0;) {
        const auto index = static_cast<int>(back);
        if (all_words || index == here) {
            const float line = line_height(ui, Role::label);
            x -= text_width(ui, Role::label, steps[back]);
            draw_line(ui, {x, std::floor(right_middle.y - line / 2)}, Role::label,
                      index == here ? all.text : all.text_soft, steps[back]);
            x -= 10;
        }
        x -= size;
        const Box box{x, std::floor(right_middle.y - size / 2), size, size};
        const float radius = size / 2;
        const std::string number = std::to_string(index + 1);
        ui.registry().be_silent(true);
        if (index < here) {
            disc(ui, box.centre(), radius, all.spruce_soft);
            draw_icon(ui, box.centre(), Icon::check, 24, all.spruce);
        } else if (index == here) {
            disc(ui, box.centre(), radius, all.primary);
            draw_centred(ui, box, Role::label, all.on_primary, number, Align::centre);
        } else {
            circle(ui, box.centre(), radius, all.edge, ui.theme().stroke(Stroke::control));
            draw_centred(ui, box, Role::label, all.text_soft, number, Align::centre);
        }
        ui.registry().be_silent(false);
        if (back > 0) x -= 28;
    }
    return x;
}

namespace {

constexpr float bar_gap = 16;

struct BarRows {
    Box buttons;
    Box sentence; // the same row, where there is only one
};

float button_wish(const Ui& ui, const ButtonLook& look, float least)
{
    return std::max(least, button_width(ui, look));
}

Box cut_button(const Ui& ui, Box& row, const ButtonLook& look, bool at_left, float width)
{
    const Box cell = at_left ? row.take_left(width, bar_gap) : row.take_right(width, bar_gap);
    return {cell.x, std::floor(row.centre().y - button_height(ui, look.style) / 2) + 1, width,
            button_height(ui, look.style)};
}

float buttons_wish(const Ui& ui, const TaskBarLook& look)
{
    float width = 0;
    if (look.main) width += button_wish(ui, *look.main, main_least) + bar_gap;
    if (look.other) width += button_wish(ui, *look.other, 0) + bar_gap;
    if (look.back)
        width += button_wish(ui, *look.back, look.back->style == ButtonStyle::outline ? 160.0F : 0) + bar_gap;
    return width - bar_gap;
}

// A reason stands there whatever its size; what is only said goes where there is no room.
void say_in_bar(Ui& ui, const Box& room, const std::string& sentence, bool reason, Align align)
{
    for (const Role role : {Role::body, Role::small}) {
        const bool fits = text_height(ui, role, sentence, room.width) <= room.height &&
                          widest_word(ui, role, sentence) <= room.width;
        if (!fits && (role == Role::body || !reason)) continue;
        draw_centred(ui, room, role, ui.colours().text_soft, sentence, align);
        return;
    }
}

} // namespace

BarTap task_bar(Ui& ui, const TaskBarLook& look)
{
    const Colours& all = ui.colours();
    Box page = ui.page();
    const Box bar = page.take_bottom(task_bar_height(ui));
    ui.edges().foot = ui.screen().bottom() - bar.y;
    fill(ui, bar, all.surface);
    fill(ui, {bar.x, bar.y, bar.width, ui.theme().stroke(Stroke::divider)}, all.line);
    BarTap tapped = BarTap::none;
    BarRows rows{bar.inset(page_padding, 0), {}};
    const bool two = two_rows(ui);
    const bool closed = look.main && !look.main->enabled && !look.main->why_not.empty();
    const std::string& sentence = closed ? look.main->why_not : look.sentence;
    // Nothing to say and room for all: the buttons have the whole bar.
    const bool split = two && !(sentence.empty() && buttons_wish(ui, look) <= rows.buttons.width);
    if (split) rows.sentence = rows.buttons.take_top(std::floor(bar.height * 0.46F));
    // The row in which a button finds room, the lower one first.
    const auto row_for = [&](float width) -> Box& {
        return split && width > rows.buttons.width ? rows.sentence : rows.buttons;
    };
    if (look.main) {
        const float width = std::min(button_wish(ui, *look.main, main_least), rows.buttons.width);
        if (button(ui, "bar/main", cut_button(ui, rows.buttons, *look.main, false, width), *look.main))
            tapped = BarTap::main;
    }
    if (look.other) {
        const float width = button_wish(ui, *look.other, 0);
        if (button(ui, "bar/other", cut_button(ui, row_for(width), *look.other, false, width), *look.other))
            tapped = BarTap::other;
    }
    if (look.back) {
        const float width =
            button_wish(ui, *look.back, look.back->style == ButtonStyle::outline ? 160.0F : 0);
        if (button(ui, "bar/back", cut_button(ui, row_for(width), *look.back, true, width), *look.back))
            tapped = BarTap::back;
    }
    say_in_bar(ui, split ? rows.sentence : rows.buttons, sentence, closed,
               split ? Align::left : Align::right);
    return tapped;
}

Box task_body(const Ui& ui)
{
    Box page = ui.page();
    page.take_top(task_head_height(ui));
    page.take_bottom(task_bar_height(ui));
    page = page.inset(page_padding, card_gap);
    return page.width > 1376 ? page.at_centre(1376, page.height) : page;
}

} // namespace northseal::kiosk
