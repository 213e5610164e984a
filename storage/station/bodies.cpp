#include "storage/station/bodies.h"

#include "storage/credential/cbor.h"

namespace northseal::station {
namespace {

using credential::CborReader;
using credential::CborWriter;

std::uint64_t plain(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

Result<> expect_items(CborReader& in, std::size_t count)
{
    if (TRY(in.array()) != count) return refused("a list has another length than is written here");
    return {};
}

Result<> expect_end(const CborReader& in)
{
    if (!in.at_end()) return refused("there is something after the end");
    return {};
}

Result<std::uint64_t> number_up_to(CborReader& in, std::uint64_t most)
{
    const auto value = TRY(in.number());
    if (value > most) return refused("a number is larger than any that is written here");
    return value;
}

Result<std::int64_t> signed_number(CborReader& in)
{
    return static_cast<std::int64_t>(TRY(in.number()));
}

Result<std::string> text(CborReader& in)
{
    return std::string(TRY(in.text()));
}

template<std::size_t N>
Result<ByteArray<N>> fixed(CborReader& in)
{
    const auto bytes = TRY(in.bytes());
    return exactly<N>(bytes, "a value");
}

void write_identity(CborWriter& out, const LearnerIdentity& learner)
{
    out.text(learner.name).text(learner.number).number(static_cast<std::uint64_t>(learner.age_band));
    out.number(static_cast<std::uint64_t>(learner.identity)).text(learner.language);
}

Result<LearnerIdentity> read_identity(CborReader& in)
{
    LearnerIdentity out;
    out.name = TRY(text(in));
    out.number = TRY(text(in));
    out.age_band = static_cast<AgeBand>(TRY(number_up_to(in, 2)));
    const auto grade = TRY(number_up_to(in, 3));
    if (grade == 0) return refused("an identity grade is missing");
    out.identity = static_cast<IdentityGrade>(grade);
    out.language = TRY(text(in));
    return out;
}

void write_content(CborWriter& out, const AssessmentContent& content)
{
    // The seventh item stands there only where there is evidence: what has none is written as it ever was.
    out.array(content.evidence.empty() ? 6 : 7).array(content.levels.size());
    for (const auto level : content.levels) out.number(level);
    out.array(content.notes.size());
    for (const auto& note : content.notes) out.text(note);
    out.text(content.narrative).number(content.supervision);
    out.number(plain(content.assessor)).number(plain(content.witness));
    if (content.evidence.empty()) return;
    out.array(content.evidence.size());
    for (const auto& digest : content.evidence) out.bytes(digest);
}

Result<std::vector<credential::EvidenceDigest>> read_digests(CborReader& in)
{
    const auto count = TRY(in.array());
    if (count == 0 || count > evidence_most) return refused("a list of evidence has another length");
    std::vector<credential::EvidenceDigest> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(TRY(fixed<16>(in)));
        if (i > 0 && out[i - 1] >= out[i]) return refused("a list of evidence is not in order");
    }
    return out;
}

void write_words(CborWriter& out, const catalogue::Words& words)
{
    out.array(words.size() * 2);
    for (const auto& [language, word] : words) out.text(language).text(word);
}

Result<catalogue::Words> read_words(CborReader& in)
{
    const auto count = TRY(in.array());
    catalogue::Words out;
    for (std::size_t i = 0; i + 1 < count; i += 2) {
        const auto language = TRY(text(in));
        out[language] = TRY(text(in));
    }
    return out;
}

} // namespace

Bytes encode(const LearnerIdentity& learner)
{
    CborWriter out;
    out.array(5);
    write_identity(out, learner);
    return out.take();
}

Result<LearnerIdentity> decode_identity(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 5));
    auto out = TRY(read_identity(in));
    TRY(expect_end(in));
    return out;
}

