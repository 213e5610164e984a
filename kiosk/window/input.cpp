#include "kiosk/window/input.h"

#include <GLFW/glfw3.h>

#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t steps_most = 4096; // a screen that is stuck must not fill the memory

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

void Input::letter(unsigned code_point)
{
    Edit edit;
    append_utf8(edit.text, static_cast<char32_t>(code_point));
    m_edits.push_back(std::move(edit));
}

void Input::key(int key, int modifiers)
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
    if (key == GLFW_KEY_SPACE) move(FocusMove::choose); // the space itself comes as a letter
}

bool Input::waiting() const
{
    return !m_steps.empty() || m_wheel != 0 || !m_edits.empty() || !m_moves.empty();
}

FrameInput Input::next(float width, float height, float seconds)
{
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
    return out;
}

} // namespace northseal::kiosk
