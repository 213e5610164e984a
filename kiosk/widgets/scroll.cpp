#include "kiosk/widgets/scroll.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/paint.h"

namespace northseal::kiosk {

Scroll::Scroll(Ui& ui, std::string_view id, Box view, ScrollMark mark)
    : m_ui(ui), m_id(id), m_view(view), m_end(view.y), m_mark(mark)
{
    Ui::ScrollState& state = ui.scroll_state(m_id);
    state.view = view.meet(ui.clip());
    state.layer = ui.layer();
    state.drawn = true;
    m_content = view.moved(0, -std::round(state.offset));
    ui.push_clip(view);
}

Scroll::~Scroll()
{
    m_ui.pop_clip();
    m_ui.registry().add(ScrolledView{m_view.meet(m_ui.clip()), m_end});
    Ui::ScrollState& state = m_ui.scroll_state(m_id);
    const float content = std::max(0.0F, m_end - m_content.y);
    if (content != state.content) m_ui.ask_for_another_frame();
    state.content = content;
    const float most = std::max(0.0F, content - m_view.height);
    state.offset = std::clamp(state.offset, 0.0F, most);
    if (most <= 0) return;
    // A thin mark says that there is more; it is no target.
    const float length = std::max(40.0F, m_view.height * m_view.height / content);
    const float top = m_view.y + (m_view.height - length) * state.offset / most;
    const float x = m_mark == ScrollMark::inside ? m_view.right() - 6 : m_view.right() + 6;
    fill_mark(m_ui, {x, std::round(top), 4, std::round(length)}, m_ui.colours().edge, 2);
}

} // namespace northseal::kiosk
