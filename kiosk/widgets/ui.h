#pragma once
// One frame of the screen: what to draw with, where the finger is, and what stands where. Passed to every
// draw function and to every widget. It holds what outlives a frame and belongs to nobody's data: the finger
// that is down, how far a list is scrolled, where the focus of the keys is. Everything else is the
// application's.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/motion.h"
#include "kiosk/widgets/registry.h"
#include "kiosk/widgets/text_entry.h"
#include "kiosk/widgets/textures.h"

struct ImDrawList;

namespace northseal::kiosk {

struct Stop; // focus.h

// From a keyboard of the desk, or from the four keys of a pad: previous, next, choose, back. `again` is back
// held down, `more` is choose held down: what lies behind a key, as the accents of a letter.
enum class FocusMove { next, previous, up, down, left, right, choose, back, again, more };

struct FrameInput {
    float width{1280}; // design pixels
    float height{800};
    float seconds{1.0F / 60}; // since the last frame
    Point pointer;
    bool touching{false};
    float wheel{0};                     // lines; for a desk with a mouse
    std::vector<Edit> edits;            // from a physical keyboard or a scanner that types
    std::vector<FocusMove> moves;       // from a physical keyboard, or the four keys of self-voicing
    bool pad{false};                    // one of them came from the four keys, which ask for a voice
    std::optional<std::string> scanned; // what a barcode scanner read, whole
};

class Ui {
public:
    // Without a shaper, marks on letters are set where Dear ImGui sets them: beside the letter.
    Ui(const Theme&, Textures&, WordShaper* = nullptr);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    // Between Dear ImGui's NewFrame and Render, which whoever owns the window calls.
    void begin(const FrameInput&);
    void end();
    // From the next frame on, a band of that height above the screen that pages know: they lie below it and
    // need not know. It is drawn from y = -height to 0.
    void keep_top(float height) { m_top_next = height; }
    float top_kept() const { return m_top; }
    bool top_changes() const { return m_top != m_top_next; }
    bool wants_another_frame() const; // something still moves by itself
    void atlas_was_rebuilt();         // after Theme::build: cached pictures of words are stale
    void forget_words();              // before a frame: no picture of a name stays in the memory
    std::size_t words_kept() const { return m_shaped.size(); }

    const Theme& theme() const { return m_theme; }
    const Colours& colours() const { return m_theme.colours(); }
    Textures& textures() { return m_textures; }
    WordShaper* shaper() const { return m_shaper; }
    Box screen() const { return {0, 0, m_input.width, m_input.height}; }
    // Where pages stand: the screen, less the band of a practice site.
    Box page() const { return m_page; }
    void set_page(Box page) { m_page = page; }
    bool portrait() const { return m_input.width < 1000; }
    // What stands at the edges of this page, as it was drawn so far: head, bar or keyboard, rail.
    struct Edges {
        float head{0};
        float foot{0};
        float left{0};
    };
    Edges& edges() { return m_edges; }
    const Edges& edges() const { return m_edges; }
    // A height or width that must grow with the text size, on whole pixels.
    float grown(float size) const;
    ImDrawList& draw() const { return *m_draw; }

    // What stands on the screen: in a frame, what was drawn so far; after end(), all of it.
    Registry& registry() { return m_now; }
    const Registry& seen() const { return m_now; }

    // The edits of this frame that no key of the focus used up.
    const std::vector<Edit>& edits() const { return m_edits; }
    // What a scanner read, in this frame alone: the code of a certificate on any page, anything else where no
    // field is typed into. A field that is open has the rest among its edits.
    const std::optional<std::string>& scanned() const { return m_scanned; }
    float seconds() const { return m_input.seconds; }

    // Reading aloud: the keys then lead over words too, see focus.h. The focus goes only where something is:
    // where its place is gone it moves to what stands there now.
    void set_reading(bool reading) { m_reading = reading; }
    bool reading() const { return m_reading; }
    const std::string& focus() const { return m_focus; } // shown or not
    bool focus_shown() const { return m_focus_shown; }
    void focus_on(const std::string& id); // and shows it, from the next frame on
    // What the keys did in this frame: the last move, and whether they were the pad's while nothing was read.
    std::optional<FocusMove> moved() const { return m_moved; }
    bool asked_to_read() const { return m_asked_to_read; }

    // What lies over the page: a dialog, the on-screen keyboard. `covered` takes no touch for lower layers.
    void open_layer(Box covered);
    void close_layer();
    int layer() const { return m_layer; }

