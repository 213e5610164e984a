// Files of evidence: kept sealed under the learner's key, named on the credential by a salted digest.

#include <algorithm>

#include "storage/base/hash.h"
#include "storage/credential/cbor.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;
using credential::EvidenceDigest;

constexpr std::size_t salt_bytes = 16;
constexpr std::int64_t quota = 12 << 20; // bytes a learner

EvidenceDigest digest_of(ByteView salt, ByteView file)
{
    const auto whole = sha256({salt, file});
    EvidenceDigest out{};
    std::copy_n(whole.begin(), out.size(), out.begin());
    return out;
}

// [salt, file]: whoever has both can prove which file the credential names.
Bytes encode_file(ByteView salt, ByteView file)
{
    credential::CborWriter out;
    out.array(2).bytes(salt).bytes(file);
    return out.take();
}

Result<Bytes> file_of(ByteView plain, const EvidenceDigest& digest)
{
    credential::CborReader in(plain);
    if (TRY(in.array()) != 2) return corrupt("a file of evidence has another shape");
    const auto salt = TRY(in.bytes());
    const auto file = TRY(in.bytes());
    if (!in.at_end() || digest_of(salt, file) != digest)
        return corrupt("a file of evidence is not the one that its digest names");
    return Bytes(file.begin(), file.end());
}

Result<OpenAssessment> require_draft(Parts& parts, AssessmentId id)
{
    auto draft = TRY(parts.require_assessment(id));
    if (draft.record.state != ledger::RecordState::draft)
        return refused("this assessment is signed off and no longer changes");
    return draft;
}

Result<> keep_changed(Parts& parts, OpenAssessment& draft)
{
    const auto head = TRY(parts.ledger->log().head());
    draft.record.saved = parts.time_after(head);
    return parts.keep_assessment(draft);
}

} // namespace

Result<credential::EvidenceDigest> Station::add_evidence(AssessmentId id, ByteView file)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    TRY(parts.check_room());
    if (file.empty() || file.size() > evidence_file_most)
        return refused("a file of evidence has at most 300 kB");
    return parts.ledger->transaction([&]() -> Result<EvidenceDigest> {
        auto draft = TRY(require_draft(parts, id));
        const auto* held = parts.offered_template(draft.record.programme, draft.record.language);
        if (held == nullptr || !held->programme->evidence_files)
            return refused("this programme keeps no files of evidence");
        auto& digests = draft.content.evidence;
        if (digests.size() >= evidence_most) return Error{Fault::full, "an assessment keeps eight files"};
        const auto used = TRY(parts.ledger->evidence().bytes_of_learner(draft.record.learner));
        if (used + static_cast<std::int64_t>(file.size()) > quota)
            return Error{Fault::full, "this learner's files of evidence fill what is kept for one person"};
        const auto salt = parts.around.random.bytes<salt_bytes>();
        ledger::EvidenceRecord record;
        record.id = TRY(parts.ledger->evidence().next_id());
        record.assessment = id.value;
        record.learner = draft.record.learner;
        record.digest = digest_of(salt, file);
        const auto key = TRY(parts.learner_key(draft.record.learner));
        auto plain = encode_file(salt, file);
        record.sealed = vault::seal(key.view(), plain, place_of("evidence", record.id), parts.around.random);
        wipe(plain);
        TRY(parts.ledger->evidence().insert(record));
        digests.insert(std::upper_bound(digests.begin(), digests.end(), record.digest), record.digest);
        TRY(keep_changed(parts, draft));
        return record.digest;
    });
}

Result<> Station::remove_evidence(AssessmentId id, const credential::EvidenceDigest& digest)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    return parts.ledger->transaction([&]() -> Result<> {
        auto draft = TRY(require_draft(parts, id));
        std::erase(draft.content.evidence, digest);
        TRY(parts.ledger->evidence().remove(id.value, digest));
        return keep_changed(parts, draft);
    });
}

Result<Bytes> Station::evidence(AssessmentId id, const credential::EvidenceDigest& digest) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto record = TRY(parts.ledger->evidence().find(id.value, digest));
    if (!record) return Error{Fault::not_found, "there is no such file of evidence"};
    const auto key = TRY(parts.learner_key(record->learner));
    auto plain = TRY(parts.open_under(key, record->sealed, place_of("evidence", record->id)));
    auto out = file_of(plain, digest);
    wipe(plain);
    return out;
}

} // namespace northseal::station
