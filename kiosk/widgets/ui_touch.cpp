// What the finger does; ui_keys.cpp has the keys. Targets are found in what the frame before showed, since
// that is what the person saw when touching.

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
            if (!state.view.contains(m_input.pointer)) continue;
            const float most = std::max(0.0F, state.content - state.view.height);
            state.offset = std::clamp(state.offset - m_input.wheel * 72, 0.0F, most);
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
    const Target* target = m_before.at(m_finger);
    m_down = target != nullptr && target->enabled ? target->id : std::string{};
    m_dragged_scroll.clear();
    const int lowest = m_before.layer_at(m_finger);
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
        const Point lifted{m_last_pointer.x, m_last_pointer.y + m_top};
        if (target != nullptr && target->enabled && target->box.inset(-lift_slack).contains(lifted))
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

void Ui::follow_scanner()
{
    m_scanned = m_input.scanned;
    // A number from a barcode, with the caret in a field: the person wants it there.
    if (!m_scanned || !m_typing_before || is_slip_address(*m_scanned)) return;
    m_edits.push_back({Edit::Kind::insert, *m_scanned});
    m_edits.push_back({Edit::Kind::enter, {}});
    m_scanned.reset();
}

} // namespace northseal::kiosk
