#include <algorithm>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/marking.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/rubric.h"

namespace northseal::kiosk {

namespace {

std::uint32_t level_of(const station::Seat& seat, std::size_t outcome)
{
    if (!seat.assessment || outcome >= seat.assessment->levels.size()) return 0;
    return seat.assessment->levels[outcome];
}

// Names as long as they are few; a number where a list would be a roll call.
std::string still_missing(const std::vector<std::string>& names, const Words& words)
{
    constexpr std::size_t names_most = 3;
    if (names.empty()) return words("marking.all");
    if (names.size() > names_most)
        return words.count("marking.many_missing", static_cast<std::int64_t>(names.size()));
    return words.count("marking.missing", static_cast<std::int64_t>(names.size()),
                       {{"people", words.list(names)}});
}

MarkingView::Person person_of(const station::Seat& seat, std::size_t outcome, const Words& words)
{
    MarkingView::Person out;
    out.id = seat.learner;
    out.name = seat.name;
    out.level = level_of(seat, outcome);
    out.closed = seat.assessment && seat.assessment->state != station::AssessmentState::draft;
    if (out.closed) out.why_closed = words("marking.closed", {{"name", first_name(seat.name)}});
    return out;
}

bool anybody_whole(const SessionPage& page)
{
    for (std::size_t i = 0; i < page.session.seats.size(); ++i) {
        const auto& seat = page.session.seats[i];
        if (is_assessed(seat) && seat.assessment && i < page.missing.size() && page.missing[i].empty())
            return true;
    }
    return false;
}

} // namespace

bool is_assessed(const station::Seat& seat)
{
    return seat.attendance != station::Attendance::away;
}

std::size_t first_open_outcome(const SessionPage& page)
{
    const auto& seats = page.session.seats;
    if (page.programme == nullptr || std::none_of(seats.begin(), seats.end(), is_assessed)) return 0;
    for (std::size_t outcome = 0; outcome < page.programme->outcomes.size(); ++outcome) {
        for (const auto& seat : page.session.seats) {
            if (is_assessed(seat) && level_of(seat, outcome) == 0) return outcome;
        }
    }
    return page.programme->outcomes.empty() ? 0 : page.programme->outcomes.size() - 1;
}

MarkingView marking_view(const AppState& state, const Words& words)
{
    MarkingView view;
    view.failure = failure_sentence(state, words);
    const auto& page = state.personal.session;
    if (!page || page->programme == nullptr || page->outcome >= page->programme->outcomes.size()) return view;
    const auto& language = words.language();
    const auto& outcomes = page->programme->outcomes;
    const auto& outcome = outcomes[page->outcome];
    view.outcome = page->outcome;
    view.last = page->outcome + 1 == outcomes.size();
    view.title = words("marking.title", {{"number", std::to_string(page->outcome + 1)},
                                         {"all", std::to_string(outcomes.size())},
                                         {"outcome", said(outcome.name, language)}});
    view.line = words("marking.line", {{"programme", said(page->programme->name, language)}});
    view.saved = saved_line(state, page->session.row.saved, words);
    view.statement = said(outcome.statement, language);
    for (std::size_t i = 0; i < outcome.levels.size(); ++i)
        view.levels.push_back({said(outcome.levels[i].name, language), static_cast<int>(i) + 1});
    std::vector<std::string> without;
    for (const auto& seat : page->session.seats) {
        if (!is_assessed(seat)) continue;
        view.people.push_back(person_of(seat, page->outcome, words));
        if (view.people.back().level == 0) without.push_back(first_name(seat.name));
    }
    if (view.people.empty()) view.nobody = words("marking.nobody");
    view.missing = view.people.empty() ? std::string() : still_missing(without, words);
    view.back = page->outcome == 0 ? words("sessions.who_is_here")
                                   : words("marking.back", {{"number", std::to_string(page->outcome)}});
    view.next = words(view.last ? "marking.sign" : "marking.next");
    view.can_go_on = !view.last || anybody_whole(*page);
    view.why_not = words("marking.nobody_whole");
    return view;
}

} // namespace northseal::kiosk
