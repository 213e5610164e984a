#include <algorithm>

#include "storage/credential/credential.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

// The template's choices.
constexpr std::uint32_t kiosk_clock_unconfirmed = 2;
constexpr std::uint32_t set_by_two_people = 3;

Result<const HeldTemplate*> check_ready(const Parts& parts, const OpenAssessment& found)
{
    switch (found.record.state) {
    case ledger::RecordState::draft:
        return refused("it must be signed off before it is issued");
    case ledger::RecordState::issued:
        return refused("this certificate is issued already");
    case ledger::RecordState::signed_off:
        break;
    }
    const auto* held = parts.offered_template(found.record.programme, found.record.language);
    if (held == nullptr) return refused("this kiosk may no longer issue " + found.record.programme);
    if (!what_is_missing(*held->programme, found.content).empty()) {
        return refused("this assessment does not reach what the programme requires");
    }
    if (found.content.assessor == 0) return refused("no assessor has signed");
    if (held->programme->witness_required && found.content.witness == 0) {
        return refused("this programme asks for a witness, who has not signed yet");
    }
    return held;
}

struct Allowance {
    std::uint64_t delegation{0};
    std::uint32_t status_index{0};
    std::uint32_t site{0};
};

// The oldest delegation that still allows it: what was granted is used up before its end.
Result<Allowance> find_allowance(Parts& parts, const ledger::LogHead& head, const Digest& template_id,
                                 Instant now)
{
    bool ended = false;
    bool not_begun = false;
    for (const auto& held : parts.delegations) {
        const auto& facts = held.facts;
        const auto& allowed = facts.templates;
        if (std::find(allowed.begin(), allowed.end(), template_id) == allowed.end()) continue;
        if (now > facts.facts.delegation_until) ended = true;
        if (now < facts.from) not_begun = true;
        if (now > facts.facts.delegation_until || now < facts.from) continue;
        if (Parts::left_of(held, head) == 0) continue;
        const auto used = head.spent_of(held.number);
        const auto index = TRY(parts.ledger->delegations().index_at(held.number, used));
        if (!index) return corrupt("the delegation's status indexes are missing from the ledger");
        return Allowance{held.number, *index, held.site};
    }
    const auto& latest = parts.facts;
    if (not_begun) {
        return refused("the delegation has not begun: the kiosk's clock says " + to_date_time(now) +
                       ". Set the clock; the assessment is kept");
    }
    if (ended) {
        return refused("the delegation ended on " + to_date_time(latest.delegation_until) +
                       ". Ask the institution for a renewal and install it; the assessment is kept and is "
                       "issued then");
    }
    return Error{Fault::full, "all " + std::to_string(latest.delegation_count) +
                                  " certificates that the institution allowed are issued. Ask it for more; "
                                  "the assessment is kept and is issued then"};
}

std::string certified_name(const Parts& parts, std::int64_t person)
{
    const auto* found = parts.known_as({person});
    return found == nullptr || !found->certified ? std::string() : found->name;
}

Result<credential::Claims> claims_of(Parts& parts, const OpenAssessment& found,
                                     const LearnerIdentity& learner, const Allowance& allowance,
                                     const ledger::Entry& entry)
{
    credential::Claims claims;
    claims.id = parts.around.random.uuid();
    claims.valid_from = entry.time;
    claims.time_source =
        entry.time_source == ledger::TimeSource::two_people ? set_by_two_people : kiosk_clock_unconfirmed;
    claims.learner_name = learner.name;
    claims.learner_number = learner.number;
    claims.levels = found.content.levels;
    claims.narrative = found.content.narrative;
    claims.evidence = found.content.evidence;
    claims.assessor = certified_name(parts, found.content.assessor);
    claims.witness = certified_name(parts, found.content.witness);
    claims.identity_grade = static_cast<std::uint32_t>(learner.identity);
    claims.supervision = found.content.supervision;
    claims.kiosk = parts.facts.kiosk;
    claims.status_index = allowance.status_index;
    claims.specimen = parts.facts.specimen;
    claims.site = allowance.site;
    if (claims.assessor.empty()) return refused("the assessor is no longer certified by the institution");
    return claims;
}

Result<ledger::IssuedRecord> append_issued(Parts& parts, const OpenAssessment& found,
                                           const HeldTemplate& held, const LearnerIdentity& learner,
                                           FacilitatorId by)
{
    auto& ledger = *parts.ledger;
    auto head = TRY(ledger.log().head());
    auto entry = parts.next_entry(head, ledger::EntryKind::credential_issued, by, found.record.learner);
    const auto allowance = TRY(find_allowance(parts, head, held.form->id(), entry.time));
    const auto claims = TRY(claims_of(parts, found, learner, allowance, entry));
    const auto signed_credential =
        TRY(credential::sign(*held.form, claims, *parts.vault.kiosk_signing_key()));
    IssuedBody body;
    body.template_id = held.form->id();
    body.assessment = found.record.id;
    body.delegation = allowance.delegation;
    body.status_index = allowance.status_index;
    body.received_digest = TRY(credential::received_digest(signed_credential));
    body.signature = signed_credential.signature;
    entry.body = encode(body);
    auto plain = TRY(credential::encode_claims(claims));
    const auto key = TRY(parts.learner_key(found.record.learner));
    entry.sealed = vault::seal(
        key.view(), plain, place_of("entries", static_cast<std::int64_t>(entry.number)), parts.around.random);
    wipe(plain);
    ++head.spent[allowance.delegation];
    TRY(ledger.log().append(entry, head));
    ledger::IssuedRecord record;
    record.entry = entry.number;
    record.assessment = found.record.id;
    record.learner = found.record.learner;
    record.template_id = Bytes(body.template_id.begin(), body.template_id.end());
    record.status_index = body.status_index;
    record.issued_at = entry.time;
    TRY(ledger.issued().insert(record));
    TRY(ledger.assessments().mark_issued(found.record.id, entry.number));
    return record;
}

} // namespace

Result<IssuedId> Station::issue(AssessmentId id, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    const auto reading = TRY(parts.watch_clock());
    const auto append_all = [&]() -> Result<ledger::IssuedRecord> {
        const auto found = TRY(parts.require_assessment(id));
        const auto* held = TRY(check_ready(parts, found));
        // A credential's date is signed for ever.
        if (reading.trust != ClockTrust::sound) {
            const auto head = TRY(parts.ledger->log().head());
            return clock_doubt({head.last_time, reading.trust, reading.says, head.last_time},
                               "the assessment is kept and is issued then");
        }
        const auto learner = TRY(parts.ledger->learners().find(found.record.learner));
        if (!learner) return corrupt("the assessment's learner is missing from the ledger");
        const auto identity = TRY(parts.identity_of(*learner));
        if (!identity) return Error{Fault::not_found, "this learner's record was erased"};
        return append_issued(parts, found, *held, *identity, by);
    };
    // One transaction, one sync: entry, row, state and allowance stand together or not at all.
    const auto record = TRY(parts.ledger->transaction(append_all));
    return IssuedId{static_cast<std::int64_t>(record.entry)};
}

} // namespace northseal::station
