#include "kiosk/widgets/rubric.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

namespace {

constexpr float narrow_most = 300; // a card wider than this is laid out low and wide

void draw_level_ground(Ui& ui, Box box, const LevelLook& look, const Touched& touched)
{
    const Colours& all = ui.colours();
    shadow(ui, box, Elevation::card);
    fill(ui, box, blend(all.surface, all.primary_soft, std::max(touched.chosen, touched.press)), card_radius);
    if (look.chosen)
        ring(ui, box, ui.theme().high_contrast() ? all.edge : all.primary, ui.theme().stroke(Stroke::chosen),
             card_radius);
    else
        ring(ui, box, ui.theme().high_contrast() ? all.edge : all.line, ui.theme().stroke(Stroke::control),
             card_radius);
}

void draw_check(Ui& ui, Point centre, float radius)
{
    disc(ui, centre, radius, ui.colours().primary);
    draw_icon(ui, centre, Icon::check, 24, ui.colours().on_primary);
}

void draw_standard(Ui& ui, Point at, float width, const LevelLook& look)
{
    const float line = line_height(ui, Role::small);
    draw_icon(ui, {at.x + 10, at.y + line / 2}, Icon::certificate, 24, ui.colours().spruce);
    draw_text(ui, {at.x + 26, at.y, width - 26, line}, Role::small, ui.colours().spruce, look.standard);
}

void draw_narrow(Ui& ui, Box box, const LevelLook& look)
{
    const Colours& all = ui.colours();
    meter(ui, {box.x + 20, box.y + 31, 96, 12}, look.number, look.of);
    if (look.chosen) draw_check(ui, {box.right() - 34, box.y + 36}, 17);
    const float width = box.width - 38;
    float y = box.y + 63;
    y += draw_text(ui, {box.x + 20, y, width, text_height(ui, Role::task, look.name, width)}, Role::task,
                   all.text, look.name);
    y += 4;
    const float foot = look.meets_standard ? 44.0F : 12.0F;
    draw_text(ui, {box.x + 20, y, width, box.bottom() - foot - y}, Role::body,
              look.chosen ? all.text : all.text_soft, look.words);
    if (look.meets_standard) draw_standard(ui, {box.x + 20, box.bottom() - 41}, width, look);
}

void draw_wide(Ui& ui, Box box, const LevelLook& look)
{
    const Colours& all = ui.colours();
    const float padding = 24;
    const float bars = 112;
    const float name_width = box.width - 2 * padding - bars - 64;
    const float name = text_height(ui, Role::task, look.name, name_width);
    const float middle = box.y + 19 + line_height(ui, Role::task) / 2;
    draw_text(ui, {box.x + padding, box.y + 19, name_width, name}, Role::task, all.text, look.name);
    meter(ui, {box.right() - padding - bars, std::floor(middle - 9), bars, 18}, look.number, look.of);
    if (look.chosen) draw_check(ui, {box.right() - padding - bars - 38, std::floor(middle)}, 22);
    const float width = box.width - 2 * padding;
    const float y = box.y + 19 + name + 12;
    const float foot = look.meets_standard && !look.standard.empty() ? line_height(ui, Role::small) + 14 : 12;
    draw_text(ui, {box.x + padding, y, width, box.bottom() - foot - y}, Role::body,
              look.chosen ? all.text : all.text_soft, look.words);
    if (look.meets_standard && !look.standard.empty())
        draw_standard(ui, {box.x + padding, box.bottom() - foot + 2}, width, look);
}

void draw_outcome_disc(Ui& ui, Point centre, float radius, std::size_t index, const OutcomeLook& look)
{
    const Colours& all = ui.colours();
    const Box box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    const std::string number = std::to_string(index + 1);
    ui.registry().be_silent(true); // a voice gives each its place by itself
    if (look.here) {
        disc(ui, centre, radius, all.primary);
        draw_centred(ui, box, Role::label, all.on_primary, number, Align::centre);
    } else if (look.bars > 0) {
        disc(ui, centre, radius, all.spruce_soft);
        if (ui.theme().high_contrast()) circle(ui, centre, radius, all.edge, 3);
        draw_icon(ui, centre, Icon::check, 24, all.spruce);
    } else {
        fill(ui, box, all.surface, radius);
        circle(ui, centre, radius, all.edge, ui.theme().stroke(Stroke::control));
        draw_centred(ui, box, Role::label, all.text_soft, number, Align::centre);
    }
    ui.registry().be_silent(false);
}

} // namespace

bool level_name_fits(const Ui& ui, float width, const LevelLook& look)
{
    return width <= narrow_most || widest_word(ui, Role::task, look.name) <= width - 224;
}

