// What holds the kiosk's secrets: the ways in, their renewal, and the end.

#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

// Before the keys go: the log's last entry, and the word of what it holds.
Result<> tell_retirement(Parts& parts, FacilitatorId by)
{
    return parts.ledger->transaction([&]() -> Result<> {
        auto head = TRY(parts.ledger->log().head());
        auto entry = parts.next_entry(head, ledger::EntryKind::retirement_decided, by, 0);
        entry.body = encode_number(by.value);
        return parts.ledger->log().append(entry, head);
    });
}

} // namespace

Result<PinOutcome> Station::Parts::with_pin(FacilitatorId by, std::string_view pin,
                                            const std::function<Result<>(const vault::Telling&)>& change)
{
    TRY(check_unlocked());
    const auto outcome = TRY(vault.try_pin(by.value, pin));
    if (outcome.answer != PinAnswer::accepted) return outcome;
    TRY(change({by.value, log_size()}));
    static_cast<void>(tell_owed().ok()); // else it stays owed, durably
    facts.protection_class = vault.protection_class();
    return outcome;
}

Result<> Station::unlock_with_token(const std::string& folder)
{
    auto& parts = *m_parts;
    if (!parts.vault.is_locked()) return {};
    TRY(parts.vault.unlock_with_token(folder));
    return parts.load_all();
}

Result<PinOutcome> Station::unlock_with_pin(FacilitatorId id, std::string_view pin)
{
    auto& parts = *m_parts;
    if (!parts.vault.is_locked()) return parts.vault.try_pin(id.value, pin);
    const auto outcome = TRY(parts.vault.unlock_with_pin(id.value, pin));
    if (outcome.answer == PinAnswer::accepted) TRY(parts.load_all());
    return outcome;
}

Result<> Station::unlock_with_code(std::string_view code)
{
    auto& parts = *m_parts;
    TRY(parts.vault.unlock_with_code(code, parts.log_size()));
    return parts.load_all();
}

bool Station::is_recovering() const
{
    return m_parts->vault.is_recovering();
}

std::vector<Facilitator> Station::people_while_locked() const
{
    std::vector<Facilitator> out;
    for (const auto& person : m_parts->vault.people()) {
        if (!person.left) out.push_back({{person.number}, {}, person.role});
    }
    return out;
}

Result<PinOutcome> Station::protect(const vault::Protection& wanted, FacilitatorId by, std::string_view pin)
{
    return m_parts->with_pin(by, pin, [&](const vault::Telling& telling) -> Result<> {
        TRY(m_parts->vault.protect(wanted, telling));
        // A chip opens by the PINs that it has heard: from here on by this person's.
        if (std::holds_alternative<vault::TpmChip>(wanted)) TRY(m_parts->vault.try_pin(by.value, pin));
        return {};
    });
}

Result<PinOutcome> Station::add_token(const std::string& folder, FacilitatorId by, std::string_view pin)
{
    return m_parts->with_pin(
        by, pin, [&](const vault::Telling& telling) { return m_parts->vault.add_token(folder, telling); });
}

Result<PinOutcome> Station::remove_token(const ByteArray<16>& token, FacilitatorId by, std::string_view pin)
{
    return m_parts->with_pin(
        by, pin, [&](const vault::Telling& telling) { return m_parts->vault.remove_token(token, telling); });
}

std::vector<ByteArray<16>> Station::tokens() const
{
    return m_parts->vault.tokens();
}

Result<NewCodes> Station::renew_recovery_codes(FacilitatorId by, std::string_view pin)
{
    NewCodes out;
    const auto renew = [&](const vault::Telling& telling) -> Result<> {
        out.codes = TRY(m_parts->vault.renew_recovery_codes(telling));
        return {};
    };
    out.outcome = TRY(m_parts->with_pin(by, pin, renew));
    return out;
}

std::vector<std::uint64_t> Station::recovery_sheets_left() const
{
    return m_parts->vault.sheets_left();
}

Result<PinOutcome> Station::retire(FacilitatorId by, std::string_view pin, Unsent unsent)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto head = TRY(parts.ledger->log().head());
    const auto waiting = static_cast<std::int64_t>(head.tree.size()) - head.received;
    if (waiting > 0 && unsent == Unsent::refuse) {
        return refused(std::to_string(waiting) + " entries of the log have not reached the institution: send "
                                                 "them first, or say that they may be lost");
    }
    const auto outcome = TRY(parts.vault.try_pin(by.value, pin));
    if (outcome.answer != PinAnswer::accepted) return outcome;
    TRY(tell_retirement(parts, by));
    if (parts.named() != nullptr) TRY(checkpoint());
    parts.forget();
    const auto done = parts.vault.retire("by facilitator " + std::to_string(by.value) + " on " +
                                         to_date_time(parts.time_after(head)));
    static_cast<void>(parts.ledger->rest().ok());
    TRY(done);
    return outcome;
}

} // namespace northseal::station
