#include "kiosk/screens/attendance.h"
#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/roster.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

std::string which_time(int number, const Words& words)
{
    switch (number) {
    case 0:
    case 1:
        return words("attendance.first");
    case 2:
        return words("attendance.second");
    case 3:
        return words("attendance.third");
    default:
        return words("attendance.nth", {{"number", words.number(number)}});
    }
}

std::string counted(const std::vector<AttendanceView::Card>& cards, const Words& words)
{
    int here = 0;
    int away = 0;
    std::vector<std::string> unsaid;
    for (const auto& each : cards) {
        if (each.attendance == station::Attendance::here) ++here;
        if (each.attendance == station::Attendance::away) ++away;
        if (each.attendance == station::Attendance::not_said) unsaid.push_back(first_name(each.name));
    }
    std::string out = words.count("attendance.here_count", here);
    if (away > 0) out += words("list.comma") + words.count("attendance.away_count", away);
    out += ".";
    if (unsaid.size() == 1)
        out += " " + words("attendance.one_unsaid", {{"name", unsaid.front()}});
    else if (!unsaid.empty())
        out += " " + words.count("attendance.unsaid", static_cast<std::int64_t>(unsaid.size()));
    return out;
}

} // namespace

AttendanceView attendance_view(const AppState& state, const Words& words)
{
    AttendanceView view;
    view.failure = failure_sentence(state, words);
    const auto& page = state.personal.session;
    if (!page) return view;
    view.line = session_line_of(state, words);
    view.saved = words("session.kept");
    for (const auto& seat : page->session.seats)
        view.cards.push_back({seat.learner, seat.name, which_time(seat.which_time, words), seat.attendance});
    view.counted = counted(view.cards, words);
    view.all_said = true;
    for (const auto& each : view.cards) {
        if (each.attendance == station::Attendance::here) view.somebody_here = true;
        if (each.attendance == station::Attendance::not_said) view.all_said = false;
    }
    return view;
}

} // namespace northseal::kiosk
