// The delegation's end: told ahead, and renewed by words over the radio.

#include "storage/credential/cbor.h"
#include "storage/institution/renewal.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

constexpr Instant day = 86400;
constexpr int first_warning_days = 60;
constexpr int last_warning_days = 14;

institution::RenewedDelegation name_of(const HeldDelegation& held)
{
    return {held.facts.facts.did, held.facts.facts.kiosk, held.number};
}

Result<> check_terms(Parts& parts, const HeldDelegation& held, const institution::RenewalTerms& terms)
{
    const auto& facts = held.facts.facts;
    if (terms.until < facts.delegation_until || terms.count < facts.delegation_count) {
        return refused("these words would take something away, and a renewal never does");
    }
    if (!TRY(parts.ledger->delegations().index_at(held.number, terms.count - 1))) {
        return refused(
            "these words allow more certificates than this kiosk has numbers for: ask the desk for "
            "a new delegation");
    }
    return {};
}

Result<> append_renewal(Parts& parts, const RenewalBody& body, FacilitatorId by)
{
    auto head = TRY(parts.ledger->log().head());
    auto entry = parts.next_entry(head, ledger::EntryKind::delegation_renewed, by, 0);
    entry.body = encode(body);
    TRY(parts.ledger->log().append(entry, head));
    return parts.ledger->delegations().renew(
        {entry.number, body.delegation, body.number, body.until, body.count});
}

} // namespace

Bytes encode(const RenewalBody& body)
{
    credential::CborWriter out;
    out.array(5).number(body.delegation).number(body.number);
    out.number(static_cast<std::uint64_t>(body.until)).number(body.count).bytes(body.mac);
    return out.take();
}

Result<RenewalBody> decode_renewal(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 5) return refused("a renewal has another shape");
    RenewalBody out;
    out.delegation = TRY(in.number());
    out.number = TRY(in.number());
    const auto until = TRY(in.number());
    const auto count = TRY(in.number());
    const auto mac = TRY(in.bytes());
    if (!in.at_end()) return refused("a renewal has something after its end");
    if (until > static_cast<std::uint64_t>(instant_most) || count > institution::renewal_count_most) {
        return refused("a renewal holds a value that is never written");
    }
    out.until = static_cast<Instant>(until);
    out.count = static_cast<std::uint32_t>(count);
    out.mac = TRY(exactly<16>(mac, "a renewal's mark"));
    return out;
}

Result<DelegationFacts> facts_in_force(const ledger::DelegationRecord& record,
                                       const std::vector<ledger::RenewalRecord>& renewals)
{
    auto out = TRY(decode_facts(record.facts));
    for (const auto& renewal : renewals) {
        if (renewal.delegation != record.number) continue;
        out.facts.delegation_until = renewal.until;
        out.facts.delegation_count = renewal.count;
    }
    return out;
}

Result<> check_renewal(Parts& parts, const ledger::Entry& entry)
{
    const auto body = TRY(decode_renewal(entry.body));
    for (const auto& row : TRY(parts.ledger->delegations().renewals())) {
        if (row.entry != entry.number) continue;
        if (row.delegation != body.delegation || row.number != body.number || row.until != body.until ||
            row.count != body.count) {
            return refused("the list of renewals does not fit it");
        }
        for (const auto& held : parts.delegations) {
            if (held.number != body.delegation) continue;
            // Only the machine that heard them could make the mark again.
            if (entry.number < parts.eras.back().first) return {};
            const auto mac =
                TRY(institution::renewal_mac(name_of(held), {body.number, body.until, body.count},
                                             *parts.vault.kiosk_signing_key(), held.desk));
            return mac == body.mac ? Result<>() : refused("the desk never said these words");
        }
        return refused("it renews a delegation that is not here");
    }
    return refused("the list of renewals does not have it");
}

Result<> Station::renew(std::string_view typed, const institution::WordList& words, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (by.value != 0 && parts.person(by) == nullptr) {
        return Error{Fault::not_found, "there is no such facilitator"};
    }
    const auto message = TRY(institution::hear_words(typed, words));
    const auto spoken = TRY(institution::unpack_renewal(message));
    if (parts.delegations.empty()) return refused("this kiosk has no delegation yet that could be renewed");
    const auto& held = parts.delegations.back();
    const auto head = TRY(parts.ledger->log().head());
    if (held.entry < head.epoch_entry) {
        return refused(
            "this kiosk was restored from a copy, and needs a new delegation: words are not enough");
    }
    const auto mac = TRY(
        institution::renewal_mac(name_of(held), spoken.terms, *parts.vault.kiosk_signing_key(), held.desk));
    if (!equal_in_constant_time(mac, spoken.mac)) {
        return refused("these words are not for this kiosk's delegation, number " +
                       std::to_string(held.number) + ": ask the desk which one it renewed");
    }
    std::uint64_t last = 0;
    for (const auto& renewal : TRY(parts.ledger->delegations().renewals())) {
        if (renewal.delegation == held.number) last = renewal.number;
    }
    if (spoken.terms.number == last) return {}; // the same words once more change nothing
    if (spoken.terms.number < last) {
        return refused("these words were used before; a later renewal is in force here");
    }
    TRY(check_terms(parts, held, spoken.terms));
    TRY(parts.watch_clock());
    const RenewalBody body{held.number, spoken.terms.number, spoken.terms.until, spoken.terms.count,
                           spoken.mac};
    TRY(parts.ledger->transaction([&] { return append_renewal(parts, body, by); }));
    TRY(parts.load_facts());
    parts.delegations.back().facts.facts.delegation_until = body.until;
    parts.delegations.back().facts.facts.delegation_count = body.count;
    return {};
}

Result<DelegationNotice> Station::delegation_notice() const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto head = TRY(parts.ledger->log().head());
    const auto now = parts.time_after(head);
    DelegationNotice out;
    std::uint64_t allowed = 0;
    for (const auto& held : parts.delegations) {
        const auto until = held.facts.facts.delegation_until;
        out.until = std::max(out.until, until);
        if (now > until || held.entry < head.epoch_entry) continue;
        allowed += held.facts.facts.delegation_count;
        out.left += Parts::left_of(held, head);
    }
    if (parts.delegations.empty()) return out;
    out.days = static_cast<int>((out.until - now + day - 1) / day);
    if (now > out.until) {
        out.days = 0;
        out.warning = DelegationWarning::ended;
    } else if (out.left == 0) {
        out.warning = DelegationWarning::used_up;
    } else if (out.days <= last_warning_days) {
        out.warning = DelegationWarning::ends_very_soon;
    } else if (std::uint64_t{5} * static_cast<std::uint64_t>(out.left) <= allowed) {
        out.warning = DelegationWarning::few_left;
    } else if (out.days <= first_warning_days) {
        out.warning = DelegationWarning::ends_soon;
    }
    return out;
}

} // namespace northseal::station
