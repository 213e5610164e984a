#pragma once
// What stands on the screen after a frame, as a person (or a test, or a voice) would list it: where each
// target is, what it says, whether it can be tapped and if not why not, and every line of text.

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/theme/type.h"
#include "kiosk/widgets/box.h"

namespace northseal::kiosk {

enum class TargetKind { button, row, choice, toggle, tap, key, field, place };
const char* kind_name(TargetKind);

struct Target {
    std::string id{};
    std::string label{};
    TargetKind kind{TargetKind::button};
    Box box;   // what can be tapped, after clipping; empty while it is scrolled out of sight
    Box whole; // before clipping
    bool enabled{true};
    bool chosen{false};
    std::string why_not{}; // a sentence, where it is not enabled
    int layer{0};          // 0 is the page; what lies higher covers it
};

struct TextBox {
    std::string text{};
    Role role{Role::body};
    Box box;         // what the words cover
    Box room;        // what they were given
    bool cut{false}; // some of it does not fit the room
    int layer{0};
};

// Takes every touch on its place that no target of its own layer, or of a higher one, takes.
struct Cover {
    Box box;
    int layer{0};
    bool whole_screen{false};
};

class Registry {
public:
    void clear();
    void add(Target);
    void add(TextBox text) { m_texts.push_back(std::move(text)); }
    void add(Cover cover) { m_covers.push_back(cover); }

    const std::vector<Target>& targets() const { return m_targets; }
    const std::vector<TextBox>& texts() const { return m_texts; }
    // Our own mistakes: a target without a name, two with one name, a button closed without a reason.
    const std::vector<std::string>& complaints() const { return m_complaints; }
    const Target* find(std::string_view id) const;
    // The topmost target under a point; null where there is none or a cover lies between.
    const Target* at(Point) const;
    int layer_at(Point) const; // of the highest cover there; 0 where there is none
    int top_layer() const;     // of what covers the whole screen

    // One line of JSON: {"targets":[{"id","label","kind","x","y","width","height","enabled","why_not"?,
    // "chosen"?}],"texts":[{"text","x","y","width","height","cut"?}]}. Only what is in sight and reachable.
    std::string to_json_line() const;

private:
    std::vector<Target> m_targets;
    std::vector<TextBox> m_texts;
    std::vector<Cover> m_covers;
    std::vector<std::string> m_complaints;
};

} // namespace northseal::kiosk