Result<Registration> decode_registration(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 10));
    Registration out;
    out.identity = TRY(read_identity(in));
    out.consent.words_shown = TRY(text(in));
    out.consent.language = TRY(text(in));
    out.consent.keep_record = TRY(number_up_to(in, 1)) == 1;
    out.consent.share_with_institution = TRY(number_up_to(in, 1)) == 1;
    out.consent.guardian = TRY(text(in));
    TRY(expect_end(in));
    return out;
}

Bytes encode(const ErasureBody& body)
{
    CborWriter out;
    out.array(3).number(static_cast<std::uint64_t>(body.reason));
    out.number(static_cast<std::uint64_t>(body.retention)).number(plain(body.due));
    return out.take();
}

Result<ErasureBody> decode_erasure(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 3));
    const auto reason = TRY(number_up_to(in, 4));
    const auto retention = TRY(number_up_to(in, 2));
    if (reason == 0 || retention == 0) return refused("a request to erase gives no reason or no rule");
    ErasureBody out{static_cast<ErasureReason>(reason), static_cast<Retention>(retention), 0};
    out.due = TRY(signed_number(in));
    TRY(expect_end(in));
    return out;
}

Bytes encode_registration(const LearnerIdentity& learner, const Consent& consent)
{
    CborWriter out;
    out.array(10);
    write_identity(out, learner);
    out.text(consent.words_shown).text(consent.language).number(consent.keep_record ? 1U : 0U);
    out.number(consent.share_with_institution ? 1U : 0U).text(consent.guardian);
    return out.take();
}

Bytes encode(const AssessmentContent& content)
{
    CborWriter out;
    write_content(out, content);
    return out.take();
}

Result<AssessmentContent> decode_content(ByteView bytes)
{
    CborReader in(bytes);
    const auto items = TRY(in.array());
    if (items != 6 && items != 7) return refused("an assessment has another shape");
    AssessmentContent out;
    const auto levels = TRY(in.array());
    for (std::size_t i = 0; i < levels; ++i) {
        out.levels.push_back(static_cast<std::uint32_t>(TRY(number_up_to(in, 1000))));
    }
    const auto notes = TRY(in.array());
    for (std::size_t i = 0; i < notes; ++i) out.notes.push_back(TRY(text(in)));
    out.narrative = TRY(text(in));
    out.supervision = static_cast<std::uint32_t>(TRY(number_up_to(in, 1000)));
    out.assessor = TRY(signed_number(in));
    out.witness = TRY(signed_number(in));
    if (items == 7) out.evidence = TRY(read_digests(in));
    TRY(expect_end(in));
    return out;
}

Bytes encode(const SignOff& sign_off)
{
    CborWriter out;
    out.array(10)
        .bytes(sign_off.kiosk_key)
        .number(plain(sign_off.assessment))
        .number(plain(sign_off.learner));
    out.text(sign_off.programme).text(sign_off.version).text(sign_off.language);
    write_content(out, sign_off.content);
    out.text(sign_off.role).number(plain(sign_off.person)).number(plain(sign_off.time));
    return out.take();
}

Bytes sign_off_message(ByteView encoded_sign_off)
{
    return joined({view("northseal sign-off 1\n"), encoded_sign_off});
}

Bytes encode_signed(ByteView encoded_sign_off, const Signature& signature)
{
    CborWriter out;
    out.array(2).bytes(encoded_sign_off).bytes(signature);
    return out.take();
}

Result<SignedSignOff> decode_signed(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 2));
    const auto statement = TRY(in.bytes());
    SignedSignOff out;
    out.statement.assign(statement.begin(), statement.end());
    out.signature = TRY(fixed<64>(in));
    TRY(expect_end(in));
    return out;
}

Bytes encode_number(std::int64_t value)
{
    CborWriter out;
    out.array(1).number(plain(value));
    return out.take();
}

Result<std::int64_t> decode_number(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 1));
    const auto value = TRY(signed_number(in));
    TRY(expect_end(in));
    return value;
}

