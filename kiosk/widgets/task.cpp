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

void draw_saved(Ui& ui, Box& box, const TaskHeadLook& look)
{
    if (look.saved.empty()) return;
    const float width = text_width(ui, Role::small, look.saved);
    const float icon = icon_size(ui, 28);
    Box place = box.take_right(width + icon + 10, 24);
    draw_icon(ui, place.take_left(icon, 10).centre(), look.saved_icon, 28, ui.colours().spruce);
    draw_centred(ui, place, Role::small, ui.colours().text_soft, look.saved);
}

// A long name is set smaller before it takes a second line.
Role title_role(const Ui& ui, const TaskHeadLook& look, float width)
{
    if (!look.title_is_name) return Role::task;
    for (const Role role : {Role::name_strong, Role::row_strong, Role::body_strong}) {
        if (text_width(ui, role, look.title) <= width) return role;
    }
    return Role::body_strong;
}

} // namespace

float task_head_height(const Ui& ui)
{
    return (low_screen(ui) ? 72.0F : 88.0F) + std::round((ui.theme().grow() - 1) * 36);
}

float task_bar_height(const Ui& ui)
{
    return (low_screen(ui) ? 80.0F : 96.0F) + std::round((ui.theme().grow() - 1) * 24);
}

bool task_head(Ui& ui, const TaskHeadLook& look)
{
    const Colours& all = ui.colours();
    Box page = ui.page();
    Box head = page.take_top(task_head_height(ui));
    ui.edges().head = head.bottom();
    fill(ui, head, all.surface);
    const float line = ui.theme().stroke(Stroke::divider);
    fill(ui, {head.x, head.bottom() - line, head.width, line}, all.line);
    Box inside = head;
    inside.take_left(12);
    inside.take_right(page_padding);
    bool back = false;
    if (!look.back.empty()) {
        const Box place = inside.take_left(64, 12);
        back = icon_button(ui, "back", place.at_centre(64, 64), Icon::arrow_left, look.back, all.primary);
    } else {
        inside.take_left(20);
    }
    draw_saved(ui, inside, look);
    if (look.reserve > 0) inside.take_right(look.reserve, 16);
    const Role role = title_role(ui, look, inside.width);
    const float title = text_height(ui, role, look.title, inside.width);
    const float second = text_height(ui, Role::small, look.line, inside.width);
    const float top = std::floor(head.y + (head.height - title - second) / 2);
    draw_text(ui, {inside.x, top, inside.width, title}, role, all.text, look.title);
    draw_text(ui, {inside.x, top + title, inside.width, second}, Role::small, all.text_soft, look.line);
    return back;
}

float stepper(Ui& ui, Point right_middle, const std::vector<std::string>& steps, int here)
{
    const Colours& all = ui.colours();
    const float size = ui.grown(34);
    float x = right_middle.x;
    for (std::size_t back = steps.size(); back-- > 0;) {
        const auto index = static_cast<int>(back);
        const float width = text_width(ui, Role::label, steps[back]);
        const float line = line_height(ui, Role::label);
        x -= width;
        draw_line(ui, {x, std::floor(right_middle.y - line / 2)}, Role::label,
                  index == here ? all.text : all.text_soft, steps[back]);
        x -= 10 + size;
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

BarTap task_bar(Ui& ui, const TaskBarLook& look)
{
    const Colours& all = ui.colours();
    Box page = ui.page();
    const Box bar = page.take_bottom(task_bar_height(ui));
    ui.edges().foot = ui.screen().bottom() - bar.y;
    fill(ui, bar, all.surface);
    fill(ui, {bar.x, bar.y, bar.width, ui.theme().stroke(Stroke::divider)}, all.line);
    BarTap tapped = BarTap::none;
    Box inside = bar.inset(page_padding, 0);
    const auto place = [&](const ButtonLook& button_look, bool at_left, float least) {
        const float width = std::max(least, button_width(ui, button_look));
        const float height = button_height(ui, button_look.style);
        const Box cell = at_left ? inside.take_left(width, 16) : inside.take_right(width, 16);
        return Box{cell.x, std::floor(bar.y + (bar.height - height) / 2) + 1, width, height};
    };
    if (look.main) {
        const Box box = place(*look.main, false, main_least);
        if (button(ui, "bar/main", box, *look.main)) tapped = BarTap::main;
    }
    if (look.other) {
        const Box box = place(*look.other, false, 0);
        if (button(ui, "bar/other", box, *look.other)) tapped = BarTap::other;
    }
    if (look.back) {
        const Box box = place(*look.back, true, look.back->style == ButtonStyle::outline ? 160.0F : 0.0F);
        if (button(ui, "bar/back", box, *look.back)) tapped = BarTap::back;
    }
    const bool closed = look.main && !look.main->enabled && !look.main->why_not.empty();
    draw_centred(ui, inside, Role::body, all.text_soft, closed ? look.main->why_not : look.sentence,
                 Align::right);
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
