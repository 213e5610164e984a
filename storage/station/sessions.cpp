// Sessions: a group, a programme, a day. Kept beside the drafts at every change; their sign-off is an entry.

#include <algorithm>

#include "storage/station/parts.h"
#include "storage/station/session_body.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

constexpr std::int64_t days_ahead_most = 366;

Result<ledger::SessionRecord> require_session(Parts& parts, SessionId id)
{
    auto found = TRY(parts.ledger->sessions().find(id.value));
    if (!found) return Error{Fault::not_found, "there is no such session"};
    return std::move(*found);
}

const ProgrammeOffer* offer_of(const Parts& parts, const std::string& programme)
{
    const auto is_it = [&](const ProgrammeOffer& offer) { return offer.id == programme; };
    const auto found = std::find_if(parts.offers.begin(), parts.offers.end(), is_it);
    return found == parts.offers.end() ? nullptr : &*found;
}

// The language of their certificate, where the programme has it; otherwise the programme's first.
Result<std::string> language_for(Parts& parts, std::int64_t learner, const ProgrammeOffer& offer)
{
    const auto record = TRY(parts.ledger->learners().find(learner));
    if (!record) return Error{Fault::not_found, "there is no such learner"};
    const auto identity = TRY(parts.identity_of(*record));
    if (!identity) return Error{Fault::not_found, "this learner's record was erased"};
    const auto& languages = offer.languages;
    const bool has = std::find(languages.begin(), languages.end(), identity->language) != languages.end();
    return has ? identity->language : languages.front();
}

// The draft that is under way for this programme, so that a second session goes on where the first ended.
Result<std::int64_t> open_draft(Parts& parts, std::int64_t learner, const std::string& programme)
{
    constexpr std::size_t drafts_most = 50;
    for (const auto id :
         TRY(parts.ledger->assessments().of_learner(learner, ledger::RecordState::draft, drafts_most))) {
        const auto record = TRY(parts.ledger->assessments().find(id));
        if (record && record->programme == programme) return id;
    }
    return std::int64_t{0};
}

Result<std::int64_t> begin_draft(Parts& parts, LearnerId learner, const ProgrammeOffer& offer)
{
    TRY(parts.check_room());
    const auto language = TRY(language_for(parts, learner.value, offer));
    const auto* held = parts.offered_template(offer.id, language);
    if (held == nullptr) return refused("this kiosk may not issue " + offer.id + " in " + language);
    return parts.insert_draft(learner, *held);
}

Result<> set_level(Parts& parts, AssessmentId id, std::size_t outcome, std::uint32_t level,
                   const catalogue::Programme& programme)
{
    auto draft = TRY(parts.require_assessment(id));
    if (draft.record.state != ledger::RecordState::draft)
        return refused("this assessment is signed off and no longer changes");
    if (outcome >= programme.outcomes.size() || outcome >= draft.content.levels.size() ||
        level > programme.outcomes[outcome].levels.size())
        return refused("the programme has no such level");
    draft.content.levels[outcome] = level;
    const auto head = TRY(parts.ledger->log().head());
    draft.record.saved = parts.time_after(head);
    return parts.keep_assessment(draft);
}

Result<Seat> shown_seat(Parts& parts, const ledger::SessionRecord& session, const ledger::SeatRecord& seat)
{
    Seat out;
    out.learner = {seat.learner};
    out.attendance = static_cast<Attendance>(seat.attendance);
    const auto record = TRY(parts.ledger->learners().find(seat.learner));
    if (record) {
        const auto identity = TRY(parts.identity_of(*record));
        if (identity) out.name = identity->name;
    }
    const auto before =
        TRY(parts.ledger->sessions().times_here(seat.learner, session.programme, session.day));
    out.which_time = static_cast<int>(before) + (out.attendance == Attendance::here ? 0 : 1);
    if (seat.assessment == 0) return out;
    const auto open = TRY(parts.open_assessment({seat.assessment}));
    if (open) out.assessment = TRY(parts.shown(*open));
    return out;
}

void count_seat(SessionRow& row, const Seat& seat, const catalogue::Programme* programme)
{
    ++row.learners;
    if (seat.attendance == Attendance::here) ++row.here;
    const auto outcomes = programme == nullptr ? 0 : static_cast<int>(programme->outcomes.size());
    if (!seat.assessment) {
        if (seat.attendance == Attendance::here) row.levels += outcomes;
        return;
    }
    row.levels += outcomes;
    const auto& levels = seat.assessment->levels;
    row.levels_chosen +=
        static_cast<int>(std::count_if(levels.begin(), levels.end(), [](auto level) { return level > 0; }));
    switch (seat.assessment->state) {
    case AssessmentState::draft:
        ++row.to_sign;
        break;
    case AssessmentState::signed_off:
        if (programme != nullptr && programme->witness_required && seat.assessment->witness.empty())
            ++row.to_sign;
        else
            ++row.to_issue;
        break;
    case AssessmentState::issued:
        ++row.issued;
        break;
    }
}

