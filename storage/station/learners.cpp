#include <algorithm>

#include "storage/base/hash.h"
#include "storage/base/text.h"
#include "storage/credential/cbor.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr std::size_t consent_words_most = 20'000;
constexpr std::size_t duplicates_most = 8;

Result<LearnerIdentity> clean_identity(const NewLearner& typed)
{
    LearnerIdentity out;
    out.name = TRY(clean_text_claim(typed.name));
    if (!typed.number.empty()) out.number = TRY(clean_text_claim(typed.number));
    out.age_band = typed.age_band;
    out.identity = typed.identity;
    out.language = typed.language;
    if (out.language.empty() || out.language.size() > 35) {
        return refused("the language of the certificate is missing");
    }
    return out;
}

Result<Consent> clean_consent(const NewLearner& typed)
{
    auto consent = typed.consent;
    if (!consent.keep_record) return refused("without consent to keep the record nothing may be kept");
    if (consent.words_shown.empty() || consent.words_shown.size() > consent_words_most ||
        !is_utf8(consent.words_shown)) {
        return refused("the words of consent that were shown are missing");
    }
    if (consent.language.empty() || consent.language.size() > 35) {
        return refused("the language of the consent is missing");
    }
    if (!consent.guardian.empty()) consent.guardian = TRY(clean_text_claim(consent.guardian));
    if (typed.age_band == AgeBand::youth_with_guardian && consent.guardian.empty()) {
        return refused("the guardian who consents must be named");
    }
    return consent;
}

// The body says which words were agreed to, by their digest: they are the same for everybody.
Bytes registration_body(std::int64_t learner, const Consent& consent)
{
    credential::CborWriter out;
    out.array(2).number(static_cast<std::uint64_t>(learner)).bytes(sha256(view(consent.words_shown)));
    return out.take();
}

Result<> append_registration(Station::Parts& parts, const LearnerIdentity& identity, const Consent& consent,
                             FacilitatorId by, std::int64_t& id)
{
    auto& ledger = *parts.ledger;
    auto head = TRY(ledger.log().head());
    id = TRY(ledger.learners().next_id());
    const auto key = TRY(parts.vault.new_learner_key());
    auto entry = parts.next_entry(head, ledger::EntryKind::learner_registered, by, id);
    entry.body = registration_body(id, consent);
    auto registration = encode_registration(identity, consent);
    entry.sealed =
        vault::seal(key.view(), registration, place_of("entries", static_cast<std::int64_t>(entry.number)),
                    parts.around.random);
    wipe(registration);
    TRY(ledger.log().append(entry, head));
    ledger::LearnerRecord record;
    record.id = id;
    record.entry = entry.number;
    record.registered = entry.time;
    auto plain = encode(identity);
    record.sealed = vault::seal(key.view(), plain, place_of("learners", id), parts.around.random);
    wipe(plain);
    record.wrapped_key = TRY(parts.vault.wrap_learner_key(id, key));
    return ledger.learners().insert(record);
}

constexpr std::size_t drafts_most = 50;

// How far each of a learner's assessments is.
Result<> count_assessments(Station::Parts& parts, LearnerRow& row)
{
    auto& table = parts.ledger->assessments();
    const auto id = row.id.value;
    row.drafts = static_cast<int>(TRY(table.count_of_learner(id, ledger::RecordState::draft)));
    row.signed_off = static_cast<int>(TRY(table.count_of_learner(id, ledger::RecordState::signed_off)));
    row.issued = static_cast<int>(TRY(table.count_of_learner(id, ledger::RecordState::issued)));
    if (row.drafts > 0) {
        for (const auto draft : TRY(table.of_learner(id, ledger::RecordState::draft, drafts_most))) {
            const auto found = TRY(parts.require_assessment({draft}));
            const auto* held = parts.offered_template(found.record.programme, found.record.language);
            if (held != nullptr && what_is_missing(*held->programme, found.content).empty()) ++row.ready;
        }
    }
    if (row.issued == 0) return {};
    for (const auto latest : TRY(table.of_learner(id, ledger::RecordState::issued, 1))) {
        const auto record = TRY(table.find(latest));
        if (!record) continue;
        const auto certificate = TRY(parts.ledger->issued().find(record->issued_entry));
        if (certificate) row.last_issued = certificate->issued_at;
    }
    return {};
}

