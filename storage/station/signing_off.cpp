#include "storage/base/text.h"
#include "storage/station/sign_off_steps.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

Result<> check_assessor(const Facilitator& person, const catalogue::Programme& programme,
                        const AssessmentContent& content)
{
    if (person.role != "assessor") return refused("an assessor signs first; this person is a witness");
    const auto missing = what_is_missing(programme, content);
    if (!missing.empty()) {
        return refused("it cannot be signed off yet: " + missing.front().key + " " +
                       std::to_string(missing.front().outcome));
    }
    return {};
}

Result<> check_witness(const Facilitator& person, const catalogue::Programme& programme,
                       const AssessmentContent& content)
{
    if (!programme.witness_required) return refused("this assessment is signed off already");
    if (content.witness != 0) return refused("assessor and witness have both signed already");
    if (content.assessor == person.id.value) {
        return refused("the witness must be another person than the assessor");
    }
    return {};
}

} // namespace

Result<> append_sign_off(Parts& parts, OpenAssessment& found, std::int64_t person,
                         const SigningKey& signing_key)
{
    const auto* held = parts.offered_template(found.record.programme, found.record.language);
    if (held == nullptr) return refused("this kiosk may no longer issue " + found.record.programme);
    const bool as_assessor = found.record.state == ledger::RecordState::draft;
    auto head = TRY(parts.ledger->log().head());
    const auto kind =
        as_assessor ? ledger::EntryKind::assessment_signed : ledger::EntryKind::assessment_witnessed;
    auto entry = parts.next_entry(head, kind, {person}, found.record.learner);
    SignOff statement;
    statement.kiosk_key = parts.vault.kiosk_key();
    statement.assessment = found.record.id;
    statement.learner = found.record.learner;
    statement.programme = held->programme_id;
    statement.version = held->version;
    statement.language = held->language;
    (as_assessor ? found.content.assessor : found.content.witness) = person;
    statement.content = found.content;
    statement.role = as_assessor ? "assessor" : "witness";
    statement.person = person;
    statement.time = entry.time;
    auto encoded = encode(statement);
    auto message = sign_off_message(encoded);
    auto plain = encode_signed(encoded, signing_key.sign(message));
    const auto key = TRY(parts.learner_key(found.record.learner));
    entry.body = encode_number(found.record.id);
    entry.sealed = vault::seal(
        key.view(), plain, place_of("entries", static_cast<std::int64_t>(entry.number)), parts.around.random);
    for (auto* bytes : {&encoded, &message, &plain}) wipe(*bytes);
    TRY(parts.ledger->log().append(entry, head));
    found.record.state = ledger::RecordState::signed_off;
    found.record.saved = entry.time;
    return parts.keep_assessment(found);
}

Result<> check_may_sign(const Facilitator& person)
{
    if (person.certified) return {};
    return refused("the institution has not certified this person here; they may only keep drafts");
}

Result<> check_sign_off_by(Parts& parts, OpenAssessment& found, const Facilitator& person)
{
    const auto* held = parts.offered_template(found.record.programme, found.record.language);
    if (held == nullptr) return refused("this kiosk may no longer issue " + found.record.programme);
    if (found.record.state == ledger::RecordState::issued)
        return refused("this certificate is issued already");
    if (found.record.state != ledger::RecordState::draft)
        return check_witness(person, *held->programme, found.content);
    TRY(check_assessor(person, *held->programme, found.content));
    if (!found.content.narrative.empty())
        found.content.narrative = TRY(clean_text_claim(found.content.narrative));
    return {};
}

Result<PinOutcome> Station::sign_off(AssessmentId id, FacilitatorId by, std::string_view pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto* person = parts.person(by);
    if (person == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    TRY(check_may_sign(*person));
    TRY(parts.watch_clock());
    auto found = TRY(parts.require_assessment(id));
    TRY(check_sign_off_by(parts, found, *person));
    return parts.vault.try_pin(by.value, pin, [&](const SigningKey& key) {
        return parts.ledger->transaction([&] { return append_sign_off(parts, found, by.value, key); });
    });
}

} // namespace northseal::station
