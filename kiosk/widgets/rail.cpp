// The rail of places, and the room it leaves.

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/frame.h"

namespace northseal::kiosk {

namespace {

constexpr float rail_low = 108; // its height in portrait

struct RailPaints {
    Colour top;
    Colour middle;
    Colour foot;
    Colour active;
    Colour resting;
    Colour on_active;
};

RailPaints rail_paints(const Ui& ui, bool practice)
{
    const Colours& all = ui.colours();
    if (practice)
        return {all.practice_rail,   all.practice_rail_middle, all.practice,
                all.practice_active, all.on_practice_rail,     all.on_practice};
    return {all.rail_top,    all.rail_middle,  all.rail_foot,
            all.rail_active, all.on_rail_soft, all.on_rail_active};
}

void draw_badge(Ui& ui, Point centre, int count)
{
    const std::string text = count > 99 ? "99+" : std::to_string(count);
    const float width = std::max(26.0F, text_width(ui, Role::nav, text) + 12);
    const float height = std::max(24.0F, line_height(ui, Role::nav));
    const Box box{std::floor(centre.x - width / 2), std::floor(centre.y - height / 2), width, height};
    fill(ui, box, ui.colours().badge, height / 2);
    draw_centred(ui, box, Role::nav, ui.colours().on_badge, text, Align::centre);
}

bool rail_item(Ui& ui, Box box, const RailItem& item, const RailPaints& paint)
{
    const Touched touched = touch(ui, item.id, box, {item.label, TargetKind::place, true, item.here, {}});
    const float lit = std::max(touched.chosen, touched.press);
    if (lit > 0) fill(ui, box, blend(0, paint.active, lit), 12);
    const Colour colour = blend(paint.resting, paint.on_active, lit);
    const float middle = std::floor(box.centre().x);
    draw_icon(ui, {middle, box.y + 30}, item.icon, 34 / ui.theme().grow(),
              colour); // the words grow, not the icon
    draw_centred(ui, {box.x + 4, box.y + 47, box.width - 4, box.height - 53}, Role::nav, colour, item.label,
                 Align::centre);
    if (item.badge > 0) draw_badge(ui, {middle + 21, box.y + 18}, item.badge);
    return touched.tapped;
}

std::string rail_across(Ui& ui, const RailLook& look, const RailPaints& paint)
{
    Box all = ui.page();
    all = all.take_bottom(rail_low);
    ui.edges().foot = rail_low;
    gradient_down(ui, all, {{0, paint.top}, {1, paint.foot}});
    std::vector<RailItem> items = look.items;
    if (look.foot) items.push_back(*look.foot);
    const std::vector<Box> cells = columns(all.inset(12, 10), static_cast<int>(items.size()), 8);
    std::string tapped;
    for (std::size_t index = 0; index < items.size(); ++index) {
        if (rail_item(ui, cells[index], items[index], paint)) tapped = items[index].id;
    }
    return tapped;
}

} // namespace

float rail_width(const Ui& ui)
{
    return ui.portrait() ? 0 : 112 + std::round((ui.theme().grow() - 1) * 70);
}

std::string rail(Ui& ui, const RailLook& look)
{
    const RailPaints paint = rail_paints(ui, look.practice);
    if (ui.portrait()) return rail_across(ui, look, paint);
    const Box page = ui.page();
    const float bottom = look.until > 0 ? look.until : page.bottom();
    const float width = rail_width(ui);
    const Box all{page.x, page.y, width, page.height};
    ui.edges().left = width;
    if (ui.theme().high_contrast())
        fill(ui, all, paint.top);
    else
        gradient_down(ui, all, {{0, paint.top}, {0.62F, paint.middle}, {1, paint.foot}});
    if (look.ridges && !ui.theme().high_contrast()) {
        const float height = look.ridges.height / ui.theme().look().pixels;
        picture(ui, {all.x, all.bottom() - height, width, height}, look.ridges);
    }
    seal_mark(ui, {std::floor(all.centre().x), all.y + 46.6F}, 44,
              paint.on_active == 0 ? paint.resting : ui.colours().on_rail, ui.colours().badge);
    const float height = 84;
    const float room = bottom - all.y - 92 - (look.foot && look.until <= 0 ? 116.0F : 0.0F);
    const auto count = static_cast<float>(look.items.size());
    // A lower panel takes the gaps before it takes the items.
    const float step = std::clamp(std::floor(room / std::max(1.0F, count)), 84.0F, height + touch_gap_least);
    std::string tapped;
    for (std::size_t index = 0; index < look.items.size(); ++index) {
        const Box box{all.x + 8, all.y + 92 + step * static_cast<float>(index), width - 16,
                      std::min(height, step - touch_gap_least)};
        if (box.bottom() > bottom) break; // the keyboard is open: what fits whole
        const RailItem& item = look.items[index];
        if (rail_item(ui, box, item, paint)) tapped = item.id;
        if (item.here)
            fill(ui, {all.x + 8, box.y + std::floor((box.height - 48) / 2), 4, 48}, ui.colours().ember_mark,
                 2);
    }
    if (look.foot && look.until <= 0) {
        if (rail_item(ui, {all.x + 8, all.bottom() - 101, width - 16, height}, *look.foot, paint))
            tapped = look.foot->id;
    }
    return tapped;
}

Box place_body(const Ui& ui)
{
    Box page = ui.page();
    if (ui.portrait()) {
        page.take_bottom(rail_low);
        page.take_top(136);
        return page.inset(page_padding, 0);
    }
    page.take_left(rail_width(ui));
    page.take_top(120);
    page.take_bottom(page_padding);
    page = page.inset(page_padding, 0);
    // Beyond 1440 a line gets too long to follow: a column in the middle.
    constexpr float widest = 1440 - 112 - 64;
    return page.width > widest ? page.at_centre(widest, page.height) : page;
}

void page_title(Ui& ui, std::string_view title, std::string_view second, float reserve)
{
    Box body = place_body(ui);
    body.width -= reserve;
    const float top = ui.page().y + (ui.portrait() ? 8.0F : 0.0F);
    const Role role = fitting(ui, title, body.width, {Role::title, Role::heading, Role::task});
    const float line = text_height(ui, role, title, body.width);
    const float y = top + (second.empty() ? std::floor(66 - line / 2) : std::floor(47 - line / 2));
    draw_text(ui, {body.x, y, body.width, line}, role, ui.colours().text, title);
    // The second line stands on one line, or goes.
    const Role below = fitting(ui, second, body.width, {Role::row, Role::body, Role::small});
    if (text_width(ui, below, second) <= body.width)
        draw_text(ui, {body.x, y + line - 2, body.width, line_height(ui, below)}, below, ui.colours().text,
                  second);
}

bool practice_band(Ui& ui, std::string_view title, std::string_view sentence, std::string_view leave)
{
    const Colours& all = ui.colours();
    Box page = ui.page();
    const Box band = page.take_top(practice_band_height);
    ui.set_page(page);
    fill(ui, band, all.practice);
    Box inside = band.inset(32, 0);
    bool left = false;
    if (!leave.empty()) {
        const ButtonLook look{
            .label = std::string(leave), .style = ButtonStyle::outline, .icon = Icon::door_exit};
        const float width = button_width(ui, look);
        left = button(ui, "practice/leave", {band.right() - 12 - width, band.y + 8, width, 56}, look);
        inside.take_right(width, 16);
    }
    const Box mark = inside.take_left(34, 16);
    draw_icon(ui, mark.centre(), Icon::school, 34, all.on_practice);
    const float width = text_width(ui, Role::task, title);
    draw_centred(ui, inside.take_left(width, 16), Role::task, all.on_practice, title);
    // On a narrow screen in large words the title alone says it; the first page of practice says the rest.
    const Role role = text_width(ui, Role::body, sentence) <= inside.width ? Role::body : Role::small;
    if (text_width(ui, role, sentence) <= inside.width)
        draw_centred(ui, inside, role, all.on_practice, sentence);
    return left;
}

void practice_frame(Ui& ui)
{
    const Box page = ui.page();
    const Colour dusk = ui.colours().practice;
    fill(ui, {page.x, page.y, 8, page.height}, dusk);
    fill(ui, {page.right() - 8, page.y, 8, page.height}, dusk);
    fill(ui, {page.x, page.bottom() - 8, page.width, 8}, dusk);
}

void specimen_mark(Ui& ui, Point right_top, std::string_view word)
{
    const float width = chip_width(ui, Icon::school, word);
    chip(ui, {right_top.x - width, right_top.y}, Icon::school, word, Tone::second);
}

} // namespace northseal::kiosk
