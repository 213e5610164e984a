#pragma once
// What stands in the bodies and sealed parts of the log's entries, and in the sealed columns of the tables
// (README, "Bodies"): structs and their one encoding each.

#include <cstdint>
#include <string>
#include <vector>

#include "storage/base/ed25519.h"
#include "storage/credential/credential.h"
#include "storage/station/station.h"

namespace northseal::station {

// The body of `site enrolled`, of which only the kiosk's key is read again.
Bytes encode_enrolled(const PublicKey& kiosk, const PublicKey& transport,
                      const std::string& protection_class);
Result<PublicKey> decode_enrolled_key(ByteView);

// learners.sealed
struct LearnerIdentity {
    std::string name;
    std::string number;
    AgeBand age_band{AgeBand::adult};
    IdentityGrade identity{IdentityGrade::known_to_assessor};
    std::string language;
};
Bytes encode(const LearnerIdentity&);
Result<LearnerIdentity> decode_identity(ByteView);

// The sealed part of `learner registered`.
Bytes encode_registration(const LearnerIdentity&, const Consent&);
struct Registration {
    LearnerIdentity identity;
    Consent consent;
};
Result<Registration> decode_registration(ByteView);

// The body of `erasure requested`; the words that were said are sealed.
struct ErasureBody {
    ErasureReason reason{ErasureReason::asked};
    Retention retention{Retention::year_after_use};
    Instant due{0};
};
Bytes encode(const ErasureBody&);
Result<ErasureBody> decode_erasure(ByteView);

// assessments.sealed
struct AssessmentContent {
    std::vector<std::uint32_t> levels;
    std::vector<std::string> notes;
    std::string narrative;
    std::uint32_t supervision{1};
    std::int64_t assessor{0}; // who signed; 0: nobody yet
    std::int64_t witness{0};
    std::vector<credential::EvidenceDigest> evidence{}; // strictly ascending
};
constexpr std::size_t evidence_most = 8; // files an assessment
Bytes encode(const AssessmentContent&);
Result<AssessmentContent> decode_content(ByteView);

// What a facilitator's own key signs. The signature is sealed too: beside it, levels and notes could be found
// by trying them all.
struct SignOff {
    PublicKey kiosk_key{};
    std::int64_t assessment{0};
    std::int64_t learner{0};
    std::string programme;
    std::string version;
    std::string language;
    AssessmentContent content;
    std::string role; // "assessor" or "witness": as which the person signs here
    std::int64_t person{0};
    Instant time{0};
};
Bytes encode(const SignOff&);
Bytes sign_off_message(ByteView encoded_sign_off);
Bytes encode_signed(ByteView encoded_sign_off, const Signature&);
struct SignedSignOff {
    Bytes statement;
    Signature signature{};
};
Result<SignedSignOff> decode_signed(ByteView);

// The body of `assessment signed` and `assessment witnessed`: the assessment's number alone.
Bytes encode_number(std::int64_t);
Result<std::int64_t> decode_number(ByteView);

// The body of `credential issued`; its sealed part is the claims as the slip carries them.
struct IssuedBody {
    Digest template_id{};
    std::int64_t assessment{0};
    std::uint64_t delegation{0};
    std::uint32_t status_index{0};
    credential::ReceivedDigest received_digest{};
    Signature signature{};
};
Bytes encode(const IssuedBody&);
Result<IssuedBody> decode_issued(ByteView);

// The body of `epoch begun`: which epoch, whose key signs in it, and the backup that it goes on from.
struct EpochBody {
    std::uint64_t epoch{0};
    PublicKey kiosk_key{};
    std::uint64_t generation{0};
    Instant made{0};
    std::uint64_t size{0};
    Digest root{};
};
Bytes encode(const EpochBody&);
Result<EpochBody> decode_epoch(ByteView);

// The body of `clock corrected`: what people said, and what was known before.
struct ClockBody {
    Instant machine{0}; // what the machine's clock said
    Instant held{0};    // what the kiosk knew the time to be until then, or 0
    Instant said{0};
    std::int64_t first{0};
    std::int64_t second{0}; // 0: one person, where the institution has certified one only
};
Bytes encode(const ClockBody&);
Result<ClockBody> decode_clock(ByteView);

// The body of `clock settled`: the machine's clock, and the time that the kiosk goes by now.
struct SettledBody {
    Instant machine{0};
    Instant time{0};
};
Bytes encode(const SettledBody&);
Result<SettledBody> decode_settled(ByteView);

// The body of `delegation renewed`: what the words said, and their mark.
struct RenewalBody {
    std::uint64_t delegation{0};
    std::uint64_t number{0};
    Instant until{0};
    std::uint32_t count{0};
    ByteArray<16> mac{};
};
Bytes encode(const RenewalBody&);
Result<RenewalBody> decode_renewal(ByteView);

// delegations.facts, and the body of `delegation installed`: all of it public.
struct DelegationFacts {
    StationFacts facts;
    std::string host; // of the DID
    PublicKey root{};
    Instant from{0};
    std::vector<Digest> templates;
    Digest pack{}; // SHA-256 of the file that the desk gave
};
Bytes encode(const DelegationFacts&);
Result<DelegationFacts> decode_facts(ByteView);

std::string uuid_text(const credential::AwardId&); // "urn:uuid:…"

} // namespace northseal::station
