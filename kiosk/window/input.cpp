#include "kiosk/window/input.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

#include "kiosk/widgets/scan.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t steps_most = 4096; // a screen that is stuck must not fill the memory
constexpr std::size_t held_most = 4096;  // the largest QR code holds 2953 bytes
constexpr double pause = 0.05;           // seconds: after so long without a key, a scanner has ended
constexpr double pace = 0.035;           // seconds a key, on average: people need twice as long
constexpr std::size_t scan_least = 8;    // fewer keys may be a word that fingers know by heart

bool is_modifier(int key)
{
    return (key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER) ||
           (key >= GLFW_KEY_CAPS_LOCK && key <= GLFW_KEY_NUM_LOCK);
}

// A key that makes a letter, on some layout at least. GLFW has no name for those of unusual boards.
bool makes_letter(int key)
{
    return key == GLFW_KEY_UNKNOWN || key <= GLFW_KEY_WORLD_2 ||
           (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_ADD) || key == GLFW_KEY_KP_EQUAL;
}

// The four keys of self-voicing, as small pads send them: F1 to F4, or F13 to F16. Escape is the fourth on a
// keyboard of the desk, whose arrows, Tab and Enter are the others. A key with a second meaning has it when
// it is held, and its first when it is let go.
struct FourKey {
    int key;
    FocusMove move;
    FocusMove held;
    bool pad; // pressing it asks for a voice
};
constexpr FourKey four_keys[] = {
    {GLFW_KEY_F1, FocusMove::previous, FocusMove::previous, true},
    {GLFW_KEY_F2, FocusMove::next, FocusMove::next, true},
    {GLFW_KEY_F3, FocusMove::choose, FocusMove::more, true},
    {GLFW_KEY_F4, FocusMove::back, FocusMove::again, true},
    {GLFW_KEY_F13, FocusMove::previous, FocusMove::previous, true},
    {GLFW_KEY_F14, FocusMove::next, FocusMove::next, true},
    {GLFW_KEY_F15, FocusMove::choose, FocusMove::more, true},
    {GLFW_KEY_F16, FocusMove::back, FocusMove::again, true},
    {GLFW_KEY_ESCAPE, FocusMove::back, FocusMove::again, false},
};

} // namespace

void Input::pointer_moved(Point at)
{
    m_pointer = at;
    if (m_steps.size() < steps_most) m_steps.push_back({at, m_down});
}

void Input::pressed(bool down)
{
    m_down = down;
    m_steps.push_back({m_pointer, down});
}

void Input::letter(unsigned code_point, double now)
{
    Edit edit;
    append_utf8(edit.text, static_cast<char32_t>(code_point));
    // A key held down makes letters again and again: those are nobody's scan.
    if (m_held.empty() || now - m_held_last > pause) {
        let_go();
        m_edits.push_back(std::move(edit));
        return;
    }
    m_held.back().stroke.typed += edit.text;
    m_held.back().edits.push_back(std::move(edit));
}

void Input::key(int key, int action, int modifiers, double now)
{
    if (key == GLFW_KEY_RIGHT_ALT) m_level3 = action != GLFW_RELEASE;
    if (follow_four_keys(key, action)) return let_go();
    if (action == GLFW_RELEASE || is_modifier(key)) return;
    if (!m_held.empty() && now - m_held_last > pause) let_go();
    if (action == GLFW_PRESS && makes_letter(key)) return hold(key, modifiers, now);
    const bool enter = key == GLFW_KEY_ENTER || key == GLFW_KEY_KP_ENTER;
    if (action == GLFW_PRESS && (enter || key == GLFW_KEY_TAB) && take_scan(enter)) return;
    let_go();
    act(key, modifiers);
}

void Input::hold(int key, int modifiers, double now)
{
    if (m_held.size() >= held_most) let_go();
    if (m_held.empty()) m_held_first = now;
    m_held_last = now;
    Held held;
    held.stroke.key = key;
    held.stroke.shift = (modifiers & GLFW_MOD_SHIFT) != 0;
    held.stroke.level3 = m_level3;
    // The space itself comes as a letter.
    if (key == GLFW_KEY_SPACE) held.moves.push_back(FocusMove::choose);
    m_held.push_back(std::move(held));
}

