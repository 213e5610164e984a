#include "kiosk/widgets/keyboard_keys.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace northseal::kiosk::keys {

namespace {

constexpr float radius = 10;
constexpr float long_press = 0.35F; // seconds
constexpr float repeat_after = 0.5F;
constexpr float repeat_every = 0.08F;

Touched key(Ui& ui, std::string_view id, Box box, std::string_view label, Colour ground, Colour down,
            bool held = false)
{
    const Touched touched = touch(ui, id, box, {std::string(label), TargetKind::key, true, held, {}}, radius);
    const Colours& all = ui.colours();
    if (ui.theme().high_contrast()) {
        fill(ui, box, blend(ground, down, touched.press), radius);
        ring(ui, box, all.edge, 2, radius);
    } else {
        fill(ui, box.moved(0, 2), with_alpha(all.shadow, 0.22F), radius);
        fill(ui, box, blend(ground, down, touched.press), radius);
    }
    return touched;
}

struct AccentCard {
    Box box;
    std::vector<Box> cells;
    int under; // the cell under the finger; -1: slid off
};

constexpr float cell_wide = 72;
constexpr float cell_high = 64;
constexpr float cell_gap = 8;
constexpr float card_edge = 10;

AccentCard accent_card(const Ui& ui, Box key_box, std::size_t count)
{
    // As many in a row as the screen is wide; what is left stands in a row above, further from the finger.
    const float room = ui.screen().width - 24 - 2 * card_edge + cell_gap;
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(room / (cell_wide + cell_gap)));
    const std::size_t lines = (count + most - 1) / most;
    const std::size_t across = (count + lines - 1) / lines;
    const float width = static_cast<float>(across) * (cell_wide + cell_gap) - cell_gap + 2 * card_edge;
    const float height = static_cast<float>(lines) * (cell_high + cell_gap) - cell_gap + 2 * card_edge;
    AccentCard card;
    card.box = {std::floor(key_box.centre().x - width / 2), key_box.y - 8 - height, width, height};
    card.box.x = std::clamp(card.box.x, 12.0F, std::max(12.0F, ui.screen().right() - width - 12));
    card.under = -1;
    const Point finger = ui.pointer();
    const bool near = finger.y > card.box.y - 40 && finger.y < key_box.bottom() + 24;
    const float lowest = card.box.bottom() - card_edge - cell_high;
    for (std::size_t index = 0; index < count; ++index) {
        const std::size_t line = index / across;
        const Box cell{card.box.x + card_edge + static_cast<float>(index % across) * (cell_wide + cell_gap),
                       lowest - static_cast<float>(line) * (cell_high + cell_gap), cell_wide, cell_high};
        card.cells.push_back(cell);
        // The lowest row takes the finger that still rests on the key.
        const bool in_line = finger.y >= cell.y - cell_gap / 2 || line + 1 == lines;
        const bool below = finger.y >= cell.bottom() + cell_gap / 2 && line > 0;
        if (near && in_line && !below && finger.x >= cell.x - cell_gap / 2 &&
            finger.x < cell.right() + cell_gap / 2)
            card.under = static_cast<int>(index);
    }
    return card;
}

void draw_accents(Ui& ui, const AccentCard& card, const std::vector<std::string>& accents)
{
    const Colours& all = ui.colours();
    shadow(ui, card.box, Elevation::over);
    fill(ui, card.box, all.raised, 14);
    if (ui.theme().high_contrast()) ring(ui, card.box, all.edge, 3, 14);
    for (std::size_t index = 0; index < accents.size(); ++index) {
        const bool here = static_cast<int>(index) == card.under;
        fill(ui, card.cells[index], here ? all.primary : all.sunken, radius);
        draw_centred(ui, card.cells[index], Role::name, here ? all.on_primary : all.text, accents[index],
                     Align::centre);
    }
}

} // namespace

