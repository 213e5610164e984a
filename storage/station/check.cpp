#include <algorithm>
#include <set>

#include "storage/credential/credential.h"
#include "storage/station/access_bodies.h"
#include "storage/station/parts.h"
#include "storage/station/session_body.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

Error misfit(const ledger::Entry& entry, const std::string& why)
{
    return corrupt("log entry " + std::to_string(entry.number) + ": " + why);
}

template<class T>
Result<> opens(const Result<T>& read)
{
    return read.ok() ? Result<>() : Result<>(read.error());
}

Result<> check_sign_off(const Parts& parts, const ledger::Entry& entry, ByteView plain)
{
    const auto signed_statement = TRY(decode_signed(plain));
    for (const auto& person : parts.vault.people()) {
        if (person.number != entry.actor) continue;
        const auto message = sign_off_message(signed_statement.statement);
        if (verify(person.key, message, signed_statement.signature)) return {};
        for (const auto& key : person.former_keys) {
            if (verify(key, message, signed_statement.signature)) return {};
        }
        return misfit(entry, "the facilitator's signature does not fit");
    }
    return misfit(entry, "it was signed by somebody who is not known here");
}

Result<> check_issued(Parts& parts, const ledger::Entry& entry, const IssuedBody& body, ByteView plain)
{
    const auto* held = parts.find_template(body.template_id);
    if (held == nullptr) return misfit(entry, "its template is missing");
    credential::Signed award;
    award.template_id = body.template_id;
    award.claims = TRY(credential::decode_claims(plain));
    award.signature = body.signature;
    if (award.claims.status_index != body.status_index ||
        TRY(credential::received_digest(award)) != body.received_digest) {
        return misfit(entry, "its claims do not fit what is written beside them");
    }
    if (!TRY(credential::verify_signature(*held->form, award, parts.kiosk_key_at(entry.number)))) {
        return misfit(entry, "the kiosk's signature does not fit");
    }
    return {};
}

// What the walk has seen so far of the kiosk's own history.
struct Walk {
    std::map<std::uint64_t, std::uint32_t> spent;
    std::int64_t epoch{1};
    std::size_t renewals{0};
    std::optional<DelegationFacts> named; // by the delegation in force; a new machine waits for its own
    PublicKey kiosk_key{};
    std::map<std::int64_t, ledger::ErasureRecord> erasures; // by learner
    std::uint64_t last_erasure{0};
    std::int64_t last_assessment{0};                // the highest that was signed
    std::map<std::int64_t, std::uint64_t> sessions; // the latest entry that tells of each
    std::map<std::uint64_t, std::uint64_t> changes; // the latest request about each certificate
    std::set<std::int64_t> left;                    // people, as the log tells it
    std::int64_t openings{0};                       // of records, that their list has too
    std::set<std::int64_t> unlisted;                // learners whose openings it does not have
    std::map<std::int64_t, std::uint64_t> pins;     // the latest entry with a PIN of each learner
};

Result<> check_epoch(Walk& walk, const ledger::Entry& entry)
{
    const auto body = TRY(decode_epoch(entry.body));
    // It may skip some: those that a later restore gave up.
    if (body.epoch <= static_cast<std::uint64_t>(walk.epoch) || body.size != entry.number - 1) {
        return misfit(entry, "the epoch that it begins does not follow");
    }
    walk.epoch = static_cast<std::int64_t>(body.epoch);
    if (body.kiosk_key != walk.kiosk_key) walk.named.reset();
    walk.kiosk_key = body.kiosk_key;
    return {};
}

Result<> walk_erasure(Walk& walk, const ledger::Entry& entry)
{
    auto& record = walk.erasures[entry.learner];
    if (record.erased != 0) return misfit(entry, "it tells of somebody who was erased before");
    if (entry.kind == ledger::EntryKind::erasure_requested) {
        record = {entry.learner, entry.number, TRY(decode_erasure(entry.body)).due, 0};
        return {};
    }
    if (TRY(decode_number(entry.body)) != static_cast<std::int64_t>(record.requested)) {
        return misfit(entry, "nobody had asked for this erasure");
    }
    record.erased = entry.number;
    walk.last_erasure = entry.number;
    return {};
}

// Whoever left stays away: the vault has no key of theirs any more.
Result<> walk_left(const Parts& parts, Walk& walk, const ledger::Entry& entry)
{
    const auto body = TRY(decode_left(entry.body));
    for (const auto& person : parts.vault.people()) {
        if (person.number != body.person) continue;
        if (!person.left || person.key != body.key) break;
        walk.left.insert(body.person);
        return {};
    }
    return misfit(entry, "the vault does not know of this person's leaving");
}

