// The kiosk's clock: what the log remembers of it, how it is looked at, and how people set it.

#include "storage/credential/cbor.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

// Before there is a delegation only the product's own age bounds what people can mean.
constexpr Instant earliest_sensible = 1735689600; // 2025-01-01
constexpr Instant latest_after = Instant{10} * 366 * 86400;

Instant written(Instant time)
{
    return std::clamp<Instant>(time, 0, instant_most);
}

Result<Instant> read_instant(credential::CborReader& in)
{
    const auto value = TRY(in.number());
    if (value > static_cast<std::uint64_t>(instant_most)) return refused("a time past the year 9999");
    return static_cast<Instant>(value);
}

Result<> check_people(const Parts& parts, FacilitatorId first, FacilitatorId second)
{
    const auto may = parts.who_vouches();
    const auto is_one = [&](FacilitatorId id) { return std::find(may.begin(), may.end(), id) != may.end(); };
    if (!is_one(first) || (second.value != 0 && !is_one(second))) {
        return refused("only people whom the institution has certified set the clock");
    }
    if (may.size() > 1 && (second.value == 0 || second == first)) {
        return refused("two different people set the clock, each with their own PIN");
    }
    if (may.size() == 1 && second.value != 0) return refused("one person cannot be two");
    return {};
}

Result<> check_said(Instant said, Instant delegated)
{
    const auto least = std::max(earliest_sensible, delegated - desk_ahead_tolerated);
    if (said < least) {
        return refused(
            "it is later than that: the institution " +
            std::string(delegated > 0 ? "signed this kiosk's delegation" : "had no kiosks before") +
            (delegated > 0 ? " on " : " ") + to_date_time(std::max(delegated, least)));
    }
    if (said > least + latest_after) {
        return refused("that is more than ten years past this kiosk's delegation: look at the year again");
    }
    return {};
}

Instant delegated_at(const Parts& parts)
{
    return parts.public_facts.empty() ? 0 : parts.public_facts.back().from;
}

Result<> append_correction(Parts& parts, const ClockBody& body)
{
    auto head = TRY(parts.ledger->log().head());
    ledger::Entry entry;
    entry.number = head.tree.size() + 1;
    entry.time = body.said;
    entry.time_source = body.second != 0 ? ledger::TimeSource::two_people : ledger::TimeSource::unconfirmed;
    entry.actor = body.first;
    entry.kind = ledger::EntryKind::clock_corrected;
    entry.body = encode(body);
    return parts.ledger->log().append(entry, head);
}

} // namespace

Bytes encode(const ClockBody& body)
{
    credential::CborWriter out;
    out.array(5).number(static_cast<std::uint64_t>(written(body.machine)));
    out.number(static_cast<std::uint64_t>(written(body.held)));
    out.number(static_cast<std::uint64_t>(written(body.said)));
    out.number(static_cast<std::uint64_t>(body.first)).number(static_cast<std::uint64_t>(body.second));
    return out.take();
}

Result<ClockBody> decode_clock(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 5) return refused("a correction of the clock has another shape");
    ClockBody out;
    out.machine = TRY(read_instant(in));
    out.held = TRY(read_instant(in));
    out.said = TRY(read_instant(in));
    out.first = static_cast<std::int64_t>(TRY(in.number()));
    out.second = static_cast<std::int64_t>(TRY(in.number()));
    if (!in.at_end()) return refused("a correction of the clock has something after its end");
    return out;
}

Bytes encode(const SettledBody& body)
{
    credential::CborWriter out;
    out.array(2).number(static_cast<std::uint64_t>(written(body.machine)));
    out.number(static_cast<std::uint64_t>(written(body.time)));
    return out.take();
}

Result<SettledBody> decode_settled(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 2) return refused("what settles the clock has another shape");
    SettledBody out;
    out.machine = TRY(read_instant(in));
    out.time = TRY(read_instant(in));
    if (!in.at_end()) return refused("what settles the clock has something after its end");
    return out;
}

namespace {

Result<> hear(const ledger::Entry& entry, ClockRecord& record)
{
    if (entry.kind == ledger::EntryKind::clock_noted) {
        record.doubted = TRY(decode_number(entry.body));
    } else if (entry.kind == ledger::EntryKind::clock_corrected) {
        const auto body = TRY(decode_clock(entry.body));
        record = {body.said - body.machine, body.machine, body.second != 0, std::nullopt};
    } else if (entry.kind == ledger::EntryKind::clock_settled) {
        const auto body = TRY(decode_settled(entry.body));
        const auto offset = body.time - body.machine;
        if (offset != record.offset) record = {offset, std::nullopt, false, std::nullopt};
        record.doubted.reset();
    }
    return {};
}

} // namespace