float level_card_height(const Ui& ui, float width, const LevelLook& look)
{
    if (width <= narrow_most || look.stacked) {
        const float words = text_height(ui, Role::task, look.name, width - 38) + 4 +
                            text_height(ui, Role::body, look.words, width - 38);
        const float least = width <= narrow_most ? 280.0F : 0.0F;
        return std::max(least, 63 + words + (look.meets_standard ? 52.0F : 16.0F));
    }
    const float words = text_height(ui, Role::task, look.name, width - 224) + 12 +
                        text_height(ui, Role::body, look.words, width - 48);
    return 19 + words +
           (look.meets_standard && !look.standard.empty() ? line_height(ui, Role::small) + 14 : 16);
}

bool level_card(Ui& ui, std::string_view id, Box box, const LevelLook& look)
{
    const Touched touched =
        touch(ui, id, box, {look.name, TargetKind::choice, look.enabled, look.chosen, {}}, card_radius);
    draw_level_ground(ui, box, look, touched);
    if (box.width <= narrow_most || look.stacked)
        draw_narrow(ui, box, look);
    else
        draw_wide(ui, box, look);
    return touched.tapped;
}

namespace {

Role outcome_role(const OutcomeLook& look)
{
    if (look.small) return look.here ? Role::small_strong : Role::small;
    return look.here ? Role::body_strong : Role::body;
}

} // namespace

float outcome_height(const Ui& ui, float width, const OutcomeLook& look)
{
    const float room = width - 70 - 12;
    const Role role = outcome_role(look);
    return std::max(look.small ? 72.0F : 84.0F,
                    text_height(ui, role, look.name, room) + line_height(ui, Role::small) + 10);
}

int outcome_list(Ui& ui, std::string_view id, Box box, const std::vector<OutcomeLook>& outcomes)
{
    const Colours& all = ui.colours();
    int tapped = -1;
    float y = box.y;
    for (std::size_t index = 0; index < outcomes.size(); ++index) {
        const OutcomeLook& look = outcomes[index];
        const Box place{box.x, y, box.width, outcome_height(ui, box.width, look)};
        y += place.height + 8;
        const Touched touched = touch(ui, std::string(id) + "/" + std::to_string(index), place,
                                      {look.name, TargetKind::place, true, look.here, {}});
        if (touched.tapped) tapped = static_cast<int>(index);
        const float lit = std::max(touched.chosen, touched.press);
        if (lit > 0) fill(ui, place, blend(0, all.primary_soft, lit), 12);
        draw_outcome_disc(ui, {place.x + 36, std::floor(place.centre().y)}, 20, index, look);
        const Role role = outcome_role(look);
        const float room = place.width - 82;
        const float name = text_height(ui, role, look.name, room);
        const float below = line_height(ui, Role::small);
        const float top = std::floor(place.y + (place.height - name - below) / 2);
        draw_text(ui, {place.x + 70, top, room, name}, role, all.text, look.name);
        float x = place.x + 70;
        if (look.bars > 0) {
            meter(ui, {x, std::floor(top + name + below / 2 - 3), 60, 7}, look.bars, look.of);
            x += 70;
        }
        draw_text(ui, {x, top + name, place.right() - 8 - x, below}, Role::small, all.text_soft, look.level);
    }
    return tapped;
}

int outcome_discs(Ui& ui, std::string_view id, Point right_top, const std::vector<OutcomeLook>& outcomes)
{
    int tapped = -1;
    const float step = 66;
    const float left = right_top.x - step * static_cast<float>(outcomes.size()) + 10;
    for (std::size_t index = 0; index < outcomes.size(); ++index) {
        const Box place{left + step * static_cast<float>(index), right_top.y, 56, 56};
        const Touched touched =
            touch(ui, std::string(id) + "/" + std::to_string(index), place,
                  {outcomes[index].name, TargetKind::place, true, outcomes[index].here, {}}, 28);
        if (touched.tapped) tapped = static_cast<int>(index);
        draw_outcome_disc(ui, place.centre(), 28, index, outcomes[index]);
    }
    return tapped;
}

bool matrix_cell(Ui& ui, std::string_view id, Box box, const CellLook& look)
{
    const Touched touched =
        touch(ui, id, box, {look.label, TargetKind::choice, look.enabled, look.chosen, look.why_not}, 10);
    const Colours& all = ui.colours();
    fill(ui, box, blend(blend(all.sunken, all.primary_soft, touched.press), all.primary, touched.chosen), 10);
    if (!look.chosen) {
        ring(ui, box, all.line, ui.theme().stroke(Stroke::control), 10);
        meter(ui, box.at_centre(64, 9), look.number, look.of,
              ui.theme().high_contrast() ? all.edge : with_alpha(all.edge, 0.6F));
        return touched.tapped;
    }
    // Mark and word together in the middle; where the cell is narrow, the mark alone is enough.
    const float word = text_width(ui, Role::label, look.level);
    const bool fits = word + 34 <= box.width - 16;
    const float left = box.x + (box.width - (fits ? word + 34 : 24)) / 2;
    draw_icon(ui, {left + 12, box.centre().y}, Icon::check, 24, all.on_primary);
    if (fits)
        draw_centred(ui, {left + 34, box.y, word + 2, box.height}, Role::label, all.on_primary, look.level);
    return touched.tapped;
}

} // namespace northseal::kiosk
