// What was issued while the clock was wrong and nothing showed it (README, "Clock").

#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

struct Correction {
    std::uint64_t entry{0};
    std::uint64_t trusted{0}; // the last entry before it whose time people had set, or 0
    Instant error{0};         // of the clock before it: below 0 where it was ahead
};

// Every correction that shows an error of more than a day.
Result<std::vector<Correction>> telling_corrections(ledger::Ledger& ledger)
{
    std::vector<Correction> out;
    std::uint64_t trusted = 0;
    for (const auto number : TRY(ledger.log().clock_entries())) {
        const auto entry = TRY(ledger.log().entry(number));
        if (!entry || entry->kind != ledger::EntryKind::clock_corrected) continue;
        const auto body = TRY(decode_clock(entry->body));
        const auto before = TRY(ledger.log().entry(number - 1));
        const auto error = body.held == 0 ? 0 : body.said - body.held;
        const auto ahead = before ? before->time - body.said : 0;
        if (error > clock_error_told || error < -clock_error_told) {
            out.push_back({number, trusted, error});
        } else if (ahead > clock_error_told) {
            out.push_back({number, trusted, -ahead});
        }
        trusted = number;
    }
    return out;
}

// The first entry that may be dated wrong. A clock that ran ahead left a gap where it jumped; one that fell
// behind leaves no mark, so all since the last sure time is doubtful.
Result<std::uint64_t> first_wrong(ledger::Ledger& ledger, const Correction& correction)
{
    const auto jump = -correction.error - clock_lag_tolerated;
    std::uint64_t start = correction.trusted + 1;
    std::uint64_t gap = 0;
    Instant before = 0;
    const auto look = [&](const ledger::Entry& entry, const Digest&) -> Result<> {
        if (entry.number >= correction.entry) return {};
        if (entry.time_source == ledger::TimeSource::confirmed) {
            start = entry.number + 1;
            gap = 0;
        } else if (correction.error < 0 && gap == 0 && before > 0 && entry.time - before >= jump) {
            gap = entry.number;
        }
        before = entry.time;
        return {};
    };
    TRY(ledger.log().visit(std::max<std::uint64_t>(correction.trusted, 1), look));
    if (correction.error > 0) return start;
    if (gap != 0) return gap;
    return start == 1 ? 1 : correction.entry; // ahead since its enrolment, or not at all
}

} // namespace

Result<std::vector<IssuedRow>> Station::doubtful_certificates() const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    std::vector<IssuedRow> out;
    for (const auto& correction : TRY(telling_corrections(*parts.ledger))) {
        const auto collect = [&](const ledger::Entry& entry, const Digest&) -> Result<> {
            if (entry.kind != ledger::EntryKind::credential_issued) return {};
            if (entry.number >= correction.entry) return {};
            const auto record = TRY(parts.ledger->issued().find(entry.number));
            if (record) out.push_back(TRY(parts.shown_issue(*record)));
            return {};
        };
        const auto first = TRY(first_wrong(*parts.ledger, correction));
        TRY(parts.ledger->log().visit(first, collect));
    }
    return out;
}

} // namespace northseal::station
