#include "kiosk/widgets/keyboard.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/keyboard_keys.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "kiosk/widgets/touch.h"
#include "storage/base/text.h"

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

KeyboardState leading_to(const Board& board, const KeyboardLayout& other)
{
    return {other.id, board.layout.id, false, false, false, {}};
}

// The layout that one key leads to: the one used before, or else a partner in the Roman alphabet.
const KeyboardLayout* beside(const Board& board)
{
    const KeyboardLayout* found = nullptr;
    for (const KeyboardLayout& each : board.layouts) {
        if (each.id == board.layout.id) continue;
        if (each.id == board.state.before) return &each;
        const bool wanted = each.language == board.look.language;
        if (!each.language.empty() && (found == nullptr || wanted)) found = &each;
    }
    return found;
}

void type(Board& board, const std::string& text)
{
    board.tap.edits.push_back({Edit::Kind::insert, text});
    if (!board.state.shift && board.state.opened.empty()) return;
    // Shift holds for one letter, and so do the accents of one.
    KeyboardState next = board.tap.state.value_or(board.state);
    next.shift = false;
    next.opened.clear();
    board.tap.state = next;
}

void letter_row(Board& board, Box box, const std::vector<Key>& keys)
{
    const std::vector<Box> cells = columns(box, static_cast<int>(keys.size()), keys::gap);
    for (std::size_t index = 0; index < keys.size(); ++index) {
        const Key& key = keys[index];
        const std::string& text = board.state.shift ? key.shifted : key.text;
        const std::vector<std::string>& accents = board.state.shift ? key.shifted_accents : key.accents;
        const std::string typed = keys::letter(board.ui, cells[index], text, accents, key.raised);
        if (!typed.empty()) type(board, typed);
        if (!accents.empty() && board.ui.was_opened("key/" + text)) {
            board.tap.state = board.state;
            board.tap.state->opened = text;
        }
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
        letter_row(board, row, all[index]);
    }
}

// The letter before the caret turns into its longer form, or back.
void transform(Board& board, const std::vector<std::pair<std::string, std::string>>& pairs)
{
    const std::size_t caret = std::min(board.entry.caret, board.entry.text.size());
    const auto ends_in = [&](const std::string& letters) {
        return caret >= letters.size() &&
               board.entry.text.compare(caret - letters.size(), letters.size(), letters) == 0;
    };
    const auto replace = [&](const std::string& letters, const std::string& by) {
        // A dot that stands as a letter of its own goes with the letter it belongs to.
        board.tap.edits.assign(count_code_points(letters), {Edit::Kind::backspace, {}});
        board.tap.edits.push_back({Edit::Kind::insert, by});
    };
    for (const auto& [from, to] : pairs) {
        if (ends_in(to)) return replace(to, from);
    }
    for (const auto& [from, to] : pairs) {
        if (ends_in(from)) return replace(from, to);
    }
}

