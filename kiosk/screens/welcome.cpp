#include "kiosk/screens/welcome.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

// Tiles as wide as their names need, in a row from the left; in portrait one below the other.
Action language_tiles(const WelcomeView& view, Page& page, Box row)
{
    Answer answer;
    const bool stacked = page.ui.portrait();
    const auto count = static_cast<int>(view.languages.size());
    const float wide =
        std::min(280.0F, (row.width - 16.0F * static_cast<float>(count - 1)) / static_cast<float>(count));
    float x = row.x;
    float y = row.y;
    for (const auto& language : view.languages) {
        const Box tile{x, y, stacked ? row.width : wide, stacked ? 96.0F : row.height};
        shadow(page.ui, tile, Elevation::over);
        page.ui.registry().speak_in(language.tag);
        const Touched touched = touch(page.ui, "language/" + language.tag, tile,
                                      {language.name, TargetKind::choice, true, false, {}}, 16);
        fill(page.ui, tile, blend(page.ui.colours().surface, page.ui.colours().primary_soft, touched.press),
             16);
        Box inner = tile.inset(22, stacked ? 0 : 20);
        const float line = line_height(page.ui, Role::title);
        if (stacked) {
            draw_centred(page.ui, inner, Role::title, page.ui.colours().text, language.name);
        } else {
            draw_text(page.ui, inner.take_top(line), Role::title, page.ui.colours().text, language.name);
            const Box foot = inner.take_bottom(56);
            icon_disc(page.ui, {foot.right() - 22, foot.centre().y}, 56, Icon::arrow_right, Tone::neutral);
        }
        page.ui.registry().speak_in({});
        if (touched) answer = act::ChooseLanguage{language.tag};
        if (stacked)
            y += 96 + 12;
        else
            x += wide + 16;
    }
    return answer;
}

void date_and_site(const WelcomeView& view, Page& page)
{
    const Colours& colours = page.ui.colours();
    const Box screen = page.ui.screen();
    const float mark = 124 + text_width(page.ui, Role::heading, page.words("common.product")) + 24;
    const float left = std::max(mark, screen.width / 2);
    Box right{left, 38, screen.width - 48 - left, 120};
    const auto line = [&](const std::string& words, Colour colour) {
        if (words.empty()) return;
        const Role role = fitting(page.ui, words, right.width, {Role::body, Role::small});
        draw_text(page.ui, right.take_top(text_height(page.ui, role, words, right.width)), role, colour,
                  words, Align::right);
    };
    line(view.site, colours.on_rail);
    line(view.date_and_time, colours.on_rail_soft);
    mark_specimen(page, {screen.width - 48, right.y + 12});
}

// White words stand on the upper third of the sky: what is too much for it shares a line.
void greet(const WelcomeView& view, Page& page)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    const std::string title = page.words("welcome.title");
    const float width = screen.width - 96;
    const float title_height = text_height(ui, Role::display, title, width) + 6;
    const float line = line_height(ui, Role::name) + 2;
    const float lowest = screen.height * 0.35F;
    const float highest = ui.portrait() ? 180.0F : 100.0F;
    const bool one_each = highest + title_height + line * static_cast<float>(view.greetings.size()) <= lowest;
    const float needed = title_height + line * (one_each ? static_cast<float>(view.greetings.size()) : 1);
    Box greeting{48, std::max(highest, std::min(ui.portrait() ? 200.0F : 142.0F, lowest - needed)), width,
                 400};
    draw_text(ui, greeting.take_top(title_height - 6, 6), Role::display, colours.on_rail, title);
    float x = greeting.x;
    for (std::size_t i = 0; i < view.greetings.size(); ++i) {
        ui.registry().speak_in(i < view.languages.size() ? view.languages[i].tag : std::string());
        x += draw_line(ui, {x, greeting.y}, Role::name, colours.on_rail, view.greetings[i]) + 16;
        if (!one_each) continue;
        greeting.take_top(line);
        x = greeting.x;
    }
    if (!one_each) greeting.take_top(line);
    ui.registry().speak_in({});
    greeting.take_top(12);
    if (!view.practice.empty()) note_on_sky(page, greeting, view.practice, Tone::second);
}

} // namespace

Action draw(const WelcomeView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    door(page);
    product_mark(page);
    date_and_site(view, page);

    greet(view, page);

    const float tiles = ui.portrait() ? 108.0F * static_cast<float>(view.languages.size()) : 164.0F;
    const float top = ui.portrait() ? screen.height * 0.6F : screen.height * 0.625F;
    answer = language_tiles(view, page, {48, top, screen.width - 96, tiles});

    const float foot = screen.height - 90;
    const std::vector<DoorButton> buttons{
        {"sharing", button_look(page.words("welcome.sharing"), ButtonStyle::on_dark, Icon::shield_check),
         act::Go{Screen::sharing}},
        {"check", button_look(page.words("check.title"), ButtonStyle::on_dark, Icon::qrcode),
         act::Go{Screen::check}}};
    const float end = door_buttons(page, {48, foot, screen.width - 96, 56}, buttons, answer);
    const std::string offline = page.words("welcome.offline");
    const float width = text_width(ui, Role::body, offline);
    if (end + 24 < screen.width - 48 - width - 48) {
        draw_icon(ui, {screen.width - 48 - width - 24, foot + 28}, Icon::cloud_off, 28, colours.on_rail_soft);
        draw_centred(ui, {screen.width - 48 - width - 2, foot, width + 2, 56}, Role::body,
                     colours.on_rail_soft, offline);
    }
    return answer;
}

} // namespace northseal::kiosk
