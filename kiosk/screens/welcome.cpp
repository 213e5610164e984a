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
        fill(page.ui, tile, touched.down ? page.ui.colours().primary_soft : page.ui.colours().surface, 16);
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

// On a ground of its own: the sky is too light there for white words.
void practice_note(Page& page, Point at, float most, const std::string& words)
{
    Ui& ui = page.ui;
    const ToneColours paint = tone_colours(ui.colours(), Tone::second);
    const float width = std::min(most - 40, text_width(ui, Role::body, words));
    const Box box{at.x, at.y, width + 40, text_height(ui, Role::body, words, width) + 20};
    fill(ui, box, paint.ground, 12);
    if (ui.theme().high_contrast()) ring(ui, box, paint.mark, 2, 12);
    draw_text(ui, box.inset(20, 10), Role::body, paint.mark, words);
}

void date_and_site(const WelcomeView& view, Page& page)
{
    const Colours& colours = page.ui.colours();
    const Box screen = page.ui.screen();
    Box right{screen.width / 2, 38, screen.width / 2 - 48, 120};
    if (!view.site.empty())
        draw_text(page.ui, right.take_top(text_height(page.ui, Role::body, view.site, right.width)),
                  Role::body, colours.on_rail, view.site, Align::right);
    draw_text(page.ui, right.take_top(line_height(page.ui, Role::body)), Role::body, colours.on_rail_soft,
              view.date_and_time, Align::right);
}

} // namespace

Action draw_welcome(const WelcomeView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    door(page);
    product_mark(page);
    date_and_site(view, page);

    Box greeting{48, ui.portrait() ? 200.0F : 142.0F, screen.width - 96, 240};
    draw_text(
        ui, greeting.take_top(text_height(ui, Role::display, page.words("welcome.title"), greeting.width), 6),
        Role::display, colours.on_rail, page.words("welcome.title"));
    for (std::size_t i = 0; i < view.greetings.size(); ++i) {
        ui.registry().speak_in(i < view.languages.size() ? view.languages[i].tag : std::string());
        draw_text(ui, greeting.take_top(line_height(ui, Role::name) + 2), Role::name, colours.on_rail,
                  view.greetings[i]);
    }
    ui.registry().speak_in({});

    if (!view.practice.empty())
        practice_note(page, {greeting.x, greeting.y + 12}, greeting.width, view.practice);

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
    mark_specimen(page, {screen.width - 48, 104});
    return answer;
}

} // namespace northseal::kiosk
