#include "kiosk/screens/sessions.h"

#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

constexpr Instant day_seconds = 86400;

std::string programme_name(const AppState& state, const station::SessionRow& row, const Words& words)
{
    const auto* programme = find_programme(state, row.programme_id);
    return programme == nullptr ? row.programme_id : said(programme->name, words.language());
}

bool is_finished(const station::SessionRow& row)
{
    return row.learners > 0 && row.to_sign == 0 && row.to_issue == 0 && row.issued > 0;
}

bool passes(const station::SessionRow& row, SessionFilter filter, std::int64_t today)
{
    switch (filter) {
    case SessionFilter::all:
        return true;
    case SessionFilter::not_finished:
        return row.day < today && !is_finished(row);
    case SessionFilter::to_come:
        return row.day > today;
    }
    return true;
}

// Where a touch leads: to whom to invite, to who is here, or to the marking.
Screen next_page(const station::SessionRow& row, std::int64_t today)
{
    if (row.learners == 0 || row.day > today) return Screen::roster;
    if (row.to_issue > 0 && row.to_sign == 0) return Screen::group_issue;
    return row.here == 0 ? Screen::attendance : Screen::marking;
}

SessionsView::Today today_card(const AppState& state, const station::SessionRow& row, const Words& words)
{
    SessionsView::Today out;
    out.id = row.id;
    out.detail = words("sessions.today_detail",
                       {{"learners", learners_counted(words, row.learners)}, {"leader", row.leader}});
    out.programme = programme_name(state, row, words);
    out.part =
        row.levels == 0 ? 0.0F : static_cast<float>(row.levels_chosen) / static_cast<float>(row.levels);
    out.counted = row.learners == 0 ? words("sessions.nobody")
                  : row.levels == 0 ? words("sessions.nobody_here")
                                    : words.count("sessions.levels", row.levels_chosen,
                                                  {{"all", words.number(row.levels)}});
    out.leads_to = next_page(row, state.personal.sessions.today);
    out.main = words(out.leads_to == Screen::roster        ? "sessions.choose_people"
                     : out.leads_to == Screen::attendance  ? "sessions.who_is_here"
                     : out.leads_to == Screen::group_issue ? "sessions.issue"
                                                           : "sessions.continue");
    return out;
}

void add_chip(SessionsView::Line& line, const station::SessionRow& row, std::int64_t today,
              const Words& words)
{
    if (row.day > today) {
        line.chip = words.count("sessions.in_days", row.day - today);
        line.tone = Tone::neutral;
        return;
    }
    line.tone = Tone::waits;
    if (row.to_sign > 0) {
        line.chip = words.count("sessions.to_sign", row.to_sign);
        line.chip_icon = Icon::signature;
    } else if (row.to_issue > 0) {
        line.chip = words.count("sessions.to_issue", row.to_issue);
        line.chip_icon = Icon::certificate;
    } else if (row.issued > 0) {
        line.chip = words("sessions.done");
        line.chip_icon = Icon::check;
        line.tone = Tone::good;
    }
}

SessionsView::Line line_of(const AppState& state, const station::SessionRow& row, const Words& words)
{
    const auto today = state.personal.sessions.today;
    SessionsView::Line line;
    line.id = row.id;
    const Instant noon = row.day * day_seconds + day_seconds / 2;
    line.day = std::to_string(civil_date(noon, 0).day);
    line.month = month_name(words, noon, 0);
    line.programme = programme_name(state, row, words);
    const auto learners = learners_counted(words, row.learners);
    line.detail = row.learners == 0 ? words("sessions.nobody")
                  : row.day > today ? words("sessions.line_to_come", {{"learners", learners}})
                                    : words.count("sessions.line", row.here, {{"learners", learners}});
    line.leads_to = next_page(row, today);
    add_chip(line, row, today, words);
    return line;
}

} // namespace

std::string learners_counted(const Words& words, int learners)
{
    return words.count("sessions.learners", learners);
}

SessionsView sessions_view(const AppState& state, const Words& words)
{
    const auto& page = state.personal.sessions;
    SessionsView view;
    view.filter = page.filter;
    view.empty = page.rows.empty();
    view.may_have_more = page.may_have_more;
    for (const auto& row : page.rows) {
        if (row.day == page.today)
            view.today.push_back(today_card(state, row, words));
        else if (passes(row, page.filter, page.today))
            view.lines.push_back(line_of(state, row, words));
    }
    if (view.lines.empty()) view.none_here = words("sessions.none_here");
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
