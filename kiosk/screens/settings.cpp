#include "kiosk/screens/settings.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"
#include "kiosk/screens/settings_frame.h"
#include "kiosk/widgets/amount.h"

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

struct Choices {
    Icon icon;
    std::string title;
    std::string second;
    std::vector<Choice> all{};
    float other{0}; // the width of what stands at the right in place of taps
};

struct ChoicesRoom {
    float taps, room, line, detail, words, height;
    bool below;
};

ChoicesRoom room_of(const Ui& ui, float width, const Choices& row)
{
    ChoicesRoom out{row.other > 0 ? row.other : -8.0F, 0, 0, 0, 0, 0, false};
    for (const auto& each : row.all)
        out.taps += tap_width(ui, {each.label, Icon::none, each.chosen, true, false, each.role}) + 8;
    const float beside = width - 64 - out.taps - 16;
    out.below = beside < 220;
    out.room = out.below ? width - 64 : beside;
    out.line = text_height(ui, Role::row, row.title, out.room);
    out.detail = text_height(ui, Role::small, row.second, out.room);
    out.words = std::max(56.0F, out.line + out.detail);
    out.height = out.words + 32 + (out.below ? tap_height(ui) + 8 : 0);
    return out;
}

// A glyph, title and second line at the left; returns where what is chosen from begins: at the right, or
// below where the room is short.
Point choices_head(Page& page, Box& card_box, const Choices& row)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const ChoicesRoom room = room_of(ui, card_box.width, row);
    const Box place = card_box.take_top(room.height);
    glyph(ui, {place.x, place.y + 16 + (room.words - 48) / 2, 48, 48}, row.icon, Tone::neutral);
    const float y = place.y + 16 + (room.words - room.line - room.detail) / 2;
    draw_text(ui, {place.x + 64, y, room.room, room.line}, Role::row, colours.text, row.title);
    draw_text(ui, {place.x + 64, y + room.line, room.room, room.detail}, Role::small, colours.text_soft,
              row.second);
    return {room.below ? place.x + 64 : place.right() - room.taps,
            room.below ? place.y + 16 + room.words + 8 : place.y + 16 + (room.words - tap_height(ui)) / 2};
}