std::string letter(Ui& ui, Box box, const std::string& text, const std::vector<std::string>& accents,
                   bool raised)
{
    const std::string id = "key/" + text;
    const Touched touched = key(ui, id, box, text, ui.colours().key, ui.colours().primary_soft);
    // Finals are small and stand high: larger, and lowered to the middle.
    if (raised)
        draw_centred(ui, box.moved(0, 7), Role::title, ui.colours().text, text, Align::centre);
    else
        draw_centred(ui, box, Role::name, ui.colours().text, text, Align::centre);
    if (accents.empty()) return touched.tapped ? text : std::string{};
    const bool open = ui.held_seconds() >= long_press;
    if (touched.down) {
        ui.ask_for_another_frame(); // until the card opens, and while the finger slides on it
        if (open)
            ui.draw_later(
                [&ui, box, accents] { draw_accents(ui, accent_card(ui, box, accents.size()), accents); });
    }
    if (ui.was_lifted(id) && open) {
        const int under = accent_card(ui, box, accents.size()).under;
        return under < 0 ? std::string{} : accents[static_cast<std::size_t>(under)];
    }
    return touched.tapped ? text : std::string{};
}

bool function(Ui& ui, std::string_view id, Box box, Icon icon, std::string_view label, bool held)
{
    const Colours& all = ui.colours();
    const Touched touched =
        key(ui, id, box, label, held ? all.primary_soft : all.function_key, all.primary_soft, held);
    draw_icon(ui, box.centre(), icon, 28, all.text);
    return touched.tapped;
}

bool repeating(Ui& ui, std::string_view id, Box box, Icon icon, std::string_view label)
{
    const bool tapped = function(ui, id, box, icon, label, false);
    if (!ui.is_down(id)) return tapped && ui.held_seconds() < repeat_after;
    ui.ask_for_another_frame();
    const float now = ui.held_seconds() - repeat_after;
    const float before = now - ui.seconds();
    return now > 0 && (before < 0 || std::floor(now / repeat_every) > std::floor(before / repeat_every));
}

bool word(Ui& ui, std::string_view id, Box box, std::string_view text, std::string_view label)
{
    const Colours& all = ui.colours();
    const Touched touched = key(ui, id, box, label, all.function_key, all.primary_soft);
    draw_centred(ui, box.inset(6, 0), Role::label, all.text, text, Align::centre);
    return touched.tapped;
}

bool layout(Ui& ui, std::string_view id, Box box, std::string_view sample, std::string_view name, bool chosen)
{
    const Colours& all = ui.colours();
    const Touched touched = key(ui, id, box, name, chosen ? all.primary_soft : all.key, all.primary_soft);
    if (chosen) ring(ui, box, all.primary, ui.theme().stroke(Stroke::chosen), radius);
    Box inside = box.inset(16, 0);
    const float wide = text_width(ui, Role::label, name);
    const float most = ui.grown(64);
    // On a narrow screen the name alone says which one it is.
    if (wide + most + 16 <= inside.width)
        draw_centred(ui, inside.take_left(most, 16), Role::name, all.text_soft, sample);
    draw_centred(ui, inside, Role::label, all.text, name);
    return touched.tapped;
}

bool done(Ui& ui, std::string_view id, Box box, std::string_view text)
{
    const Colours& all = ui.colours();
    const Touched touched = key(ui, id, box, text, all.primary, all.primary_press);
    draw_centred(ui, box, Role::button, all.on_primary, text, Align::centre);
    return touched.tapped;
}

bool space(Ui& ui, std::string_view id, Box box, std::string_view text, std::string_view label)
{
    const Colours& all = ui.colours();
    const Touched touched = key(ui, id, box, label, all.key, all.primary_soft);
    // Where the name of the layout does not fit, the bar stays empty, as on paper keyboards.
    if (text_width(ui, Role::small, text) <= box.width - 16)
        draw_centred(ui, box, Role::small, all.text_soft, text, Align::centre);
    return touched.tapped;
}

} // namespace northseal::kiosk::keys