Result<ClockRecord> clock_record_of(ledger::Ledger& ledger)
{
    ClockRecord record;
    std::uint64_t last = 0;
    for (const auto number : TRY(ledger.log().clock_entries())) {
        const auto entry = TRY(ledger.log().entry(number));
        if (!entry) return corrupt("the log has lost entry " + std::to_string(number));
        const auto heard = hear(*entry, record);
        if (!heard.ok()) return corrupt("log entry " + std::to_string(number) + ": " + heard.error().detail);
        last = number;
    }
    // A delegation installed since is a new witness: the clock is judged by it anew.
    const auto delegations = TRY(ledger.delegations().all());
    if (!delegations.empty() && delegations.back().entry > last) record.doubted.reset();
    return record;
}

Result<Dated> date_without_station(ledger::Ledger& ledger, const Clock& clock)
{
    const auto head = TRY(ledger.log().head());
    const auto record = TRY(clock_record_of(ledger));
    const auto delegations = TRY(ledger.delegations().all());
    ClockBounds bounds{head.last_time, 0};
    if (!delegations.empty()) bounds.delegated = TRY(decode_facts(delegations.back().facts)).from;
    ClockWatch watch;
    const auto reading = watch.look(clock, record, bounds);
    return Dated{std::clamp(reading.held.value_or(head.last_time), head.last_time, instant_most),
                 reading.trust, reading.says, head.last_time};
}

Error clock_doubt(const Dated& now, const std::string& what_next)
{
    return refused("the kiosk's clock is in doubt: it says " + to_date_time(written(now.says)) +
                   ", and the last entry was made on " + to_date_time(now.last_entry) +
                   ". Set the clock, two people together; " + what_next);
}

Result<> Station::Parts::load_clock()
{
    clock_record = TRY(clock_record_of(*ledger));
    return {};
}

ClockReading Station::Parts::look_at_clock(const ledger::LogHead& head) const
{
    return clock_watch.look(around.clock, clock_record, {head.last_time, delegated_at(*this)});
}

Result<ClockReading> Station::Parts::watch_clock()
{
    auto head = TRY(ledger->log().head());
    const auto reading = look_at_clock(head);
    const bool doubted = reading.trust != ClockTrust::sound;
    const bool begins = doubted && !clock_record.doubted;
    const bool ends = !doubted && (clock_record.doubted || reading.offset != clock_record.offset);
    if (head.tree.size() == 0 || (!begins && !ends)) return reading;
    const auto append = [&]() -> Result<> {
        auto entry = next_entry(
            head, begins ? ledger::EntryKind::clock_noted : ledger::EntryKind::clock_settled, {}, 0);
        entry.body = begins ? encode_number(written(reading.machine))
                            : encode(SettledBody{reading.machine, reading.says});
        return ledger->log().append(entry, head);
    };
    TRY(ledger->transaction(append));
    TRY(load_clock());
    return reading;
}

Instant Station::now() const
{
    const auto& parts = *m_parts;
    const auto& watch = parts.clock_watch;
    return parts.around.clock.now() + (watch.has_begun() ? watch.offset() : parts.clock_record.offset);
}

Result<ClockState> Station::clock_state() const
{
    const auto head = TRY(m_parts->ledger->log().head());
    const auto reading = m_parts->look_at_clock(head);
    return ClockState{reading.trust, reading.says, head.last_time, reading.two_people};
}

Result<ClockState> Station::watch_clock()
{
    TRY(m_parts->check_unlocked());
    TRY(m_parts->watch_clock());
    return clock_state();
}

int Station::people_to_set_clock() const
{
    return m_parts->who_vouches().size() > 1 ? 2 : 1;
}

Result<ClockSetting> Station::set_clock(Instant said, FacilitatorId first, std::string_view first_pin,
                                        FacilitatorId second, std::string_view second_pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    TRY(check_people(parts, first, second));
    TRY(check_said(said, delegated_at(parts)));
    const auto reading = TRY(parts.watch_clock()); // before the PINs, which take their time
    const auto ticks = parts.around.clock.ticks();
    ClockSetting out;
    out.first = TRY(parts.vault.try_pin(first.value, first_pin));
    if (out.first.answer != PinAnswer::accepted) return out;
    if (second.value != 0) {
        out.second = TRY(parts.vault.try_pin(second.value, second_pin));
        if (out.second.answer != PinAnswer::accepted) return out;
    }
    const ClockBody body{reading.machine, reading.held.value_or(0), said, first.value, second.value};
    TRY(parts.ledger->transaction([&] { return append_correction(parts, body); }));
    parts.clock_watch.set(reading.machine, ticks, said - written(reading.machine), second.value != 0);
    TRY(parts.load_clock());
    return out;
}

} // namespace northseal::station