Bytes encode(const IssuedBody& body)
{
    CborWriter out;
    out.array(6).bytes(body.template_id).number(plain(body.assessment)).number(body.delegation);
    out.number(body.status_index).bytes(body.received_digest).bytes(body.signature);
    return out.take();
}

Result<IssuedBody> decode_issued(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 6));
    IssuedBody out;
    out.template_id = TRY(fixed<32>(in));
    out.assessment = TRY(signed_number(in));
    out.delegation = TRY(in.number());
    out.status_index = static_cast<std::uint32_t>(TRY(number_up_to(in, 0xffffffff)));
    out.received_digest = TRY(fixed<8>(in));
    out.signature = TRY(fixed<64>(in));
    TRY(expect_end(in));
    return out;
}

Bytes encode(const DelegationFacts& delegation)
{
    const auto& facts = delegation.facts;
    CborWriter out;
    out.array(14);
    write_words(out, facts.institution);
    write_words(out, facts.site);
    out.text(facts.did).text(facts.verify_host).text(facts.kiosk).number(facts.specimen ? 1U : 0U);
    out.text(facts.protection_class).number(plain(facts.delegation_until)).number(facts.delegation_count);
    out.text(delegation.host).bytes(delegation.root).number(plain(delegation.from));
    out.array(delegation.templates.size());
    for (const auto& id : delegation.templates) out.bytes(id);
    out.bytes(delegation.pack);
    return out.take();
}

Result<DelegationFacts> decode_facts(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 14));
    DelegationFacts out;
    out.facts.institution = TRY(read_words(in));
    out.facts.site = TRY(read_words(in));
    out.facts.did = TRY(text(in));
    out.facts.verify_host = TRY(text(in));
    out.facts.kiosk = TRY(text(in));
    out.facts.specimen = TRY(number_up_to(in, 1)) == 1;
    out.facts.protection_class = TRY(text(in));
    out.facts.delegation_until = TRY(signed_number(in));
    out.facts.delegation_count = static_cast<std::uint32_t>(TRY(number_up_to(in, 0xffffffff)));
    out.host = TRY(text(in));
    out.root = TRY(fixed<32>(in));
    out.from = TRY(signed_number(in));
    out.facts.delegation_from = out.from;
    const auto templates = TRY(in.array());
    for (std::size_t i = 0; i < templates; ++i) out.templates.push_back(TRY(fixed<32>(in)));
    out.pack = TRY(fixed<32>(in));
    TRY(expect_end(in));
    return out;
}

Bytes encode_enrolled(const PublicKey& kiosk, const PublicKey& transport, const std::string& protection_class)
{
    credential::CborWriter out;
    out.array(3).bytes(kiosk).bytes(transport).text(protection_class);
    return out.take();
}

Result<PublicKey> decode_enrolled_key(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 3) return refused("an enrolment has another shape");
    const auto key = TRY(in.bytes());
    return exactly<32>(key, "the kiosk's key");
}

Bytes encode(const EpochBody& body)
{
    CborWriter out;
    out.array(6).number(body.epoch).bytes(body.kiosk_key).number(body.generation).number(plain(body.made));
    out.number(body.size).bytes(body.root);
    return out.take();
}

Result<EpochBody> decode_epoch(ByteView bytes)
{
    CborReader in(bytes);
    TRY(expect_items(in, 6));
    EpochBody out;
    out.epoch = TRY(in.number());
    out.kiosk_key = TRY(fixed<32>(in));
    out.generation = TRY(in.number());
    out.made = TRY(signed_number(in));
    out.size = TRY(in.number());
    out.root = TRY(fixed<32>(in));
    TRY(expect_end(in));
    return out;
}

std::string uuid_text(const credential::AwardId& id)
{
    auto hex = to_hex(id);
    for (const std::size_t at : {8U, 13U, 18U, 23U}) hex.insert(at, "-");
    return "urn:uuid:" + hex;
}

} // namespace northseal::station
