#pragma once
// What stands on the screen after a frame, as a person (or a test, or a voice) would list it: where each
// target is, what it says, whether it can be tapped and if not why not, and every line of text.

#include <cstddef>
#include <cstdint>
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
    std::string why_not{};  // a sentence, where it is not enabled
    int layer{0};           // 0 is the page; what lies higher covers it
    bool main{false};       // filled: the one thing to do here
    Box view{};             // the part of the screen it is clipped to
    bool secret{false};     // a digit of a PIN: said into headphones alone, and written nowhere
    int order{0};           // among all that was drawn, targets and words
    std::string language{}; // of its words, where it is not that of the page
};

struct TextBox {
    std::string text{};
    Role role{Role::body};
    Box box;         // what the words cover, after clipping
    Box room;        // what they were given
    bool cut{false}; // some of it does not fit the room
    int layer{0};
    Box whole{};            // before clipping
    Box view{};             // the part of the screen it is clipped to
    float line{0};          // from one line to the next
    float em{0};            // the size it is set in
    std::uint32_t ink{0};   // its colour, as in Colours
    std::size_t grounds{0}; // how many of the grounds lie under it
    bool broken{false};     // a word of it is wider than its room, and goes on in the next line
    bool silent{false};     // an ornament, or said elsewhere: a voice leaves it out
    int order{0};           // among all that was drawn, targets and words
    std::string language{}; // where it is not that of the page
};

// What was painted before the words that stand on it: flat, from one colour to another downwards, or a
// picture.
struct Ground {
    Box box; // after clipping
    std::uint32_t top{0};
    std::uint32_t foot{0};
    std::uintptr_t picture{0}; // its texture; then the colours mean nothing
    Box whole{};               // before clipping
    Box view{};                // the part of the screen it is clipped to
    bool mark{false};          // over or under a part of some words, on purpose
};

// A part of the screen that can be scrolled, and where what is in it ends.
struct ScrolledView {
    Box view;
    float ends_at{0};
    bool sideways{false}; // too
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
    void add(TextBox);
    void add(Ground ground) { m_grounds.push_back(ground); }
    void add(ScrolledView view) { m_scrolled.push_back(view); }
    void add(Cover cover) { m_covers.push_back(cover); }
    void move_down(float by); // all of it

    // What is added from now on: words that a voice leaves out, or words in another language ("" is the
    // page's own). Both end with the frame.
    void be_silent(bool silent) { m_silent = silent; }
    void speak_in(std::string language) { m_language = std::move(language); }

    const std::vector<Target>& targets() const { return m_targets; }
    const std::vector<TextBox>& texts() const { return m_texts; }         // in sight
    const std::vector<TextBox>& out_of_sight() const { return m_hidden; } // scrolled away
    const std::vector<Ground>& grounds() const { return m_grounds; }      // in the order of painting
    const std::vector<ScrolledView>& scrolled() const { return m_scrolled; }
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
    std::vector<TextBox> m_hidden;
    std::vector<Ground> m_grounds;
    std::vector<ScrolledView> m_scrolled;
    std::vector<Cover> m_covers;
    std::vector<std::string> m_complaints;
    int m_next{0};
    bool m_silent{false};
    std::string m_language;
};

} // namespace northseal::kiosk