void foot_left(Board& board, Box& row, float width)
{
    Ui& ui = board.ui;
    if (board.layouts.size() > 2 && keys::function(ui, "key/layouts", row.take_left(width * 0.75F, keys::gap),
                                                   Icon::world, board.look.layouts, false)) {
        KeyboardState next = board.state;
        next.choosing = true;
        board.tap.state = next;
    }
    if (const KeyboardLayout* other = beside(board)) {
        if (keys::word(ui, "key/layout/" + other->id, row.take_left(width, keys::gap), other->switch_label,
                       other->name(board.look.language)))
            board.tap.state = leading_to(board, *other);
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
        const std::string typed =
            keys::letter(ui, row.take_right(width, keys::gap), "-", board.layout.hyphen_accents, false);
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
    if (keys::space(board.ui, "key/space", row, board.layout.name(board.look.language), board.look.space))
        type(board, " ");
}

// Below what stands in place of the keys for a while: the way back to them, and Done.
void foot_of_page(Board& board, const char* back, Box row)
{
    Ui& ui = board.ui;
    const float done = std::max(148.0F, text_width(ui, Role::button, board.look.done) + 48);
    if (keys::done(ui, "key/done", row.take_right(done, keys::gap), board.look.done)) board.tap.done = true;
    if (!keys::function(ui, back, row.take_left(126, keys::gap), Icon::keyboard, board.look.close, true))
        return;
    board.tap.state = board.state;
    board.tap.state->choosing = false;
    board.tap.state->opened.clear();
}

// All layouts, in two columns.
void list(Board& board, Box box)
{
    Ui& ui = board.ui;
    foot_of_page(board, "key/layouts", box.take_bottom(keys::high));
    const auto cells = grid(box, static_cast<int>(board.layouts.size()), 2, keys::high, keys::gap);
    for (std::size_t index = 0; index < board.layouts.size() && index < cells.size(); ++index) {
        const KeyboardLayout& each = board.layouts[index];
        const bool here = each.id == board.layout.id;
        if (!keys::layout(ui, "key/layout/" + each.id, cells[index], each.switch_label,
                          each.name(board.look.language), here))
            continue;
        board.tap.state = leading_to(board, each);
        if (here) board.tap.state->before = board.state.before;
    }
}

// Of the letter that was opened by a key; none where this layout, or its page, has no such letter.
const std::vector<std::string>* opened_accents(const Board& board)
{
    for (const std::vector<Key>& row : board.layout.rows) {
        for (const Key& key : row) {
            if (key.text == board.state.opened) return &key.accents;
            if (key.shifted == board.state.opened) return &key.shifted_accents;
        }
    }
    return nullptr;
}

// The accents of one letter in place of the keys: a focus that goes from key to key cannot slide.
void accents(Board& board, Box box, const std::vector<std::string>& letters)
{
    Ui& ui = board.ui;
    foot_of_page(board, "key/letters", box.take_bottom(keys::high));
    const auto across =
        std::clamp(static_cast<int>((box.width + keys::gap) / (touch_least * 1.5F + keys::gap)), 1,
                   static_cast<int>(std::max<std::size_t>(letters.size(), 6)));
    const auto cells = grid(box, static_cast<int>(letters.size()), across, keys::high, keys::gap);
    for (std::size_t index = 0; index < letters.size(); ++index) {
        const std::string typed = keys::letter(ui, cells[index], letters[index], {}, false);
        if (!typed.empty()) type(board, typed);
    }
}

} // namespace

std::size_t layout_in_use(const std::vector<KeyboardLayout>& layouts, const KeyboardState& state,
                          const std::string& language)
{
    for (std::size_t index = 0; index < layouts.size(); ++index) {
        if (!state.layout.empty() && layouts[index].id == state.layout) return index;
    }
    for (std::size_t index = 0; index < layouts.size(); ++index) {
        if (!layouts[index].language.empty() && layouts[index].language == language) return index;
    }
    return 0;
}

float keyboard_height(const Ui&)
{
    return height;
}

KeyboardTap keyboard(Ui& ui, const std::vector<KeyboardLayout>& layouts, const KeyboardState& state,
                     const TextEntry& entry, const KeyboardLook& look)
{
    KeyboardTap tap;
    if (layouts.empty()) return tap;
    const KeyboardLayout& layout = layouts[layout_in_use(layouts, state, look.language)];
    Box all = ui.screen();
    all = all.take_bottom(height);
    ui.open_layer(all);
    ui.edges().foot = all.height;
    fill(ui, all, ui.colours().keyboard);
    if (ui.theme().high_contrast()) fill(ui, {all.x, all.y, all.width, 3}, ui.colours().edge);
    Box inside = all.inset(edge, edge);
    Board board{ui, layouts, state, entry, look, layout, tap};
    if (state.choosing) {
        list(board, inside);
        ui.close_layer();
        return tap;
    }
    if (const auto* of_letter = state.opened.empty() ? nullptr : opened_accents(board)) {
        accents(board, inside, *of_letter);
        ui.close_layer();
        return tap;
    }
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
