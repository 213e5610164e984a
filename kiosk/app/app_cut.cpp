// A file stands while the kiosk runs, and a clean end takes it away: where it stands at a start, the power
// went, or the program was ended by force. Whoever signs in next is told what was found.

#include "kiosk/app/app.h"
#include "storage/base/clock.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {
constexpr std::size_t mark_most = 64;
} // namespace

void App::mark_running()
{
    const std::string& mark = m_options.running_mark;
    if (mark.empty()) return;
    if (m_around.disk.exists(mark)) {
        m_state.cut.happened = true;
        const auto bytes = m_around.disk.read(mark, mark_most);
        const auto began =
            bytes ? from_date_time(northseal::text_of(bytes.value())) : Result<Instant>(bytes.error());
        m_state.cut.began = began ? began.value() : 0;
    }
    const auto marked = m_around.disk.write_durably(mark, view(to_date_time(m_state.now)));
    if (!marked && m_options.log) m_options.log("running mark: " + marked.error().detail);
}

void App::unmark_running()
{
    if (m_options.running_mark.empty()) return;
    const auto removed = m_around.disk.remove(m_options.running_mark);
    if (!removed && m_options.log) m_options.log("running mark: " + removed.error().detail);
}

// All of the log is read, as for "about": nothing is called whole that nobody looked at.
void App::look_after_cut()
{
    m_state.cut.happened = false; // it is told now
    m_state.personal.issued_rows.clear();
    if (auto rows = m_station->issued_rows(1, 0)) m_state.personal.issued_rows = std::move(rows.value());
    load_about();
}

} // namespace northseal::kiosk