    void push_clip(Box);
    void pop_clip();
    Box clip() const { return m_clips.back(); }

    // For touch.h, scroll.h and the keyboard; screens have no need of these.
    bool is_down(std::string_view id) const;    // the finger rests on it
    bool was_tapped(std::string_view id) const; // lifted on it, or chosen by key
    bool was_lifted(std::string_view id) const; // lifted anywhere after going down on it
    bool has_focus(std::string_view id) const;  // and shows it
    float held_seconds() const { return m_held; }
    Point pointer() const { return m_input.pointer; }
    bool was_opened(std::string_view id) const; // "more" was asked of it by key
    void take_typing(Box field)                 // a field with a caret stands on this page
    {
        m_typing = true;
        m_field = field;
    }
    Box typed_into() const { return m_field; } // empty: nothing is
    void keep_caption(Box box) { m_caption = box; }
    Box caption_box() const { return m_caption; } // in this frame; empty: there is none
    void show_ring(Box, float radius);            // around what has the focus, over all that is drawn
    void ask_for_another_frame() { m_moving = true; }
    // What moves by itself for a moment; nothing does, until whoever owns the window allows it.
    Motion& motion() { return m_motion; }
    // Which page stands here: when another one comes, what it holds fades in. Called before it is drawn.
    void show_page(std::string name) { m_page_name = std::move(name); }

    // Drawn after everything else of this frame, over it: the card of a long press.
    void draw_later(std::function<void()> draw) { m_later.push_back(std::move(draw)); }

    struct ScrollState {
        float offset{0};
        float content{0};
        float speed{0}; // px a second
        Box view;
        int layer{0};
        bool drawn{false};
        std::string version{};     // of a long list: what the ends below were measured for
        std::vector<float> ends{}; // where each of its rows ends
    };
    ScrollState& scroll_state(std::string_view id);

    // Pictures the widgets keep for themselves, by name: shadows, words that need shaping.
    struct ShapedPicture {
        Texture texture;
        float left;
        float baseline;
        float advance; // all in design pixels
        float width;
        float height;
    };
    ShapedPicture shaped(std::string_view text, bool bold, float em); // only with a shaper
    Texture cached(const std::string& name) const;
    void keep(const std::string& name, Texture);

private:
    void follow_pointer();
    void start_press();
    void drag();
    void finish_press();
    void coast(ScrollState&) const;
    void follow_scanner();
    void move_below_top();
    void fade_page_in();
    void follow_keys();
    void move_focus(FocusMove);
    void keep_focus();
    void ring_words();
    void bring_into_sight(const Stop&, float down); // `down`: how far below the page its boxes are counted
    void choose_focused();
    void go_back();

    const Theme& m_theme;
    Textures& m_textures;
    WordShaper* m_shaper;
    ImDrawList* m_draw{nullptr};
    FrameInput m_input;
    std::vector<Edit> m_edits;
    std::optional<std::string> m_scanned;
    Registry m_now;
    Registry m_before;
    std::vector<Box> m_clips;
    std::vector<std::function<void()>> m_later;
    Box m_page;
    Edges m_edges;
    int m_layer{0};
    int m_layers_opened{0};
    std::vector<int> m_layer_stack;

    bool m_touching{false};
    float m_top{0};
    float m_top_next{0};
    Point m_finger; // where the pointer is on the whole screen, as `seen` counts
    Point m_pressed_at;
    Point m_last_pointer;
    std::string m_down;   // the target under the finger since it went down
    std::string m_tapped; // in this frame alone
    std::string m_lifted; // in this frame alone
    std::string m_dragged_scroll;
    bool m_dragging{false};
    float m_drag_speed{0};
    float m_held{0};

    std::string m_focus;
    std::size_t m_focus_at{0}; // which stop it was: where to go on when it is gone
    bool m_focus_shown{false};
    bool m_reading{false};
    bool m_asked_to_read{false};
    std::optional<FocusMove> m_moved;
    std::string m_opened; // in this frame alone
    bool m_typing{false};
    Box m_field;
    Box m_caption;
    bool m_typing_before{false};
    bool m_moving{false};
    Motion m_motion;
    std::string m_page_name;

    std::map<std::string, ScrollState, std::less<>> m_scrolls;
    std::map<std::string, Texture, std::less<>> m_cached;
    std::map<std::string, ShapedWords, std::less<>> m_shaped; // without their pixels, once uploaded
};

} // namespace northseal::kiosk
