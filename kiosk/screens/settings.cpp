#include "kiosk/screens/settings.h"

#include <algorithm>
#include <iterator>

#include "kiosk/screens/draw.h"
#include "kiosk/screens/settings_frame.h"

namespace northseal::kiosk {

namespace {

struct Choice {
    std::string id;
    std::string label;
    bool chosen{false};
    Action action;
    Role role{Role::body};
    std::string spoken_in{}; // the language of its label, where it is not the page's
};

// A glyph, title and second line at the left, taps at the right, below each other where the room is short.
Action choices(Page& page, Box& card_box, Icon icon, std::string_view title, std::string_view second,
               const std::vector<Choice>& all)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    float taps = -8;
    for (const auto& each : all)
        taps += tap_width(ui, {each.label, Icon::none, each.chosen, true, false, each.role}) + 8;
    const float words_width = card_box.width - 64 - taps - 16;
    const bool below = words_width < 220;
    const float room = below ? card_box.width - 64 : words_width;
    const float line = text_height(ui, Role::row, title, room);
    const float detail = text_height(ui, Role::small, second, room);
    const float words = std::max(56.0F, line + detail);
    Box place_of_row = card_box.take_top(words + 32 + (below ? tap_height(ui) + 8 : 0));
    glyph(ui, {place_of_row.x, place_of_row.y + 16 + (words - 48) / 2, 48, 48}, icon, Tone::neutral);
    float y = place_of_row.y + 16 + (words - line - detail) / 2;
    draw_text(ui, {place_of_row.x + 64, y, room, line}, Role::row, colours.text, title);
    draw_text(ui, {place_of_row.x + 64, y + line, room, detail}, Role::small, colours.text_soft, second);
    float x = below ? place_of_row.x + 64 : place_of_row.right() - taps;
    y = below ? place_of_row.y + 16 + words + 8 : place_of_row.y + 16 + (words - tap_height(ui)) / 2;
    for (const auto& each : all) {
        const TapLook look{each.label, Icon::none, each.chosen, true, false, each.role};
        ui.registry().speak_in(each.spoken_in);
        if (tap(ui, each.id, {x, y}, look)) answer = each.action;
        ui.registry().speak_in({});
        x += tap_width(ui, look) + 8;
    }
    return answer;
}

SwitchLook read_aloud_look(const SettingsView& view, const Words& words)
{
    SwitchLook look;
    look.title = words("settings.read_aloud");
    look.second = words(view.voice == VoiceTrouble::none       ? "settings.read_aloud_detail"
                        : view.voice == VoiceTrouble::no_voice ? "settings.no_voice"
                                                               : "settings.no_sound");
    look.icon = Icon::headphones;
    look.on = view.preferences.read_aloud;
    return look;
}

Action screen_card(const SettingsView& view, Page& page, Box& body)
{
    Answer answer;
    Ui& ui = page.ui;
    const Words& words = page.words;
    const Preferences& now = view.preferences;
    const Box box =
        body.take_top(std::max(492.0F, ui.grown(492)) + (ui.portrait() ? 190.0F : 0.0F), card_gap);
    card(ui, box);
    Box inner = box.inset(24, 8);
    std::vector<Choice> languages;
    for (const auto& each : view.languages)
        languages.push_back({"language/" + each.tag, each.name, each.tag == now.language,
                             act::ChooseLanguage{each.tag}, Role::body, each.tag});
    answer = choices(page, inner, Icon::language, words("settings.language"),
                     words("settings.language_detail"), languages);
    divider(ui, inner.x, inner.y, inner.width);
    answer =
        choices(page, inner, Icon::text_size, words("settings.text_size"), words("settings.text_size_detail"),
                {{"size/normal", words("settings.normal"), now.text_size == TextSize::normal,
                  act::SetTextSize{TextSize::normal}},
                 {"size/large", words("settings.large"), now.text_size == TextSize::large,
                  act::SetTextSize{TextSize::large}, Role::row},
                 {"size/largest", words("settings.largest"), now.text_size == TextSize::largest,
                  act::SetTextSize{TextSize::largest}, Role::name}});
    divider(ui, inner.x, inner.y, inner.width);
    answer = choices(page, inner, Icon::sun, words("settings.colours"), words("settings.colours_detail"),
                     {{"colours/clock", words("settings.by_clock"), now.colours == ColourChoice::by_the_clock,
                       act::SetColours{ColourChoice::by_the_clock}},
                      {"colours/light", words("settings.light"), now.colours == ColourChoice::light,
                       act::SetColours{ColourChoice::light}},
                      {"colours/dark", words("settings.dark"), now.colours == ColourChoice::dark,
                       act::SetColours{ColourChoice::dark}}});
    divider(ui, inner.x, inner.y, inner.width);
    SwitchLook contrast;
    contrast.title = words("settings.contrast");
    contrast.second = words("settings.contrast_detail");
    contrast.icon = Icon::contrast;
    contrast.on = now.high_contrast;
    const Box place_of_switch{inner.x, inner.y, inner.width,
                              std::max(88.0F, switch_row_height(ui, box.width, contrast))};
    if (switch_row(ui, "contrast", place_of_switch, contrast)) answer = act::SetContrast{!now.high_contrast};
    inner.take_top(place_of_switch.height);
    divider(ui, inner.x, inner.y + touch_gap_least / 2, inner.width);
    inner.take_top(touch_gap_least);
    const SwitchLook aloud = read_aloud_look(view, words);
    const Box place_of_aloud{inner.x, inner.y, inner.width,
                             std::max(88.0F, switch_row_height(ui, box.width, aloud))};
    if (switch_row(ui, "read-aloud", place_of_aloud, aloud)) answer = act::SetReading{!now.read_aloud};
    return answer;
}

void kiosk_card(const SettingsView& view, Page& page, Box& body)
{
    Ui& ui = page.ui;
    float height = 48;
    const float width = (body.width - 48 - 32) / 2;
    std::vector<float> heights;
    for (const auto& line : view.kiosk)
        heights.push_back(status_height(ui, width, {line.icon, line.tone, line.title, line.sentence}));
    for (std::size_t i = 0; i < heights.size(); i += 2)
        height +=
            std::max(heights[i], i + 1 < heights.size() ? heights[i + 1] : 0.0F) + (i > 0 ? 20.0F : 0.0F);
    Box inner = card(ui, body.take_top(height));
    float y = inner.y;
    for (std::size_t i = 0; i < view.kiosk.size(); ++i) {
        const auto& line = view.kiosk[i];
        const float x = i % 2 == 0 ? inner.x : inner.x + width + 32;
        status(ui, {x, y}, width, {line.icon, line.tone, line.title, line.sentence});
        if (i % 2 == 1) y += std::max(heights[i - 1], heights[i]) + 20;
    }
}

} // namespace

