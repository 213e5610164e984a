#pragma once
// A list longer than its place: dragged with the finger, coasts and stops by itself. A press that moves 12 px
// becomes a drag and taps nothing.

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

// Where the thin mark stands that says there is more: on the view's own margin, or in the padding beside it.
enum class ScrollMark { inside, beside };

class Scroll {
public:
    Scroll(Ui&, std::string_view id, Box view, ScrollMark = ScrollMark::inside); // clips to `view`
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    Box content() const { return m_content; } // where content begins: moved up by how far it is scrolled
    void ends_at(float y) { m_end = y; }      // the lower end of what was drawn, as drawn
    // Whether a row of a long list needs to be drawn. While the kiosk reads aloud the rows beyond either end
    // count too: the focus must have somewhere to go.
    bool in_sight(float y, float height) const
    {
        return y + height >= first_in_sight() && y <= m_view.bottom() + beyond();
    }
    float first_in_sight() const { return m_view.y - beyond(); }

private:
    float beyond() const { return m_ui.reading() ? m_view.height : 0; }
    Ui& m_ui;
    std::string m_id;
    Box m_view;
    Box m_content;
    float m_end{0};
    ScrollMark m_mark;
};

} // namespace northseal::kiosk