bool Input::take_scan(bool enter)
{
    const double spent = m_held_last - m_held_first;
    if (m_held.size() < scan_least || spent > pace * static_cast<double>(m_held.size() - 1)) return false;
    std::vector<KeyStroke> strokes;
    for (const Held& held : m_held) strokes.push_back(held.stroke);
    std::string text = read_scan(strokes);
    // Some scanners end in a Tab, or in nothing: what they read is known by its form alone.
    if (text.empty() || (!enter && !is_slip_address(text))) return false;
    m_scans.push_back(std::move(text));
    m_held.clear();
    return true;
}

void Input::let_go()
{
    for (Held& held : m_held) {
        std::move(held.edits.begin(), held.edits.end(), std::back_inserter(m_edits));
        m_moves.insert(m_moves.end(), held.moves.begin(), held.moves.end());
    }
    m_held.clear();
}

// True where the key is one of the four: they mean nothing else.
bool Input::follow_four_keys(int key, int action)
{
    for (const FourKey& four : four_keys) {
        if (four.key != key) continue;
        m_pad = m_pad || four.pad;
        const bool holds = four.held != four.move;
        if (!holds) {
            if (action != GLFW_RELEASE) m_moves.push_back(four.move);
        } else if (action == GLFW_REPEAT) {
            if (m_long_key != key) m_moves.push_back(four.held);
            m_long_key = key;
        } else if (action == GLFW_RELEASE) {
            if (m_long_key != key) m_moves.push_back(four.move);
            m_long_key = 0;
        }
        return true;
    }
    return false;
}

void Input::act(int key, int modifiers)
{
    const auto edit = [&](Edit::Kind kind) { m_edits.push_back({kind, {}}); };
    const auto move = [&](FocusMove to) { m_moves.push_back(to); };
    const bool shift = (modifiers & GLFW_MOD_SHIFT) != 0;
    if (key == GLFW_KEY_BACKSPACE) edit(Edit::Kind::backspace);
    if (key == GLFW_KEY_DELETE) edit(Edit::Kind::erase);
    if (key == GLFW_KEY_HOME) edit(Edit::Kind::home);
    if (key == GLFW_KEY_END) edit(Edit::Kind::end);
    if (key == GLFW_KEY_LEFT) edit(Edit::Kind::left), move(FocusMove::left);
    if (key == GLFW_KEY_RIGHT) edit(Edit::Kind::right), move(FocusMove::right);
    if (key == GLFW_KEY_UP) move(FocusMove::up);
    if (key == GLFW_KEY_DOWN) move(FocusMove::down);
    if (key == GLFW_KEY_TAB) move(shift ? FocusMove::previous : FocusMove::next);
    if (key == GLFW_KEY_ENTER || key == GLFW_KEY_KP_ENTER) edit(Edit::Kind::enter), move(FocusMove::choose);
    if (key == GLFW_KEY_SPACE) move(FocusMove::choose); // held down
}

bool Input::waiting(double now) const
{
    return !m_steps.empty() || m_wheel != 0 || !m_edits.empty() || !m_moves.empty() || !m_scans.empty() ||
           held_for(now) <= 0;
}

double Input::held_for(double now) const
{
    constexpr double long_time = 1e6;
    return m_held.empty() ? long_time : std::max(0.0, m_held_last + pause - now);
}

FrameInput Input::next(float width, float height, float seconds, double now)
{
    if (held_for(now) <= 0 && !take_scan(false)) let_go();
    FrameInput out;
    out.width = width;
    out.height = height;
    out.seconds = seconds;
    out.pointer = m_pointer;
    while (!m_steps.empty()) {
        const Step step = m_steps.front();
        // The place of a press is where it was made, not where the finger is by now.
        const bool turns = step.down != m_seen_down;
        out.pointer = step.at;
        m_steps.pop_front();
        m_seen_down = step.down;
        if (turns) break;
    }
    out.touching = m_seen_down;
    out.wheel = m_wheel;
    m_wheel = 0;
    out.edits.swap(m_edits);
    out.moves.swap(m_moves);
    if (!m_scans.empty()) {
        out.scanned = std::move(m_scans.front());
        m_scans.pop_front();
    }
    out.pad = std::exchange(m_pad, false);
    return out;
}

} // namespace northseal::kiosk