// Its line in the list of openings; one that was erased since has none.
Result<> walk_opening(Parts& parts, Walk& walk, const ledger::Entry& entry)
{
    const auto body = TRY(decode_opened(entry.body));
    if (body.learner != entry.learner || body.person != entry.actor)
        return misfit(entry, "it tells of another than it is about");
    const auto row = TRY(parts.ledger->openings().find(entry.number));
    if (!row) {
        walk.unlisted.insert(entry.learner);
        return {};
    }
    const ledger::OpeningRecord told{
        entry.number, body.learner, row->day, body.person, static_cast<std::int64_t>(body.how), entry.time};
    if (*row != told) return misfit(entry, "the list of opened records does not fit it");
    ++walk.openings;
    return {};
}

// What can be checked without the learner's key, and so after an erasure too.
Result<IssuedBody> check_issued_row(Parts& parts, const ledger::Entry& entry)
{
    auto body = TRY(decode_issued(entry.body));
    const auto row = TRY(parts.ledger->issued().find(entry.number));
    if (!row || row->status_index != body.status_index || row->assessment != body.assessment ||
        row->learner != entry.learner || row->issued_at != entry.time ||
        !std::equal(row->template_id.begin(), row->template_id.end(), body.template_id.begin(),
                    body.template_id.end())) {
        return misfit(entry, "the list of issued certificates does not fit it");
    }
    const auto assessment = TRY(parts.ledger->assessments().find(body.assessment));
    if (!assessment || assessment->learner != entry.learner ||
        assessment->state != ledger::RecordState::issued || assessment->issued_entry != entry.number) {
        return misfit(entry, "the list of assessments does not fit it");
    }
    if (!TRY(parts.ledger->delegations().gave(body.delegation, body.status_index))) {
        return misfit(entry, "its status index was never given to this kiosk");
    }
    return body;
}

Result<> check_entry(Parts& parts, const ledger::Entry& entry, Walk& walk)
{
    std::optional<IssuedBody> issued;
    if (entry.kind == ledger::EntryKind::credential_issued) {
        issued = TRY(check_issued_row(parts, entry));
        ++walk.spent[issued->delegation];
    }
    if (entry.kind == ledger::EntryKind::epoch_begun) TRY(check_epoch(walk, entry));
    if (entry.kind == ledger::EntryKind::delegation_installed) walk.named = TRY(decode_facts(entry.body));
    if (entry.kind == ledger::EntryKind::delegation_renewed) {
        TRY(check_renewal(parts, entry));
        ++walk.renewals;
    }
    if (entry.kind == ledger::EntryKind::erasure_requested ||
        entry.kind == ledger::EntryKind::learner_erased) {
        TRY(walk_erasure(walk, entry));
    }
    if (entry.kind == ledger::EntryKind::session_signed)
        walk.sessions[TRY(decode_session(entry.body)).session] = entry.number;
    if (entry.kind == ledger::EntryKind::change_requested)
        walk.changes[static_cast<std::uint64_t>(TRY(decode_change(entry.body)).certificate)] = entry.number;
    const bool sign_off = entry.kind == ledger::EntryKind::assessment_signed ||
                          entry.kind == ledger::EntryKind::assessment_witnessed;
    if (entry.kind == ledger::EntryKind::learner_pin_set) {
        if (TRY(decode_number(entry.body)) != entry.learner)
            return misfit(entry, "it tells of another than it is about");
        walk.pins[entry.learner] = entry.number;
    }
    if (entry.kind == ledger::EntryKind::record_opened) TRY(walk_opening(parts, walk, entry));
    if (entry.kind == ledger::EntryKind::person_left) TRY(walk_left(parts, walk, entry));
    if (sign_off && walk.left.contains(entry.actor))
        return misfit(entry, "it was signed by somebody who had left before");
    if (sign_off) walk.last_assessment = std::max(walk.last_assessment, TRY(decode_number(entry.body)));
    if (entry.sealed.empty() || entry.learner == 0) return {};
    const auto wrapped = TRY(parts.ledger->learners().wrapped_key(entry.learner));
    if (!wrapped) return {}; // erased: the log stays whole, and what was sealed is gone
    const auto key = TRY(parts.vault.unwrap_learner_key(entry.learner, *wrapped));
    auto plain = TRY(
        parts.open_under(key, entry.sealed, place_of("entries", static_cast<std::int64_t>(entry.number))));
    auto outcome = [&]() -> Result<> {
        if (issued) return check_issued(parts, entry, *issued, plain);
        if (entry.kind == ledger::EntryKind::learner_pin_set) return opens(decode_learner_pin(plain));
        return sign_off ? check_sign_off(parts, entry, plain) : Result<>();
    }();
    wipe(plain);
    return outcome;
}

// An assessment was begun under a template that a delegation brought: a row that names none was changed. And
// no number is given twice.
Result<> check_assessments(Parts& parts, const Walk& walk)
{
    auto last = walk.last_assessment;
    TRY(parts.ledger->assessments().each([&](const ledger::AssessmentRecord& record) -> Result<> {
        last = std::max(last, record.id);
        const auto is_its = [&](const auto& held) {
            return held->programme_id == record.programme && held->language == record.language;
        };
        if (std::none_of(parts.templates.begin(), parts.templates.end(), is_its)) {
            return corrupt("assessment " + std::to_string(record.id) +
                           ": it names a programme that this kiosk never had");
        }
        return {};
    }));
    if (last >= TRY(parts.ledger->assessments().next_id())) {
        return corrupt("the count of assessments does not fit them");
    }
    return {};
}

