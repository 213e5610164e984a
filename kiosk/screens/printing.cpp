#include "kiosk/screens/printing.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

// Pulled out, and so wider above than below.
void tray_picture(const PrintingView& view, Page& page, Box tray)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const auto slanted = [](Box box, float by) {
        return std::vector<Point>{{box.x, box.y},
                                  {box.right(), box.y},
                                  {box.right() - by, box.bottom()},
                                  {box.x + by, box.bottom()}};
    };
    const Box paper{tray.x + 47, tray.y + 20, 134, 34};
    figure(ui, slanted(tray, 15), colours.surface);
    outline(ui, slanted(tray, 15), colours.primary, 5);
    figure(ui, slanted(paper, 7), view.trouble ? colours.ember_soft : colours.spruce_soft);
    if (!view.trouble) return;
    dashes(ui, slanted(paper, 7), colours.ember_mark, 4, 9);
    const Point tip{tray.x + 24, paper.centre().y};
    outline(ui, {{tip.x - 62, tip.y}, tip}, colours.ember_mark, 6, false);
    outline(ui, {{tip.x - 16, tip.y - 14}, tip, {tip.x - 16, tip.y + 14}}, colours.ember_mark, 6, false);
}

// A printer in a few lines; where paper is asked for, an arrow into its tray.
void printer_picture(const PrintingView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    card(ui, box);
    const Box place = box.at_centre(228, 232).moved(0, -30);
    const Box sheet{place.x + 60, place.y, 108, 40};
    fill(ui, sheet, colours.sunken, 8);
    ring(ui, sheet, colours.line, 5, 8);
    const Box body{place.x + 12, place.y + 36, 204, 114};
    fill(ui, body, colours.surface, 18);
    ring(ui, body, colours.primary, 5, 18);
    fill(ui, {body.x + 36, body.y - 2, 132, 9}, colours.primary, 4);
    fill(ui, {body.x + 26, body.y + 40, 72, 6}, colours.line, 3);
    disc(ui, {body.right() - 32, body.y + 38}, 10, view.trouble ? colours.ember_mark : colours.spruce);
    tray_picture(view, page, {place.x, body.bottom() - 3, 228, 77});
    if (view.chip.empty()) return;
    // As large as there is room for: it says what the picture shows.
    const Role role = chip_width(ui, Icon::alert_triangle, view.chip, Role::body) <= box.width - 32
                          ? Role::body
                          : Role::small;
    const float width = chip_width(ui, Icon::alert_triangle, view.chip, role);
    chip(ui, {box.centre().x - width / 2, place.bottom() + 34}, Icon::alert_triangle, view.chip, Tone::waits,
         role);
}

Action words_card(const PrintingView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    card(ui, box);
    Box inner = box.inset(36, 32);
    if (view.trouble && view.can_copy) {
        const ButtonLook copy = button_look(page.words("issued.copy"), ButtonStyle::soft, Icon::device_usb);
        const std::string other = page.words("printing.other_way");
        const float width = button_width(ui, copy);
        const float high = std::max(button_height(ui, ButtonStyle::soft),
                                    text_height(ui, Role::body, other, inner.width - width - 16));
        Box foot = inner.take_bottom(high + 20);
        divider(ui, foot.x, foot.y, foot.width);
        foot.take_top(20);
        if (button(ui, "take-home",
                   foot.take_right(width, 16).at_centre(width, button_height(ui, ButtonStyle::soft)), copy))
            answer = act::TakeHome{};
        draw_centred(ui, foot, Role::body, colours.text_soft, other);
    }
    Scroll scroll(ui, "steps", inner, ScrollMark::beside);
    inner.y = scroll.content().y;
    draw_text(ui, inner.take_top(text_height(ui, Role::title, view.heading, inner.width), 8), Role::title,
              colours.text, view.heading);
    draw_text(ui, inner.take_top(text_height(ui, Role::row, view.sentence, inner.width), 28), Role::row,
              colours.text, view.sentence);
    if (view.busy) {
        progress(ui, inner.take_top(14), 0.5F);
        scroll.ends_at(inner.y);
        return answer;
    }
    int number = 1;
    for (const auto& step : view.steps) {
        inner.take_top(numbered_step(ui, {inner.x, inner.y}, inner.width, number, step, Role::row), 8);
        ++number;
    }
    scroll.ends_at(inner.y);
    return answer;
}

} // namespace

Action draw(const PrintingView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("printing.title"), view.line, {}, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    Box left = ui.portrait() ? body.take_top(body.height * 0.4F, card_gap)
                             : body.take_left(std::min(420.0F, body.width * 0.36F), card_gap);
    printer_picture(view, page, left);
    answer = words_card(view, page, body);

    TaskBarLook look;
    if (!view.done) look.back = button_look(page.words("printing.later"), ButtonStyle::plain, Icon::clock);
    look.sentence = view.bar_sentence;
    look.main = button_look(view.main_label, ButtonStyle::main, view.busy ? Icon::arrow_left : Icon::check,
                            IconSide::before, !view.waits, view.bar_sentence);
    switch (task_bar(ui, look)) {
    case BarTap::back:
        answer = act::PrintLater{};
        break;
    case BarTap::main:
        answer = view.main;
        break;
    case BarTap::none:
    case BarTap::other:
        break;
    }
    return answer;
}

} // namespace northseal::kiosk