Action choices(Page& page, Box& card_box, const Choices& row)
{
    Answer answer;
    Ui& ui = page.ui;
    Point at = choices_head(page, card_box, row);
    for (const auto& each : row.all) {
        const TapLook look{each.label, Icon::none, each.chosen, true, false, each.role};
        ui.registry().speak_in(each.spoken_in);
        if (tap(ui, each.id, at, look)) answer = each.action;
        ui.registry().speak_in({});
        at.x += tap_width(ui, look) + 8;
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

SwitchLook motion_look(const SettingsView& view, const Words& words)
{
    SwitchLook look;
    look.title = words("settings.less_motion");
    look.second = words("settings.less_motion_detail");
    look.icon = Icon::player_play;
    look.on = view.preferences.less_motion;
    return look;
}

SwitchLook contrast_look(const SettingsView& view, const Words& words)
{
    SwitchLook look;
    look.title = words("settings.contrast");
    look.second = words("settings.contrast_detail");
    look.icon = Icon::contrast;
    look.on = view.preferences.high_contrast;
    return look;
}

std::vector<Choices> screen_choices(const SettingsView& view, const Words& words)
{
    const Preferences& now = view.preferences;
    Choices language{Icon::language, words("settings.language"), words("settings.language_detail")};
    for (const auto& each : view.languages)
        language.all.push_back({"language/" + each.tag, each.name, each.tag == now.language,
                                act::ChooseLanguage{each.tag}, Role::body, each.tag});
    const auto size = [&](const char* id, const char* label, TextSize each, Role role) {
        return Choice{id, words(label), now.text_size == each, act::SetTextSize{each}, role};
    };
    const auto colours = [&](const char* id, const char* label, ColourChoice each) {
        return Choice{id, words(label), now.colours == each, act::SetColours{each}};
    };
    return {std::move(language),
            {Icon::text_size,
             words("settings.text_size"),
             words("settings.text_size_detail"),
             {size("size/normal", "settings.normal", TextSize::normal, Role::body),
              size("size/large", "settings.large", TextSize::large, Role::row),
              size("size/largest", "settings.largest", TextSize::largest, Role::name)}},
            {Icon::sun,
             words("settings.colours"),
             words("settings.colours_detail"),
             {colours("colours/clock", "settings.by_clock", ColourChoice::by_the_clock),
              colours("colours/light", "settings.light", ColourChoice::light),
              colours("colours/dark", "settings.dark", ColourChoice::dark)}}};
}

Choices brightness_choices(const Words& words)
{
    return {Icon::bulb, words("settings.brightness"), words("settings.brightness_detail"), {}, amount_width};
}

AmountLook brightness_look(const SettingsView& view, const Words& words)
{
    return {words("settings.darker"),
            words("settings.brighter"),
            words("settings.darkest"),
            words("settings.brightest"),
            view.preferences.brightness,
            1,
            brightness_most};
}

Choices loudness_choices(const Words& words)
{
    return {Icon::volume, words("settings.loudness"), words("settings.loudness_detail"), {}, amount_width};
}

AmountLook loudness_look(const SettingsView& view, const Words& words)
{
    return {words("settings.softer"),
            words("settings.louder"),
            words("settings.softest"),
            words("settings.loudest"),
            view.preferences.loudness,
            1,
            loudness_most};
}

// Its line, and less and more at the right. The step that was asked for; 0: none.
int amount_in(Page& page, Box& card_box, const Choices& row, const char* id, const AmountLook& look)
{
    const Point at = choices_head(page, card_box, row);
    const float middle = (tap_height(page.ui) - amount_height) / 2;
    return amount(page.ui, id, {at.x, std::floor(at.y + middle)}, look);
}

float switch_place(const Ui& ui, float card_width, const SwitchLook& look)
{
    return std::max(88.0F, switch_row_height(ui, card_width, look));
}

Action screen_card(const SettingsView& view, Page& page, Box& body)
{
    Answer answer;
    Ui& ui = page.ui;
    const auto rows = screen_choices(view, page.words);
    const SwitchLook contrast = contrast_look(view, page.words);
    const SwitchLook motion = motion_look(view, page.words);
    const Choices light = brightness_choices(page.words);
    float height = 16 + switch_place(ui, body.width, contrast) + switch_place(ui, body.width, motion);
    if (view.can_dim) height += room_of(ui, body.width - 48, light).height + touch_gap_least / 2;
    for (const auto& row : rows) height += room_of(ui, body.width - 48, row).height;
    const Box box = body.take_top(height, card_gap);
    card(ui, box);
    Box inner = box.inset(24, 8);
    for (const auto& row : rows) {
        answer = choices(page, inner, row);
        divider(ui, inner.x, inner.y, inner.width);
    }
    const Box first = inner.take_top(switch_place(ui, body.width, contrast));
    if (switch_row(ui, "contrast", first, contrast))
        answer = act::SetContrast{!view.preferences.high_contrast};
    divider(ui, inner.x, inner.y, inner.width);
    const Box second = inner.take_top(switch_place(ui, body.width, motion));
    if (switch_row(ui, "less-motion", second, motion))
        answer = act::SetLessMotion{!view.preferences.less_motion};
    if (!view.can_dim) return answer;
    divider(ui, inner.x, inner.y, inner.width);
    inner.take_top(touch_gap_least / 2);
    if (const int by = amount_in(page, inner, light, "brightness", brightness_look(view, page.words));
        by != 0)
        answer = act::StepBrightness{by};
    return answer;
}

// How loud the kiosk speaks, and whether it reads.
Action sound_card(const SettingsView& view, Page& page, Box& body)
{
    Answer answer;
    Ui& ui = page.ui;
    const Words& words = page.words;
    const Choices loudness = loudness_choices(words);
    const SwitchLook aloud = read_aloud_look(view, words);
    const float first = room_of(ui, body.width - 48, loudness).height;
    const float second = switch_place(ui, body.width, aloud);
    const Box box = body.take_top(16 + first + touch_gap_least + second, card_gap);
    card(ui, box);
    Box inner = box.inset(24, 8);
    if (const int by = amount_in(page, inner, loudness, "loudness", loudness_look(view, words)); by != 0)
        answer = act::StepLoudness{by};
    divider(ui, inner.x, inner.y + touch_gap_least / 2, inner.width);
    inner.take_top(touch_gap_least);
    if (switch_row(ui, "read-aloud", inner, aloud)) answer = act::SetReading{!view.preferences.read_aloud};
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
    answer = sound_card(view, page, content);
    kiosk_card(view, page, content);
    scroll.ends_at(content.y);
    return answer;
}

} // namespace northseal::kiosk
