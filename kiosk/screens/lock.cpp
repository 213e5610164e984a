#include "kiosk/screens/lock.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

ButtonLook language_look(const LockView& view)
{
    return button_look(view.other_language, ButtonStyle::on_dark, Icon::language);
}

ButtonLook size_look(const Page& page)
{
    return button_look(page.words("lock.text_size"), ButtonStyle::on_dark, Icon::text_size);
}

// On a narrow screen they do not stand beside the product's name.
bool buttons_below_mark(const LockView& view, const Page& page)
{
    const Ui& ui = page.ui;
    const float language = view.other_language.empty() ? 0 : button_width(ui, language_look(view)) + 16;
    const float name = 124 + text_width(ui, Role::heading, page.words("common.product")) + 24;
    return name + language + button_width(ui, size_look(page)) > ui.screen().width - 48;
}

Action top_buttons(const LockView& view, Page& page)
{
    Answer answer;
    const Box screen = page.ui.screen();
    float right = screen.width - 48;
    const float top = buttons_below_mark(view, page) ? 110.0F : 38.0F;
    if (!view.other_language.empty()) {
        const ButtonLook language = language_look(view);
        const float width = button_width(page.ui, language);
        if (button_at(page.ui, "language", {right - width, top}, language))
            answer = act::ChooseLanguage{view.other_tag};
        right -= width + 16;
    }
    const ButtonLook size = size_look(page);
    const float width = button_width(page.ui, size);
    if (button_at(page.ui, "text-size", {right - width, top}, size))
        answer = act::SetTextSize{view.next_size};
    return answer;
}

// White words stand on the upper third of the sky: what is too much for it shares a line.
void clock_and_place(const LockView& view, Page& page)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    const float time = line_height(ui, Role::display) + 6;
    const float line = line_height(ui, Role::name) + 2;
    const float lowest = screen.height * 0.35F;
    const float highest = buttons_below_mark(view, page) ? 220.0F : 96.0F;
    const bool two_lines = highest + time + 2 * line <= lowest;
    const float needed = time + line * (two_lines ? 2 : 1);
    Box clock{48, std::max(highest, std::min(150.0F, lowest - needed)), screen.width - 96, needed};
    draw_text(ui, clock.take_top(time - 6, 6), Role::display, colours.on_rail, view.time);
    const std::string where = view.site.empty() ? view.date : view.date + ", " + view.site;
    draw_text(ui, clock.take_top(line), Role::name, colours.on_rail, two_lines ? view.date : where);
    if (two_lines) draw_text(ui, clock.take_top(line), Role::name, colours.on_rail, view.site);
}

Action lock_card(const LockView& view, Page& page, Box card_box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    shadow(ui, card_box, Elevation::over);
    fill(ui, card_box, colours.surface, 16);
    Box inner = card_box.inset(32, 24);
    const ButtonLook open =
        button_look(view.open_label, ButtonStyle::main, Icon::arrow_right, IconSide::after);
    const float width = std::max(260.0F, button_width(ui, open));
    Box action;
    if (ui.portrait())
        action = inner.take_bottom(64, 20);
    else
        action = inner.take_right(width, 32).at_centre(width, 64);
    const Box disc = inner.take_left(72, 24);
    icon_disc(ui, {disc.centre().x, inner.centre().y}, 72, Icon::lock, Tone::neutral, 34);
    const float title = text_height(ui, Role::heading, page.words("lock.title"), inner.width);
    const float sentence = text_height(ui, Role::body, view.sentence, inner.width);
    Box words = inner.inset(0, std::max(0.0F, (inner.height - title - sentence - 4) / 2));
    draw_text(ui, words.take_top(title, 4), Role::heading, colours.text, page.words("lock.title"));
    draw_text(ui, words.take_top(sentence), Role::body, colours.text_soft, view.sentence);
    if (button(ui, "open", action, open)) answer = act::Go{view.opens};
    return answer;
}

} // namespace

Action draw(const LockView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    door(page);
    product_mark(page);
    answer = top_buttons(view, page);

    clock_and_place(view, page);

    const float foot = screen.height - 90;
    std::vector<DoorButton> buttons{
        {"check", button_look(page.words("check.title"), ButtonStyle::on_dark, Icon::qrcode),
         act::Go{Screen::check}},
        {"my-record", button_look(page.words("my_record.title"), ButtonStyle::on_dark, Icon::user_circle),
         act::Go{Screen::my_record}},
        {"sharing", button_look(page.words("welcome.sharing"), ButtonStyle::on_dark, Icon::shield_check),
         act::Go{Screen::sharing}}};
    if (view.vault_open)
        buttons.push_back({"close-vault",
                           button_look(page.words("lock.close_vault"), ButtonStyle::on_dark, Icon::moon),
                           act::CloseVault{}});
    const Box foot_line{48, foot, screen.width - 96, 56};
    const float height = ui.portrait() ? 290.0F : std::max(164.0F, ui.grown(164));
    const float top =
        std::min(screen.height * 0.625F, door_buttons_top(page, foot_line, buttons) - 24 - height);
    answer = lock_card(view, page, {48, top, screen.width - 96, height});

    const float x = door_buttons(page, foot_line, buttons, answer);
    const float width = text_width(ui, Role::body, view.printer);
    if (screen.width - 48 - width - 60 > x) {
        draw_icon(ui, {screen.width - 48 - width - 24, foot + 28}, Icon::printer, 28, colours.on_rail_soft);
        draw_centred(ui, {screen.width - 48 - width - 2, foot, width + 2, 56}, Role::body,
                     colours.on_rail_soft, view.printer);
    }
    mark_specimen(page, {screen.width - 48, buttons_below_mark(view, page) ? 190.0F : 112.0F});
    return answer;
}

} // namespace northseal::kiosk
