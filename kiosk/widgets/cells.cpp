#include "kiosk/widgets/cells.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "kiosk/widgets/touch.h"

namespace northseal::kiosk {

namespace {

constexpr float cell_row_gap = 8;
constexpr float cell_radius = 12;

struct CellPaints {
    Colour ground, ring, label;
    float thickness;
};

CellPaints paints_of(const Ui& ui, const Cell& cell, bool focused)
{
    const Colours& all = ui.colours();
    const float control = ui.theme().stroke(Stroke::control);
    const float heavy = ui.theme().stroke(Stroke::focus);
    const bool contrast = ui.theme().high_contrast();
    if (cell.state == CellState::wrong) return {all.berry_soft, all.berry, all.berry, heavy};
    if (cell.here && focused) return {all.surface, all.primary, all.text_soft, heavy};
    if (cell.state == CellState::done)
        return {all.spruce_soft, contrast ? all.edge : all.spruce_soft, all.spruce, control};
    return {all.sunken, contrast ? all.edge : all.line, all.text_soft, control};
}

void cell_caret(Ui& ui, Point at, float height)
{
    fill_mark(ui, {at.x + 3, std::floor(at.y - height / 2), 3, height}, ui.colours().ember_mark);
}

// The label above, the group below it, large.
void draw_group(Ui& ui, Box box, const Cell& cell, const CellPaints& paints, bool caret)
{
    const bool low = box.height < cell_height(ui, CellShape::group);
    Box inner = box.inset(14, low ? 4 : 10);
    Box top = inner.take_top(line_height(ui, Role::small));
    if (cell.state == CellState::done && !caret) {
        const float size = icon_size(ui, 20);
        draw_icon(ui, top.take_right(size, 4).centre(), Icon::check, 20, paints.label);
    }
    draw_centred(ui, top, Role::small, paints.label, cell.label);
    if (cell.text.empty() && !caret) return;
    const Role role = fitting(ui, cell.text, inner.width - 8, {Role::title, Role::heading, Role::name});
    draw_centred(ui, inner, role, ui.colours().text, cell.text);
    if (caret) cell_caret(ui, {inner.x + text_width(ui, role, cell.text), inner.centre().y}, ui.grown(32));
}

void draw_word(Ui& ui, Box box, const Cell& cell, const CellPaints& paints, bool caret)
{
    Box inner = box.inset(12, 0);
    const float number = std::max(24.0F, text_width(ui, Role::small_strong, "88"));
    draw_centred(ui, inner.take_left(number, 8), Role::small_strong, paints.label, cell.label);
    if (cell.text.empty() && !caret) return;
    // Where colours say little, a sign says it.
    if (ui.theme().high_contrast() && !caret && cell.state != CellState::empty) {
        const Icon sign = cell.state == CellState::done ? Icon::check : Icon::ear;
        draw_icon(ui, inner.take_right(icon_size(ui, 20), 4).centre(), sign, 20, paints.label);
    }
    const Role role = fitting(ui, cell.text, inner.width - 4, {Role::row, Role::body, Role::small});
    draw_centred(ui, inner, role, ui.colours().text, cell.text);
    if (caret) cell_caret(ui, {inner.x + text_width(ui, role, cell.text), inner.centre().y}, ui.grown(28));
}

void draw_cell(Ui& ui, Box box, const Cell& cell, const CellsLook& look)
{
    const CellPaints paints = paints_of(ui, cell, look.focused);
    fill(ui, box, paints.ground, cell_radius);
    ring(ui, box, paints.ring, paints.thickness, cell_radius);
    const bool caret = look.focused && cell.here;
    if (look.shape == CellShape::group)
        draw_group(ui, box, cell, paints, caret);
    else
        draw_word(ui, box, cell, paints, caret);
}

int rows_of(const CellsLook& look)
{
    return (static_cast<int>(look.cells.size()) + look.across - 1) / look.across;
}

} // namespace

float cell_height(const Ui& ui, CellShape shape)
{
    if (shape == CellShape::word) return std::max(56.0F, line_height(ui, Role::row) + 20);
    return line_height(ui, Role::small) + line_height(ui, Role::title) + 20;
}

float cells_height(const Ui& ui, const CellsLook& look)
{
    return static_cast<float>(rows_of(look)) * (cell_height(ui, look.shape) + cell_row_gap) - cell_row_gap;
}

std::optional<std::size_t> cells_field(Ui& ui, std::string_view id, Box box, const CellsLook& look)
{
    std::optional<std::size_t> out;
    const int rows = rows_of(look);
    const float least = look.shape == CellShape::group
                            ? line_height(ui, Role::small) + line_height(ui, Role::heading) + 8
                            : line_height(ui, Role::row) + 12;
    float height = cell_height(ui, look.shape);
    // A cell gives way a little before a row goes out of sight.
    const float even = (box.height + cell_row_gap) / static_cast<float>(std::max(rows, 1)) - cell_row_gap;
    if (even < height && even >= least) height = std::floor(even);
    const int fits = std::clamp(
        static_cast<int>(std::floor((box.height + cell_row_gap) / (height + cell_row_gap))), 1, rows);
    int here = 0;
    for (std::size_t at = 0; at < look.cells.size(); ++at) {
        if (look.cells[at].here) here = static_cast<int>(at) / look.across;
    }
    const int first = std::clamp(here - fits + 1, 0, rows - fits);
    box.height = static_cast<float>(fits) * (height + cell_row_gap) - cell_row_gap;
    const Touched touched = touch(ui, id, box, {look.label, TargetKind::field}, cell_radius);
    const auto places = grid(box, fits * look.across, look.across, height, cell_row_gap);
    const std::size_t begin = static_cast<std::size_t>(first * look.across);
    for (std::size_t at = 0; at < places.size() && begin + at < look.cells.size(); ++at) {
        draw_cell(ui, places[at], look.cells[begin + at], look);
        if (touched.tapped && places[at].contains(ui.pointer())) out = begin + at;
    }
    if (look.focused) ui.take_typing(box);
    if (touched.tapped && !out) out = look.cells.size(); // by key, or between them: at the end
    return out;
}

} // namespace northseal::kiosk