Action draw(const SettingsView& view, Page& page)
{
    Answer answer;
    auto [action, body] = settings_frame(page, page.words("settings.count_at_once"), Screen::settings);
    answer = std::move(action);
    Scroll scroll(page.ui, "settings", body, ScrollMark::beside);
    Box content = scroll.content();
    answer = screen_card(view, page, content);
    kiosk_card(view, page, content);
    scroll.ends_at(content.y);
    return answer;
}

Action draw(const AboutView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    auto [action, body] = settings_frame(page, page.words("settings.about"), Screen::about);
    answer = std::move(action);
    Scroll scroll(ui, "about", body, ScrollMark::beside);
    TwoColumns columns = two_columns(page, scroll.content(), 320);
    if (ui.portrait()) columns.main = scroll.content();
    Box main = columns.main;
    const float sentence = text_height(ui, Role::body, view.class_sentence, main.width - 48);
    const float head = std::max(64.0F, text_height(ui, Role::heading, view.class_title, main.width - 130) +
                                           text_height(ui, Role::body, view.class_line, main.width - 130));
    Box protection = card(ui, main.take_top(head + 16 + sentence + 48, 20));
    Box top = protection.take_top(head, 16);
    glyph(ui, {top.x, top.y, 64, 64}, Icon::shield_lock, Tone::good);
    top.take_left(64, 18);
    draw_text(ui, top.take_top(text_height(ui, Role::heading, view.class_title, top.width)), Role::heading,
              colours.text, view.class_title);
    draw_text(ui, top, Role::body, colours.text_soft, view.class_line);
    draw_text(ui, protection, Role::body, colours.text, view.class_sentence);
    float height = 0;
    for (const auto& [name, value] : view.facts)
        height += std::max(text_height(ui, Role::body, value, (main.width - 48) * 0.55F - 16),
                           line_height(ui, Role::body)) +
                  18;
    const Box list = main.take_top(height + 32);
    Box rows = card(ui, list).inset(0, -8);
    facts_across(page, rows, view.facts);

    Box side = ui.portrait() ? main.moved(0, 20) : columns.side;
    const float words = text_height(ui, Role::body, view.log_sentence, side.width - 48);
    const float code = text_height(ui, Role::body_strong, view.log_head, side.width - 48);
    const float title = text_height(ui, Role::button, view.log_title, side.width - 48);
    Box log = card(ui, side.take_top(title + words + code + 72));
    draw_text(ui, log.take_top(title, 8), Role::button, colours.text, view.log_title);
    draw_text(ui, log.take_top(words, 16), Role::body, colours.text_soft, view.log_sentence);
    draw_text(ui, log, Role::body_strong, colours.text, view.log_head);
    scroll.ends_at(std::max(main.y, side.y));
    return answer;
}

} // namespace northseal::kiosk
