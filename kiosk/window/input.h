#pragma once
// What fingers, keyboards and scanners did since the last frame. GLFW delivers a touch as the left button,
// and a press and its lifting may both arrive between two frames: each gets a frame of its own, so no tap is
// lost.
//
// A scanner is a keyboard that types faster than any person. So letters are held for the blink of an eye,
// and what turns out to be a scan is handed over whole, and is not typed into whatever field stands open.

#include <deque>

#include "kiosk/widgets/ui.h"
#include "kiosk/window/scan_reading.h"

namespace northseal::kiosk {

class Input {
public:
    void pointer_moved(Point);
    void pressed(bool down);
    void wheel(float lines) { m_wheel += lines; }
    // `now` counts seconds from any beginning. A key comes before the letters it makes, as GLFW has it.
    void key(int glfw_key, int glfw_action, int glfw_modifiers, double now);
    void letter(unsigned code_point, double now); // as the keyboard's own layout makes it

    bool waiting(double now) const; // something happened that no frame has seen, and that one may
    double
    held_for(double now) const; // seconds until letters that are held may be seen; a long time: none are
    FrameInput next(float width, float height, float seconds, double now);

private:
    struct Step {
        Point at;
        bool down;
    };
    // A key of which it is not known yet whether a person pressed it, and what it does if one did.
    struct Held {
        KeyStroke stroke;
        std::vector<Edit> edits;
        std::vector<FocusMove> moves;
    };
    void hold(int key, int modifiers, double now);
    void let_go();              // a person typed it
    bool take_scan(bool enter); // what is held, if a scanner typed it; `enter`: it ended in that
    void act(int key, int modifiers);
    bool follow_four_keys(int key, int action);

    std::deque<Step> m_steps;
    Point m_pointer;
    bool m_down{false};      // as the last event said
    bool m_seen_down{false}; // as the last frame was told
    float m_wheel{0};
    std::vector<Edit> m_edits;
    std::vector<FocusMove> m_moves;
    std::vector<Held> m_held;
    double m_held_first{0};
    double m_held_last{0};
    bool m_level3{false}; // the right Alt is down
    std::deque<std::string> m_scans;
    bool m_pad{false};
    int m_long_key{0}; // the key whose holding has had its effect
};

} // namespace northseal::kiosk
