#pragma once
// What fingers, keyboards and scanners did since the last frame. GLFW delivers a touch as the left button,
// and a press and its lifting may both arrive between two frames: each gets a frame of its own, so no tap is
// lost.

#include <deque>

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

class Input {
public:
    void pointer_moved(Point);
    void pressed(bool down);
    void wheel(float lines) { m_wheel += lines; }
    void letter(unsigned code_point);           // as the keyboard's own layout makes it
    void key(int glfw_key, int glfw_modifiers); // pressed or repeated

    bool waiting() const; // something happened that no frame has seen
    FrameInput next(float width, float height, float seconds);

private:
    struct Step {
        Point at;
        bool down;
    };
    std::deque<Step> m_steps;
    Point m_pointer;
    bool m_down{false};      // as the last event said
    bool m_seen_down{false}; // as the last frame was told
    float m_wheel{0};
    std::vector<Edit> m_edits;
    std::vector<FocusMove> m_moves;
};

} // namespace northseal::kiosk
