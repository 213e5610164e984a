#include "kiosk/widgets/field.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

namespace {

constexpr float label_gap = 6;
constexpr float side = 20;
constexpr float lines_padding = 12;

float one_line(const Ui& ui)
{
    return 64 + std::round((ui.theme().grow() - 1) * 32);
}

// A line of the text with the byte at which it begins.
struct Line {
    std::size_t begin;
    std::string_view text;
};

std::vector<Line> lines_of(const Ui& ui, const TextEntry& entry, const FieldLook& look, float width)
{
    if (!look.lines) return {{0, entry.text}};
    std::vector<Line> lines;
    std::size_t at = 0;
    for (const std::string& line : wrap(ui, Role::body, entry.text, width)) {
        const std::size_t found = line.empty() ? at : entry.text.find(line, at);
        const std::size_t begin = found == std::string::npos ? at : found;
        lines.push_back({begin, std::string_view(entry.text).substr(begin, line.size())});
        at = begin + line.size();
    }
    return lines;
}

Role role_of(const FieldLook& look)
{
    return look.lines ? Role::body : Role::name;
}

// The caret stop nearest to a point.
std::size_t stop_at(const Ui& ui, Role role, const Line& line, float x)
{
    std::size_t best = 0;
    float nearest = 1e9F;
    for (const std::size_t stop : caret_stops(std::string(line.text))) {
        const float away = std::abs(text_width(ui, role, line.text.substr(0, stop)) - x);
        if (away < nearest) {
            nearest = away;
            best = stop;
        }
    }
    return line.begin + best;
}

void draw_caret(Ui& ui, Point at, float height)
{
    fill_mark(ui, {at.x + 1, std::floor(at.y), 3, height}, ui.colours().ember_mark);
}

std::size_t caret_line(const std::vector<Line>& lines, std::size_t caret)
{
    std::size_t index = 0;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (lines[line].begin <= caret) index = line;
    }
    return index;
}

// A text longer than its field shows the part around the caret.
float shift_of(const Ui& ui, Role role, const Line& line, std::size_t caret, float width)
{
    const float all = text_width(ui, role, line.text);
    if (all <= width) return 0;
    const float at = text_width(ui, role, line.text.substr(0, std::min(caret, line.text.size())));
    return std::clamp(at - width / 2, 0.0F, all + 6 - width);
}

struct Inside {
    Box words;
    float shift;
    std::vector<Line> lines;
    float first_top;
    float step;
};

Inside inside_of(const Ui& ui, Box words, const TextEntry& entry, const FieldLook& look)
{
    Inside out{words, 0, lines_of(ui, entry, look, words.width), 0, line_height(ui, role_of(look))};
    if (!look.lines) {
        out.first_top = std::floor(words.y + (words.height - out.step) / 2);
        out.shift = look.focused ? shift_of(ui, role_of(look), out.lines[0], entry.caret, words.width) : 0;
    } else {
        // The line with the caret stays in sight.
        const float room = words.height - 2 * lines_padding;
        const auto fits = static_cast<std::size_t>(std::max(1.0F, std::floor(room / out.step)));
        const std::size_t here = look.focused ? caret_line(out.lines, entry.caret) : 0;
        const std::size_t first = here >= fits ? here - fits + 1 : 0;
        out.first_top = words.y + lines_padding - out.step * static_cast<float>(first);
    }
    return out;
}

// On one line, smaller where it must be.
void draw_hint(Ui& ui, const Inside& in, const FieldLook& look)
{
    const Role role = role_of(look);
    if (look.lines) {
        draw_text(ui, {in.words.x, in.first_top, in.words.width, in.words.height}, role,
                  ui.colours().text_soft, look.hint);
        return;
    }
    const Role smaller = fitting(ui, look.hint, in.words.width, {role, Role::row, Role::body, Role::small});
    draw_centred(ui, in.words, smaller, ui.colours().text_soft, look.hint);
}

