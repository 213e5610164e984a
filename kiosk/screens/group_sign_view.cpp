#include "kiosk/screens/failure.h"
#include "kiosk/screens/group_sign.h"
#include "kiosk/screens/marking.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/roster.h"

namespace northseal::kiosk {

namespace {

using station::AssessmentState;

bool waits_for_assessor(const SessionPage& page, std::size_t i)
{
    const auto& seat = page.session.seats[i];
    return is_assessed(seat) && seat.assessment && seat.assessment->state == AssessmentState::draft &&
           page.missing[i].empty();
}

bool waits_for_witness(const SessionPage& page, std::size_t i)
{
    const auto& seat = page.session.seats[i];
    return is_assessed(seat) && seat.assessment && seat.assessment->state == AssessmentState::signed_off &&
           page.programme->witness_required && seat.assessment->witness.empty();
}

bool anybody(const SessionPage& page, bool (*waits)(const SessionPage&, std::size_t))
{
    for (std::size_t i = 0; i < page.session.seats.size() && i < page.missing.size(); ++i) {
        if (waits(page, i)) return true;
    }
    return false;
}

// Somebody enrolled as a witness comes first; never the one who assessed.
std::optional<station::FacilitatorId> group_witness(const AppState& state)
{
    const auto& me = state.personal.signed_in;
    for (const bool by_role : {true, false}) {
        for (const auto& person : state.facilitators) {
            if (!person.certified || (me && me->id == person.id)) continue;
            if (!by_role || person.role == "witness") return person.id;
        }
    }
    return std::nullopt;
}

GroupSignView::Line line_of(const SessionPage& page, std::size_t i, bool second, const Words& words)
{
    const auto& seat = page.session.seats[i];
    GroupSignView::Line line;
    line.name = seat.name;
    line.ready = second ? waits_for_witness(page, i) : waits_for_assessor(page, i);
    if (line.ready) {
        line.chip = words(second ? "group_sign.first_signed" : "group_sign.all_levels");
    } else if (!is_assessed(seat)) {
        line.chip = words("attendance.away");
    } else if (!seat.assessment) {
        line.chip = words("group_sign.no_level");
    } else if (seat.assessment->state == AssessmentState::draft) {
        line.chip = left_out(page.missing[i], words);
    } else {
        line.done = true;
        line.chip =
            words(seat.assessment->state == AssessmentState::issued ? "group_sign.issued" : "review.signed");
    }
    return line;
}

} // namespace

std::string left_out(const std::vector<station::Station::Missing>& missing, const Words& words)
{
    if (missing.empty()) return {};
    if (missing.size() > 1)
        return words.count("group_sign.outcomes_missing", static_cast<std::int64_t>(missing.size()));
    const auto& only = missing.front();
    if (only.outcome == 0) return words("group_sign.not_ready");
    const auto number = std::to_string(only.outcome);
    return words(only.key == "missing.level" ? "group_sign.outcome_missing" : "group_sign.outcome_below",
                 {{"number", number}});
}

std::optional<station::FacilitatorId> next_group_signer(const AppState& state)
{
    const auto& page = state.personal.session;
    const auto& me = state.personal.signed_in;
    if (!page || page->programme == nullptr || !me) return std::nullopt;
    if (!page->assessor_signed && anybody(*page, waits_for_assessor)) return me->id;
    if (anybody(*page, waits_for_witness)) return group_witness(state);
    return std::nullopt;
}

GroupSignView group_sign_view(const AppState& state, const Words& words)
{
    GroupSignView view;
    view.failure = failure_sentence(state, words);
    view.busy = busy_sentence(state.busy, words);
    view.pin = pin_view(state, words);
    const auto& page = state.personal.session;
    if (!page || page->programme == nullptr) return view;
    view.line = session_line_of(state, words);
    view.second = page->assessor_signed || !anybody(*page, waits_for_assessor);
    const bool two = page->programme->witness_required;
    view.turn = words(!two ? "sign.only_turn" : view.second ? "sign.second_turn" : "sign.first_turn");
    int ready = 0;
    for (std::size_t i = 0; i < page->session.seats.size() && i < page->missing.size(); ++i) {
        view.lines.push_back(line_of(*page, i, view.second, words));
        if (view.lines.back().ready) ++ready;
    }
    view.declaration = words.count("group_sign.declaration", ready);
    for (const auto& person : state.facilitators) {
        if (!state.pin.who || person.id != *state.pin.who) continue;
        view.name = person.name;
        view.role = words(view.second ? "role.witness" : "role.assessor");
    }
    view.main = words(two && !view.second ? "sign.sign" : "sign.sign_and_issue");
    if (!state.pin.who) {
        const bool wants_witness = anybody(*page, waits_for_witness);
        view.nothing_to_sign = words(wants_witness ? "review.no_witness" : "group_sign.nothing");
    }
    return view;
}

} // namespace northseal::kiosk
