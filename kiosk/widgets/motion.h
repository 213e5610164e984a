#pragma once
// What moves by itself for a moment: a key that lets go, what was chosen, a page or a dialog that comes. The
// last state is drawn at the end of each movement, and then nothing is drawn any more. Where nothing may move
// (tests' stages, "less motion"), everything is at its end at once.
//
// A value belongs to an id, is known while that id is drawn in each frame, and begins at its end: what was
// not there before does not move in.

#include <map>
#include <string>
#include <string_view>

struct ImDrawList;

namespace northseal::kiosk {

// LOOK.md, "Motion". Milliseconds.
constexpr float release_ms = 80, choose_ms = 120, page_ms = 160, dialog_ms = 140;

class Motion {
public:
    void allow(bool allowed) { m_allowed = allowed; }
    bool allowed() const { return m_allowed; }

    void begin(float seconds); // of a frame
    void end();

    // 0 to 1, on its way to `on`: `rise_ms` there, `fall_ms` back; 0 is at once.
    float towards(std::string_view id, bool on, float rise_ms, float fall_ms);
    // What comes anew begins at 0 and reaches 1: `of` says what stands there, and another one begins again.
    // The first one of all stands at once.
    float arrival(std::string_view id, std::string_view of, float ms);
    // Likewise, where the id itself is new: a dialog.
    float appearance(std::string_view id, float ms);
    bool moving() const { return m_moving; }

private:
    struct Value {
        float at{0};
        std::string of{};
        bool drawn{true};
    };
    float go(Value&, float to, float ms);

    bool m_allowed{false};
    bool m_first{true}; // nothing was drawn yet
    bool m_moving{false};
    float m_seconds{0};
    std::map<std::string, Value, std::less<>> m_values;
};

// Fast first, then slow: 0 to 1.
constexpr float eased(float part)
{
    const float left = 1 - part;
    return 1 - left * left * left;
}

} // namespace northseal::kiosk
