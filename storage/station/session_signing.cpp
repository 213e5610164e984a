// One PIN for a whole session: every draft that may be signed off, and who was there.

#include "storage/station/parts.h"
#include "storage/station/session_body.h"
#include "storage/station/sign_off_steps.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

// What this person may sign of a session, by the order of its seats.
Result<std::vector<OpenAssessment>> ready_to_sign(Parts& parts, const std::vector<ledger::SeatRecord>& seats,
                                                  const Facilitator& person)
{
    std::vector<OpenAssessment> out;
    for (const auto& seat : seats) {
        if (seat.assessment == 0 || seat.attendance == static_cast<std::int64_t>(Attendance::away)) continue;
        auto found = TRY(parts.open_assessment({seat.assessment}));
        if (!found) continue;
        const auto ready = check_sign_off_by(parts, *found, person);
        if (ready.ok()) out.push_back(std::move(*found));
    }
    return out;
}

Result<> append_session(Parts& parts, std::int64_t session, std::int64_t day,
                        const std::vector<ledger::SeatRecord>& seats, FacilitatorId by)
{
    auto head = TRY(parts.ledger->log().head());
    auto entry = parts.next_entry(head, ledger::EntryKind::session_signed, by, 0);
    entry.body = encode(SessionBody{session, day, seats});
    TRY(parts.ledger->log().append(entry, head));
    return parts.ledger->sessions().mark_signed(session, entry.number);
}

} // namespace

Result<SessionSignOff> Station::sign_off_session(SessionId id, FacilitatorId by, std::string_view pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto* person = parts.person(by);
    if (person == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    TRY(check_may_sign(*person));
    TRY(parts.watch_clock());
    const auto session = TRY(parts.ledger->sessions().find(id.value));
    if (!session) return Error{Fault::not_found, "there is no such session"};
    const auto seats = TRY(parts.ledger->sessions().seats(id.value));
    auto ready = TRY(ready_to_sign(parts, seats, *person));
    if (ready.empty()) return refused("nobody's assessment in this session can be signed off by this person");
    SessionSignOff out;
    const auto sign_all = [&](const SigningKey& key) {
        return parts.ledger->transaction([&]() -> Result<> {
            for (auto& found : ready) TRY(append_sign_off(parts, found, by.value, key));
            return append_session(parts, id.value, session->day, seats, by);
        });
    };
    out.outcome = TRY(parts.vault.try_pin(by.value, pin, sign_all));
    if (out.outcome.answer != PinAnswer::accepted) return out;
    for (const auto& found : ready) out.signed_off.push_back({found.record.id});
    return out;
}

} // namespace northseal::station