Result<Session> shown_session(Parts& parts, const ledger::SessionRecord& record)
{
    Session out;
    out.row.id = {record.id};
    out.row.programme_id = record.programme;
    out.row.day = record.day;
    out.row.saved = record.begun;
    if (const auto* leader = parts.known_as({record.leader})) out.row.leader = leader->name;
    const auto* offer = offer_of(parts, record.programme);
    for (const auto& seat : TRY(parts.ledger->sessions().seats(record.id))) {
        auto shown = TRY(shown_seat(parts, record, seat));
        if (shown.name.empty()) continue; // erased since
        if (shown.assessment) out.row.saved = std::max(out.row.saved, shown.assessment->saved);
        count_seat(out.row, shown, offer == nullptr ? nullptr : offer->programme);
        out.seats.push_back(std::move(shown));
    }
    return out;
}

} // namespace

Result<SessionId> Station::begin_session(const std::string& programme_id, int days_ahead, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    TRY(parts.check_room());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    if (offer_of(parts, programme_id) == nullptr) return refused("this kiosk may not issue " + programme_id);
    if (days_ahead < 0 || days_ahead > days_ahead_most)
        return refused("a session is today or on a day of the year that comes");
    TRY(parts.watch_clock());
    ledger::SessionRecord record;
    const auto insert = [&]() -> Result<> {
        auto& sessions = parts.ledger->sessions();
        const auto head = TRY(parts.ledger->log().head());
        record.id = TRY(sessions.next_id());
        record.programme = programme_id;
        record.begun = parts.time_after(head);
        record.day = parts.day_of(record.begun) + days_ahead;
        record.leader = by.value;
        const auto last = TRY(sessions.last_of(programme_id));
        TRY(sessions.insert(record));
        if (!last) return {};
        // The same group comes again, most times. Nobody has said yet that they are here.
        for (const auto& seat : TRY(sessions.seats(last->id)))
            TRY(sessions.keep({record.id, seat.learner, 0, 0}));
        return {};
    };
    TRY(parts.ledger->transaction(insert));
    return SessionId{record.id};
}

Result<std::vector<SessionRow>> Station::sessions(std::size_t most, std::size_t skip) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    std::vector<SessionRow> out;
    for (const auto& record : TRY(parts.ledger->sessions().rows(most, skip)))
        out.push_back(TRY(shown_session(parts, record)).row);
    return out;
}

Result<std::optional<Session>> Station::session(SessionId id) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto record = TRY(parts.ledger->sessions().find(id.value));
    if (!record) return std::optional<Session>();
    return std::optional(TRY(shown_session(parts, *record)));
}

std::int64_t Station::today() const
{
    return m_parts->day_of(now());
}

Result<> Station::seat(SessionId id, LearnerId learner, bool seated)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto session = TRY(require_session(parts, id));
    auto& sessions = parts.ledger->sessions();
    const auto key = parts.learner_key(learner.value); // somebody who is here, and not erased
    if (!key.ok()) return key.error();
    return parts.ledger->transaction([&]() -> Result<> {
        const auto now = TRY(sessions.seat(session.id, learner.value));
        if (!seated) return now ? sessions.remove(session.id, learner.value) : Result<>();
        if (now) return {};
        if (TRY(sessions.seats(session.id)).size() >= seats_most)
            return Error{Fault::full, "a session has 200 seats"};
        return sessions.keep({session.id, learner.value, 0, 0});
    });
}

Result<> Station::set_attendance(SessionId id, LearnerId learner, Attendance attendance)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    return parts.ledger->transaction([&]() -> Result<> {
        auto seat = TRY(parts.ledger->sessions().seat(id.value, learner.value));
        if (!seat) return Error{Fault::not_found, "this learner has no seat in the session"};
        seat->attendance = static_cast<std::int64_t>(attendance);
        return parts.ledger->sessions().keep(*seat);
    });
}

Result<> Station::everyone_is_here(SessionId id)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto session = TRY(require_session(parts, id));
    auto& sessions = parts.ledger->sessions();
    return parts.ledger->transaction([&]() -> Result<> {
        for (auto& seat : TRY(sessions.seats(session.id))) {
            if (seat.attendance != static_cast<std::int64_t>(Attendance::not_said)) continue;
            seat.attendance = static_cast<std::int64_t>(Attendance::here);
            TRY(sessions.keep(seat));
        }
        return {};
    });
}

Result<AssessmentId> Station::mark(SessionId id, LearnerId learner, std::size_t outcome, std::uint32_t level,
                                   FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    TRY(parts.watch_clock());
    const auto session = TRY(require_session(parts, id));
    const auto* offer = offer_of(parts, session.programme);
    if (offer == nullptr) return refused("this kiosk may no longer issue " + session.programme);
    auto& sessions = parts.ledger->sessions();
    // One transaction: a level never stands in a draft that the session does not know.
    return parts.ledger->transaction([&]() -> Result<AssessmentId> {
        auto seat = TRY(sessions.seat(session.id, learner.value));
        if (!seat) return Error{Fault::not_found, "this learner has no seat in the session"};
        if (seat->assessment == 0)
            seat->assessment = TRY(open_draft(parts, learner.value, session.programme));
        if (seat->assessment == 0) seat->assessment = TRY(begin_draft(parts, learner, *offer));
        TRY(set_level(parts, {seat->assessment}, outcome, level, *offer->programme));
        // Who is marked was there, unless somebody has said otherwise.
        if (seat->attendance == 0) seat->attendance = static_cast<std::int64_t>(Attendance::here);
        TRY(sessions.keep(*seat));
        return AssessmentId{seat->assessment};
    });
}

} // namespace northseal::station
