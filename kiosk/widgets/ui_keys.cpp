// What the keys do: a keyboard of the desk, or the four keys of self-voicing. As with a finger, they find
// what the frame before showed.

#include <algorithm>

#include "kiosk/widgets/focus.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

namespace {

constexpr float ring_gap = 7; // 3 free, then 4 of ring
constexpr float ring_width = 4;
constexpr float sight_margin = 16;

} // namespace

bool Ui::has_focus(std::string_view id) const
{
    return m_focus_shown && !m_focus.empty() && m_focus == id;
}

bool Ui::was_opened(std::string_view id) const
{
    return !m_opened.empty() && m_opened == id;
}

void Ui::focus_on(const std::string& id)
{
    m_focus = id;
    m_focus_shown = true;
    const std::vector<Stop> stops = focus_stops(m_now, m_reading);
    for (std::size_t at = 0; at < stops.size(); ++at) {
        if (stops[at].id != id) continue;
        m_focus_at = at;
        bring_into_sight(stops[at], m_top);
    }
}

void Ui::show_ring(Box box, float radius)
{
    const Box clip = m_clips.back().inset(-ring_gap);
    m_later.push_back([this, box, radius, clip] {
        push_clip(clip);
        ring(*this, box.inset(-ring_gap), colours().focus, ring_width, radius + ring_gap);
        pop_clip();
    });
}

// Words have no widget that would draw their ring.
void Ui::ring_words()
{
    if (!m_focus_shown || !m_focus.starts_with("words/")) return;
    for (const Stop& stop : focus_stops(m_now, m_reading)) {
        if (stop.id == m_focus) show_ring(stop.whole.inset(-4, -2), 8);
    }
}

void Ui::follow_keys()
{
    m_moved.reset();
    m_asked_to_read = m_input.pad && !m_reading;
    if (m_asked_to_read) return; // the first press only wakes the voice
    for (const FocusMove move : m_input.moves) {
        const bool sideways = move == FocusMove::left || move == FocusMove::right;
        if (sideways && m_typing_before && !(m_reading && is_keyboard_open(m_before))) continue;
        m_moved = move;
        if (move == FocusMove::choose)
            choose_focused();
        else if (move == FocusMove::back)
            go_back();
        else if (move == FocusMove::more)
            m_opened = m_focus_shown ? m_focus : std::string();
        else if (move != FocusMove::again)
            move_focus(move);
    }
}

void Ui::choose_focused()
{
    // While a field is open, Enter and the space bar belong to it unless the ring says otherwise.
    const Target* target = m_before.find(m_focus);
    if (!m_focus_shown || target == nullptr) return;
    if (target->enabled) m_tapped = m_focus;
    std::erase_if(m_edits, [](const Edit& edit) {
        return edit.kind == Edit::Kind::enter || (edit.kind == Edit::Kind::insert && edit.text == " ");
    });
}

void Ui::go_back()
{
    const std::string way = way_back(m_before);
    if (!way.empty()) m_tapped = way;
}

void Ui::move_focus(FocusMove move)
{
    const std::vector<Stop> stops = focus_stops(m_before, m_reading);
    if (stops.empty()) return;
    const auto count = static_cast<int>(stops.size());
    int here = -1;
    for (int index = 0; index < count; ++index) {
        if (stops[static_cast<std::size_t>(index)].id == m_focus) here = index;
    }
    const bool back = move == FocusMove::previous || move == FocusMove::up || move == FocusMove::left;
    int next = back ? here - 1 : here + 1;
    if (here < 0) next = back ? count - 1 : 0;
    m_focus_at = static_cast<std::size_t>((next + count) % count);
    const Stop& stop = stops[m_focus_at];
    m_focus = stop.id;
    m_focus_shown = true;
    bring_into_sight(stop, m_top);
}

// What had the focus may be gone, or closed: whoever listens must not have to look for it.
void Ui::keep_focus()
{
    if (!m_reading || !m_focus_shown) return;
    const std::vector<Stop> stops = focus_stops(m_now, m_reading);
    if (stops.empty()) return;
    for (std::size_t at = 0; at < stops.size(); ++at) {
        if (stops[at].id != m_focus) continue;
        m_focus_at = at;
        return;
    }
    m_focus_at = std::min(m_focus_at, stops.size() - 1);
    m_focus = stops[m_focus_at].id;
    bring_into_sight(stops[m_focus_at], 0);
}

void Ui::bring_into_sight(const Stop& stop, float down)
{
    if (stop.in_sight) return;
    const Box whole = stop.whole.moved(0, -down);
    for (auto& [id, state] : m_scrolls) {
        const bool inside = whole.x >= state.view.x - 1 && whole.right() <= state.view.right() + 1;
        if (!inside || state.layer != stop.layer) continue;
        if (whole.y < state.view.y)
            state.offset -= state.view.y - whole.y + sight_margin;
        else if (whole.bottom() > state.view.bottom())
            state.offset += std::min(whole.bottom() - state.view.bottom() + sight_margin,
                                     std::max(0.0F, whole.y - state.view.y - sight_margin));
        state.offset = std::max(0.0F, state.offset);
        m_moving = true;
    }
}

} // namespace northseal::kiosk
