// Issuing for a group: one certificate a step, each whole by itself, so that it can stop after any of them;
// and their pages, one after the other.

#include "kiosk/app/app.h"

namespace northseal::kiosk {

void App::begin_group_issue()
{
    const auto& page = m_state.personal.session;
    if (!page) return;
    GroupIssue group;
    for (std::size_t i = 0; i < page->session.seats.size(); ++i) {
        const auto& seat = page->session.seats[i];
        GroupLine line;
        line.name = seat.name;
        if (!seat.assessment || seat.attendance == station::Attendance::away) {
            if (!seat.assessment || !seat.assessment->issued) continue;
        }
        line.assessment = seat.assessment->id;
        line.issued = seat.assessment->issued;
        const bool ready = seat.assessment->state == station::AssessmentState::signed_off &&
                           (i >= page->missing.size() || page->missing[i].empty());
        line.step = line.issued ? GroupStep::issued : ready ? GroupStep::waits : GroupStep::held;
        if (line.issued) {
            if (const auto issued = m_station->issued(*line.issued); issued && issued.value())
                line.printed = issued.value()->row.times_printed > 0;
        }
        group.lines.push_back(std::move(line));
    }
    m_state.personal.group = std::move(group);
    if (m_state.screen != Screen::group_issue) {
        // The PINs are behind us: back leads to the sessions.
        m_state.trail = {Screen::sessions};
        m_state.screen = Screen::group_issue;
    }
    m_state.busy = Busy::issuing_group;
}

void App::issue_next()
{
    auto& group = m_state.personal.group;
    if (!group || !m_state.personal.signed_in) return;
    auto& lines = group->lines;
    while (group->next < lines.size() && lines[group->next].step != GroupStep::waits) ++group->next;
    if (group->next == lines.size() || group->stopped) {
        group->stopped = false;
        if (const auto& page = m_state.personal.session) load_session(page->session.row.id);
        return;
    }
    auto& line = lines[group->next];
    const auto id = m_station->issue(line.assessment, m_state.personal.signed_in->id);
    if (!id) return fail(Busy::issuing_group, id.error()); // those before are issued; the rest waits
    line.issued = id.value();
    line.step = GroupStep::issued;
    ++group->next;
    m_goes_on = true;
}

void App::print_group()
{
    auto& group = m_state.personal.group;
    if (!group || m_printer == nullptr || m_state.busy != Busy::none) return;
    group->printing = true;
    group->next_page = 0;
    m_state.busy = Busy::printing_group;
}

void App::print_next()
{
    auto& group = m_state.personal.group;
    if (!group || m_printer == nullptr) return;
    auto& lines = group->lines;
    const auto is_over = [&](const GroupLine& line) {
        return !line.issued || line.printed || prints(*line.issued);
    };
    while (group->next_page < lines.size() && is_over(lines[group->next_page])) ++group->next_page;
    if (group->next_page == lines.size()) {
        group->printing = false;
        watch_printer(); // and from now on as often as pages are on their way
        return;
    }
    auto issued = m_station->issued(*lines[group->next_page].issued);
    if (!issued) return fail(Busy::printing_group, issued.error());
    if (issued.value() && !send_page(*issued.value())) {
        group->printing = false; // the printer's own sentence says why; the certificates are kept
        return;
    }
    ++group->next_page;
    m_goes_on = true;
}

} // namespace northseal::kiosk
