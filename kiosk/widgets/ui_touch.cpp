// What the finger and the keys do. Targets are found in what the frame before showed, since that is what the
// person saw when touching.

#include "kiosk/widgets/ui.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/scan.h"

namespace northseal::kiosk {

namespace {

constexpr float drag_begins = 12; // px: less is a finger that rolls
constexpr float lift_slack = 12;  // px around a target in which lifting still counts
constexpr float coast_half_life = 0.12F;
constexpr float coast_stops = 20; // px a second

} // namespace

bool Ui::is_down(std::string_view id) const
{
    return !m_down.empty() && m_down == id && m_touching;
}

bool Ui::was_tapped(std::string_view id) const
{
    return !m_tapped.empty() && m_tapped == id;
}

bool Ui::was_lifted(std::string_view id) const
{
    return !m_lifted.empty() && m_lifted == id;
}

bool Ui::has_focus(std::string_view id) const
{
    return m_focus_shown && !m_focus.empty() && m_focus == id;
}

void Ui::follow_pointer()
{
    const bool was_touching = m_touching;
    m_touching = m_input.touching;
    if (m_touching && !was_touching)
        start_press();
    else if (m_touching)
        drag();
    else if (was_touching)
        finish_press();
    if (m_touching) m_held += m_input.seconds;
    m_last_pointer = m_input.pointer;
    if (m_input.wheel != 0) {
        for (auto& [id, state] : m_scrolls) {
            if (state.view.contains(m_input.pointer)) state.offset -= m_input.wheel * 72;
        }
    }
    for (auto& [id, state] : m_scrolls) {
        coast(state);
        if (state.speed != 0) m_moving = true;
    }
}

void Ui::start_press()
{
    m_pressed_at = m_input.pointer;
    m_held = 0;
    m_dragging = false;
    m_focus_shown = false;
    const Target* target = m_before.at(m_input.pointer);
    m_down = target != nullptr && target->enabled ? target->id : std::string{};
    m_dragged_scroll.clear();
    const int lowest = m_before.layer_at(m_input.pointer);
    for (auto& [id, state] : m_scrolls) {
        if (!state.view.contains(m_input.pointer) || state.layer < lowest) continue;
        m_dragged_scroll = id;
        // A finger on a list that coasts stops it, and taps nothing.
        if (state.speed != 0) m_down.clear();
        state.speed = 0;
    }
}

void Ui::drag()
{
    if (m_dragged_scroll.empty()) return;
    const float moved = m_input.pointer.y - m_pressed_at.y;
    if (!m_dragging && std::abs(moved) < drag_begins) return;
    m_dragging = true;
    m_down.clear();
    const auto found = m_scrolls.find(m_dragged_scroll);
    if (found == m_scrolls.end()) return;
    ScrollState& state = found->second;
    const float step = m_last_pointer.y - m_input.pointer.y;
    const float most = std::max(0.0F, state.content - state.view.height);
    state.offset = std::clamp(state.offset + step, 0.0F, most);
    // Half of the older speed: one late event must not throw the list.
    const float speed = step / std::max(0.001F, m_input.seconds);
    m_drag_speed = 0.5F * m_drag_speed + 0.5F * speed;
}

void Ui::finish_press()
{
    if (m_dragging) {
        const auto found = m_scrolls.find(m_dragged_scroll);
        if (found != m_scrolls.end()) found->second.speed = m_drag_speed;
    } else if (!m_down.empty()) {
        const Target* target = m_before.find(m_down);
        if (target != nullptr && target->enabled && target->box.inset(-lift_slack).contains(m_last_pointer))
            m_tapped = m_down;
        m_lifted = m_down;
    }
    m_down.clear();
    m_dragging = false;
    m_drag_speed = 0;
}

void Ui::coast(ScrollState& state) const
{
    if (state.speed == 0 || m_touching) return;
    const float most = std::max(0.0F, state.content - state.view.height);
    const float wanted = state.offset + state.speed * m_input.seconds;
    state.offset = std::clamp(wanted, 0.0F, most);
    state.speed *= std::exp2(-m_input.seconds / coast_half_life);
    if (std::abs(state.speed) < coast_stops || state.offset != wanted) state.speed = 0;
}

void Ui::follow_keys()
{
    for (const FocusMove move : m_input.moves) {
        const bool sideways = move == FocusMove::left || move == FocusMove::right;
        if (move == FocusMove::choose) {
            // While a field is open, Enter and the space bar belong to it unless the ring says otherwise.
            if (!m_focus_shown || m_before.find(m_focus) == nullptr) continue;
            m_tapped = m_focus;
            std::erase_if(m_edits, [](const Edit& edit) {
                return edit.kind == Edit::Kind::enter ||
                       (edit.kind == Edit::Kind::insert && edit.text == " ");
            });
        } else if (!sideways || !m_typing_before) {
            move_focus(move);
        }
    }
}

void Ui::follow_scanner()
{
    m_scanned = m_input.scanned;
    // A number from a barcode, with the caret in a field: the person wants it there.
    if (!m_scanned || !m_typing_before || is_slip_address(*m_scanned)) return;
    m_edits.push_back({Edit::Kind::insert, *m_scanned});
    m_edits.push_back({Edit::Kind::enter, {}});
    m_scanned.reset();
}

void Ui::move_focus(FocusMove move)
{
    const int top = m_before.top_layer();
    std::vector<const Target*> order;
    for (const Target& target : m_before.targets()) {
        if (target.enabled && target.layer >= top && target.kind != TargetKind::key) order.push_back(&target);
    }
    if (order.empty()) return;
    const auto count = static_cast<int>(order.size());
    int here = -1;
    for (int index = 0; index < count; ++index) {
        if (order[static_cast<std::size_t>(index)]->id == m_focus) here = index;
    }
    const bool back = move == FocusMove::previous || move == FocusMove::up || move == FocusMove::left;
    int next = back ? here - 1 : here + 1;
    if (here < 0) next = back ? count - 1 : 0;
    const Target& target = *order[static_cast<std::size_t>((next + count) % count)];
    m_focus = target.id;
    m_focus_shown = true;
    // What the ring goes to comes into sight.
    for (auto& [id, state] : m_scrolls) {
        const bool inside = target.whole.x >= state.view.x && target.whole.right() <= state.view.right();
        if (!inside || target.box.height >= target.whole.height || state.layer != target.layer) continue;
        if (target.whole.y < state.view.y)
            state.offset -= state.view.y - target.whole.y + 16;
        else
            state.offset += target.whole.bottom() - state.view.bottom() + 16;
        state.offset = std::max(0.0F, state.offset);
        m_moving = true;
    }
}

} // namespace northseal::kiosk