Result<std::optional<Learner>> shown_learner(Station::Parts& parts, std::int64_t id)
{
    const auto record = TRY(parts.ledger->learners().find(id));
    if (!record) return std::optional<Learner>();
    auto identity = TRY(parts.identity_of(*record));
    if (!identity) return std::optional<Learner>();
    Learner out;
    out.row.id = {id};
    out.row.name = std::move(identity->name);
    out.row.number = std::move(identity->number);
    out.row.registered = record->registered;
    TRY(count_assessments(parts, out.row));
    out.identity = identity->identity;
    out.age_band = identity->age_band;
    out.language = identity->language;
    return std::optional(std::move(out));
}

Result<std::vector<LearnerRow>> rows_of(Station::Parts& parts, const std::vector<std::int64_t>& ids)
{
    std::vector<LearnerRow> out;
    for (const auto id : ids) {
        auto learner = TRY(shown_learner(parts, id));
        if (learner) out.push_back(std::move(learner->row));
    }
    return out;
}

} // namespace

Result<Registration> Station::Parts::registration_of(const ledger::LearnerRecord& record)
{
    const auto entry = TRY(ledger->log().entry(record.entry));
    if (!entry) return corrupt("the log has no registration of learner " + std::to_string(record.id));
    const auto key = TRY(vault.unwrap_learner_key(record.id, record.wrapped_key));
    auto plain =
        TRY(open_under(key, entry->sealed, place_of("entries", static_cast<std::int64_t>(entry->number))));
    auto registration = decode_registration(plain);
    wipe(plain);
    return registration;
}

Result<LearnerId> Station::register_learner(const NewLearner& typed, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    TRY(parts.check_room());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    const auto identity = TRY(clean_identity(typed));
    const auto consent = TRY(clean_consent(typed));
    std::int64_t id = 0;
    TRY(parts.watch_clock());
    TRY(parts.ledger->transaction([&]() -> Result<> {
        TRY(append_registration(parts, identity, consent, by, id));
        // What it was typed into goes in the same breath: no power cut leaves both, or neither.
        if (typed.kept != 0) TRY(parts.ledger->forms().remove(typed.kept));
        return {};
    }));
    parts.index.add(id, identity.name, identity.number);
    return LearnerId{id};
}

Result<std::vector<LearnerRow>> Station::likely_duplicates(std::string_view name) const
{
    TRY(m_parts->check_unlocked());
    return rows_of(*m_parts, m_parts->index.similar(name, duplicates_most));
}

Result<std::vector<LearnerRow>> Station::find_learners(std::string_view query, std::size_t most,
                                                       std::size_t after) const
{
    TRY(m_parts->check_unlocked());
    auto ids = m_parts->index.find(query, after + most);
    ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(after, ids.size())));
    return rows_of(*m_parts, ids);
}

Result<std::optional<Learner>> Station::learner(LearnerId id) const
{
    TRY(m_parts->check_unlocked());
    auto found = TRY(shown_learner(*m_parts, id.value));
    if (!found) return found;
    if (const auto record = TRY(m_parts->ledger->learners().find(id.value)))
        found->shares = TRY(m_parts->registration_of(*record)).consent.share_with_institution;
    const auto days = TRY(m_parts->ledger->sessions().days_here(id.value));
    found->sessions = static_cast<int>(days.sessions);
    found->first_session = days.first;
    found->last_session = days.last;
    return found;
}

} // namespace northseal::station
