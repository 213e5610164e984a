// Who opened a learner's record: told to the log before anything is shown, and to the learner when they ask.

#include "storage/station/access_bodies.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

Result<> append_opening(Parts& parts, const OpenedBody& body)
{
    auto& ledger = *parts.ledger;
    auto head = TRY(ledger.log().head());
    auto entry = parts.next_entry(head, ledger::EntryKind::record_opened, {body.person}, body.learner);
    const auto day = parts.day_of(entry.time);
    if (TRY(ledger.openings().has(body.learner, day, body.person))) return {};
    entry.body = encode(body);
    TRY(ledger.log().append(entry, head));
    return ledger.openings().insert(
        {entry.number, body.learner, day, body.person, static_cast<std::int64_t>(body.how), entry.time});
}

} // namespace

Result<> Station::record_opened(LearnerId id, OpenedHow how, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const bool signed_in = how == OpenedHow::signed_in;
    if (signed_in == (by.value == 0)) return refused("a record is opened by a facilitator or by its learner");
    if (signed_in && parts.person(by) == nullptr)
        return Error{Fault::not_found, "there is no such facilitator"};
    if (!TRY(parts.ledger->learners().wrapped_key(id.value)))
        return Error{Fault::not_found, "there is no such learner"};
    TRY(parts.watch_clock());
    // Most times it stands there already, and nothing is written.
    const auto day = parts.day_of(parts.time_after(TRY(parts.ledger->log().head())));
    if (TRY(parts.ledger->openings().has(id.value, day, by.value))) return {};
    return parts.ledger->transaction([&] { return append_opening(parts, {id.value, by.value, how}); });
}

Result<RecordOpenings> Station::openings_of(LearnerId id, std::size_t most) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto times = TRY(parts.ledger->openings().times(id.value));
    RecordOpenings out{times.count, times.first, {}};
    for (const auto& record : TRY(parts.ledger->openings().of_learner(id.value, most))) {
        RecordOpening row{record.opened, static_cast<OpenedHow>(record.how), {}};
        if (const auto* person = parts.known_as({record.person})) row.by = person->name;
        out.latest.push_back(std::move(row));
    }
    return out;
}

} // namespace northseal::station
