#include "kiosk/widgets/keyboard.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/keyboard_keys.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "kiosk/widgets/touch.h"

namespace northseal::kiosk {

namespace {

constexpr float height = 412;
constexpr float edge = 12;

struct Board {
    Ui& ui;
    const std::vector<KeyboardLayout>& layouts;
    const KeyboardState& state;
    const TextEntry& entry;
    const KeyboardLook& look;
    const KeyboardLayout& layout;
    KeyboardTap& tap;
};

void type(Board& board, const std::string& text)
{
    board.tap.edits.push_back({Edit::Kind::insert, text});
    if (!board.state.shift) return;
    // Shift holds for one letter.
    KeyboardState next = board.tap.state.value_or(board.state);
    next.shift = false;
    board.tap.state = next;
}

void letter_row(Board& board, Box box, const std::vector<Key>& keys, bool finals)
{
    const std::vector<Box> cells = columns(box, static_cast<int>(keys.size()), keys::gap);
    for (std::size_t index = 0; index < keys.size(); ++index) {
        const Key& key = keys[index];
        const std::string& text = board.state.shift ? key.shifted : key.text;
        const std::vector<std::string>& accents = board.state.shift ? key.shifted_accents : key.accents;
        const std::string typed = keys::letter(board.ui, cells[index], text, accents, finals);
        if (!typed.empty()) type(board, typed);
    }
}

void letters(Board& board, Box box)
{
    const bool signs = board.state.signs && !board.layout.signs.empty();
    const auto& all = signs ? board.layout.signs : board.layout.rows;
    const std::size_t widest = std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
                                   return a.size() < b.size();
                               })->size();
    for (std::size_t index = 0; index < all.size(); ++index) {
        Box row = box.take_top(keys::high, keys::gap);
        const bool last = index + 1 == all.size();
        // The third row begins half a key further in, as on any keyboard with capitals.
        if (board.layout.has_shift && last) {
            const auto count = static_cast<float>(all[index].size());
            const float wished = (box.width + keys::gap) / static_cast<float>(widest + 1) * 1.35F;
            // On a narrow screen the letters keep their 56 px and the keys at the sides give way.
            const float left_over = (box.width - count * (touch_least + keys::gap) - keys::gap) / 2;
            const float side = std::floor(std::max(touch_least, std::min(wished, left_over)));
            const Box left = row.take_left(side, keys::gap);
            const Box right = row.take_right(side, keys::gap);
            if (!signs && keys::function(board.ui, "key/shift", left, Icon::arrow_big_up, board.look.shift,
                                         board.state.shift)) {
                KeyboardState next = board.state;
                next.shift = !next.shift;
                board.tap.state = next;
            }
            if (keys::repeating(board.ui, "key/back", right, Icon::backspace, board.look.backspace))
                board.tap.edits.push_back({Edit::Kind::backspace, {}});
        } else if (index == 2 && board.layout.has_shift) {
            row.take_left(44);
        }
        letter_row(board, row, all[index], last && board.layout.finals_last && !signs);
    }
}

// The letter before the caret turns into its longer form, or back.
void transform(Board& board, const std::vector<std::pair<std::string, std::string>>& pairs)
{
    const std::size_t caret = std::min(board.entry.caret, board.entry.text.size());
    for (const auto& [from, to] : pairs) {
        for (const auto& [before, after] : {std::pair{from, to}, std::pair{to, from}}) {
            const bool ends = caret >= before.size() &&
                              board.entry.text.compare(caret - before.size(), before.size(), before) == 0;
            if (!ends) continue;
            board.tap.edits = {{Edit::Kind::backspace, {}}, {Edit::Kind::insert, after}};
            return;
        }
    }
}

void foot_left(Board& board, Box& row, float width)
{
    Ui& ui = board.ui;
    for (std::size_t index = 0; index < board.layouts.size(); ++index) {
        if (index == board.state.layout) continue;
        const KeyboardLayout& other = board.layouts[index];
        if (keys::word(ui, "key/layout/" + other.id, row.take_left(width, keys::gap), other.switch_label,
                       other.name))
            board.tap.state = KeyboardState{index, false, false};
    }
    if (!board.layout.lengthen.empty() && keys::word(ui, "key/lengthen", row.take_left(width, keys::gap),
                                                     board.look.lengthen, board.look.lengthen))
        transform(board, board.layout.lengthen);
    if (!board.layout.add_w.empty() &&
        keys::word(ui, "key/w", row.take_left(width, keys::gap), board.look.add_w, board.look.add_w))
        transform(board, board.layout.add_w);
}

void foot_right(Board& board, Box& row, float width)
{
    Ui& ui = board.ui;
    const float done = std::max(148.0F, text_width(ui, Role::button, board.look.done) + 48);
    if (keys::done(ui, "key/done", row.take_right(done, keys::gap), board.look.done)) board.tap.done = true;
    if (!board.layout.has_shift) {
        if (keys::repeating(ui, "key/back", row.take_right(width, keys::gap), Icon::backspace,
                            board.look.backspace))
            board.tap.edits.push_back({Edit::Kind::backspace, {}});
        const std::string typed = keys::letter(ui, row.take_right(96, keys::gap), "-", {}, false);
        if (!typed.empty()) type(board, typed);
    }
    if (!board.layout.signs.empty()) {
        const std::string& label = board.state.signs ? board.look.letters : board.look.signs;
        if (keys::word(ui, "key/signs", row.take_right(width, keys::gap), label, label)) {
            KeyboardState next = board.state;
            next.signs = !next.signs;
            next.shift = false;
            board.tap.state = next;
        }
    }
}

void foot(Board& board, Box row)
{
    const float width = std::round(std::min(126.0F, (row.width - 300) / 6));
    foot_left(board, row, width);
    foot_right(board, row, width);
    if (keys::space(board.ui, "key/space", row, board.layout.name, board.look.space)) type(board, " ");
}

} // namespace

float keyboard_height(const Ui&)
{
    return height;
}

KeyboardTap keyboard(Ui& ui, const std::vector<KeyboardLayout>& layouts, const KeyboardState& state,
                     const TextEntry& entry, const KeyboardLook& look)
{
    KeyboardTap tap;
    if (layouts.empty()) return tap;
    const KeyboardLayout& layout = layouts[std::min(state.layout, layouts.size() - 1)];
    Box all = ui.screen();
    all = all.take_bottom(height);
    ui.open_layer(all);
    fill(ui, all, ui.colours().keyboard);
    if (ui.theme().high_contrast()) fill(ui, {all.x, all.y, all.width, 3}, ui.colours().edge);
    Box inside = all.inset(edge, edge);
    Board board{ui, layouts, state, entry, look, layout, tap};
    const bool signs = state.signs && !layout.signs.empty();
    const std::size_t count = signs ? layout.signs.size() : layout.rows.size();
    letters(board,
            inside.take_top(keys::high * static_cast<float>(count) + keys::gap * static_cast<float>(count)));
    foot(board, inside.take_top(keys::high));
    if (!look.hint.empty() && inside.height >= line_height(ui, Role::small))
        draw_text(ui, inside.moved(0, 8), Role::small, ui.colours().text_soft, look.hint, Align::centre);
    ui.close_layer();
    return tap;
}

} // namespace northseal::kiosk