void draw_inside(Ui& ui, const Inside& in, const TextEntry& entry, const FieldLook& look)
{
    const Role role = role_of(look);
    ui.push_clip(look.lines ? in.words.inset(-4, 4) : in.words.inset(-4, 0));
    ui.registry().add(ScrolledView{ui.clip(), 1e9F, true}); // by its caret
    if (entry.text.empty() && !look.hint.empty() && !look.focused) draw_hint(ui, in, look);
    for (std::size_t index = 0; index < in.lines.size(); ++index) {
        const float top = in.first_top + in.step * static_cast<float>(index);
        draw_line(ui, {in.words.x - in.shift, top}, role, ui.colours().text, in.lines[index].text);
    }
    if (look.focused) {
        const std::size_t here = caret_line(in.lines, entry.caret);
        const Line& line = in.lines[here];
        const std::size_t within = std::min(entry.caret - line.begin, line.text.size());
        const float x = in.words.x - in.shift + text_width(ui, role, line.text.substr(0, within));
        const float height = look.lines ? in.step - 4 : ui.grown(32);
        const float middle = in.first_top + in.step * (static_cast<float>(here) + 0.5F);
        draw_caret(ui, {x, middle - height / 2}, height);
    }
    ui.pop_clip();
}

void draw_ground(Ui& ui, Box box, const FieldLook& look)
{
    const Colours& all = ui.colours();
    fill(ui, box, all.surface, 12);
    if (!look.problem.empty())
        ring(ui, box, all.berry, ui.theme().stroke(Stroke::focus), 12);
    else if (look.focused)
        ring(ui, box, all.primary, ui.theme().stroke(Stroke::focus), 12);
    else
        ring(ui, box, all.edge, ui.theme().stroke(Stroke::control), 12);
}

} // namespace

float field_height(const Ui& ui, float width, const FieldLook& look)
{
    const float label = look.label.empty() ? 0 : line_height(ui, Role::label) + label_gap;
    const float problem =
        look.problem.empty() ? 0 : label_gap + text_height(ui, Role::small, look.problem, width);
    return label + one_line(ui) + problem;
}

FieldTap field(Ui& ui, std::string_view id, Box box, const TextEntry& entry, const FieldLook& look)
{
    const Colours& all = ui.colours();
    if (!look.label.empty())
        draw_text(ui, box.take_top(line_height(ui, Role::label), label_gap), Role::label, all.text_soft,
                  look.label);
    if (!look.problem.empty()) {
        const float height = text_height(ui, Role::small, look.problem, box.width);
        draw_text(ui, box.take_bottom(height, label_gap), Role::small, all.berry, look.problem);
    }
    FieldTap out;
    const Touched touched =
        touch(ui, id, box, {look.label.empty() ? look.hint : look.label, TargetKind::field});
    draw_ground(ui, box, look);
    Box words = box.inset(side, 0);
    if (look.icon != Icon::none) {
        const Box place = words.take_left(icon_size(ui, 28), 14);
        draw_icon(ui, place.centre(), look.icon, 28, all.text_soft);
    }
    if (look.clearable && !entry.text.empty()) {
        const Box place = words.take_right(24, 24);
        const Box cross = Box{place.centre().x - 28, box.y, 56, box.height};
        out.cleared = touch(ui, std::string(id) + "/clear", cross,
                            {look.clear.empty() ? look.hint : look.clear, TargetKind::button})
                          .tapped;
        draw_icon(ui, cross.centre(), Icon::x, 28, all.text_soft);
    }
    if (!look.note.empty()) {
        const Box place = words.take_right(text_width(ui, Role::small, look.note), 16);
        draw_centred(ui, place, Role::small, all.text_soft, look.note);
    }
    const Inside in = inside_of(ui, words, entry, look);
    draw_inside(ui, in, entry, look);
    if (look.focused) ui.take_typing(box);
    if (touched.tapped && !out.cleared) {
        const float row = std::floor((ui.pointer().y - in.first_top) / in.step);
        const auto last = static_cast<float>(in.lines.size() - 1);
        const auto line = static_cast<std::size_t>(std::clamp(row, 0.0F, last));
        out.caret = stop_at(ui, role_of(look), in.lines[line], ui.pointer().x - in.words.x + in.shift);
    }
    return out;
}

} // namespace northseal::kiosk
