#include "kiosk/screens/roster.h"

#include <algorithm>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/learners.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/sessions.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

std::string session_line_of(const AppState& state, const Words& words)
{
    const auto& page = state.personal.session;
    if (!page || page->programme == nullptr) return {};
    constexpr Instant day_seconds = 86400;
    const Instant noon = page->session.row.day * day_seconds + day_seconds / 2;
    return words("session.line", {{"programme", said(page->programme->name, words.language())},
                                  {"date", weekday_and_day(words, noon, 0)}});
}

RosterView roster_view(const AppState& state, const Words& words)
{
    RosterView view;
    view.failure = failure_sentence(state, words);
    const auto& session = state.personal.session;
    if (!session) return view;
    const auto& page = state.personal.learners;
    const auto& seats = session->session.seats;
    view.line = session_line_of(state, words);
    view.query = page.query;
    view.counted = learners_counted(words, static_cast<int>(seats.size()));
    for (const auto& row : page.rows) {
        const auto line = learner_line(row, state, words);
        const bool seated =
            std::any_of(seats.begin(), seats.end(), [&](const auto& seat) { return seat.learner == row.id; });
        view.rows.push_back({row.id, line.name, line.detail, seated});
    }
    if (page.rows.empty())
        view.nothing_found = words(page.query.empty() ? "roster.nobody" : "learners.nothing_found");
    view.may_have_more = page.may_have_more;
    view.typing = state.typing == TextField::learner_query;
    view.to_come = session->session.row.day > state.personal.sessions.today;
    view.can_go_on = view.to_come || !seats.empty();
    view.main = words(view.to_come ? "roster.done" : "roster.next");
    return view;
}

} // namespace northseal::kiosk