// Who is due when, and that a key is gone only where the log says that it was destroyed.
Result<> check_erasures(Parts& parts, const Walk& walk)
{
    const auto rows = TRY(parts.ledger->erasures().all());
    const auto is_same = [](const auto& row, const auto& walked) { return row == walked.second; };
    const bool same =
        std::equal(rows.begin(), rows.end(), walk.erasures.begin(), walk.erasures.end(), is_same);
    if (!same || TRY(parts.ledger->log().head()).last_erasure != walk.last_erasure) {
        return corrupt("the list of erasures does not fit the log");
    }
    return {};
}

// Which entries tell of a session, and of what was asked about a certificate.
Result<> check_sessions_and_changes(Parts& parts, const Walk& walk)
{
    std::map<std::int64_t, std::uint64_t> sessions;
    for (const auto& record : TRY(parts.ledger->sessions().signed_ones()))
        sessions[record.id] = record.signed_entry;
    if (sessions != walk.sessions) return corrupt("the list of sessions does not fit the log");
    std::map<std::uint64_t, std::uint64_t> changes;
    for (const auto& record : TRY(parts.ledger->change_requests().all()))
        changes[record.certificate] = record.entry;
    if (changes != walk.changes) return corrupt("the list of requested changes does not fit the log");
    return {};
}

bool is_erased(const Walk& walk, std::int64_t learner)
{
    const auto erasure = walk.erasures.find(learner);
    return erasure != walk.erasures.end() && erasure->second.erased != 0;
}

Result<> check_learner_pins(Parts& parts, Walk walk)
{
    std::erase_if(walk.pins, [&](const auto& pin) { return is_erased(walk, pin.first); });
    std::map<std::int64_t, std::uint64_t> listed;
    for (const auto& record : TRY(parts.ledger->learner_pins().all())) listed[record.learner] = record.entry;
    if (listed != walk.pins) return corrupt("the list of learners' PINs does not fit the log");
    return {};
}

Result<> check_openings(Parts& parts, const Walk& walk)
{
    const bool all_listed = std::all_of(walk.unlisted.begin(), walk.unlisted.end(),
                                        [&](std::int64_t learner) { return is_erased(walk, learner); });
    if (all_listed && walk.openings == TRY(parts.ledger->openings().count())) return {};
    return corrupt("the list of opened records does not fit the log");
}

Result<> check_learners(Parts& parts, const Walk& walk)
{
    return parts.ledger->learners().each([&](const ledger::LearnerRecord& record) -> Result<> {
        const bool erased = is_erased(walk, record.id);
        if (record.wrapped_key.empty() != erased) {
            return corrupt("learner " + std::to_string(record.id) +
                           (erased ? ": the key that was destroyed is back"
                                   : ": the key is gone, and the log tells of no erasure"));
        }
        const auto identity = parts.identity_of(record);
        return identity.ok() ? Result<>() : Result<>(identity.error());
    });
}

} // namespace

Result<> Station::check_log() const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    Walk walk;
    walk.kiosk_key = parts.eras.front().kiosk_key;
    ledger::Ledger::Judges judges;
    judges.entry = [&](const ledger::Entry& entry) -> Result<> {
        auto outcome = check_entry(parts, entry, walk);
        if (outcome.ok() || outcome.error().fault == Fault::corrupt) return outcome;
        return misfit(entry, outcome.error().detail);
    };
    judges.checkpoint = [&](const std::string& note, std::uint64_t size, const Digest& root) -> Result<> {
        if (!walk.named) return corrupt("a checkpoint stands here before any delegation");
        const auto origin = origin_of(*walk.named, walk.epoch);
        const auto read = ledger::open_checkpoint(note, origin, walk.kiosk_key);
        if (!read.ok() || read.value().size != size || read.value().root != root) {
            return corrupt("the log does not fit its checkpoint of size " + std::to_string(size));
        }
        return {};
    };
    TRY(parts.ledger->check(judges));
    const auto head = TRY(parts.ledger->log().head());
    if (walk.epoch != head.epoch) return corrupt("the epoch does not fit the log");
    if (walk.renewals != TRY(parts.ledger->delegations().renewals()).size()) {
        return corrupt("the list of renewals does not fit the log");
    }
    if (walk.spent != head.spent) {
        return corrupt("what was spent of the delegations does not fit the log");
    }
    TRY(check_assessments(parts, walk));
    TRY(check_erasures(parts, walk));
    TRY(check_sessions_and_changes(parts, walk));
    TRY(check_openings(parts, walk));
    TRY(check_learner_pins(parts, walk));
    return check_learners(parts, walk);
}

} // namespace northseal::station
