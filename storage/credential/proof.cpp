#include "storage/credential/proof.h"

#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/credential/forms.h"

namespace northseal::credential {
namespace {

constexpr const char* integrity_context = "https://w3id.org/security/data-integrity/v2";

bool defines_proofs(const Json& contexts)
{
    const auto known = [](const Json& context) {
        return context == "https://www.w3.org/ns/credentials/v2" || context == integrity_context ||
               context == "https://w3id.org/security/data-integrity/v1";
    };
    return contexts.is_array() ? std::any_of(contexts.begin(), contexts.end(), known) : known(contexts);
}

void inject_context(Json& document)
{
    auto& contexts = document["@context"];
    if (defines_proofs(contexts)) return;
    if (!contexts.is_array()) contexts = contexts.is_null() ? Json::array() : Json::array({contexts});
    contexts.push_back(integrity_context);
}

std::vector<const Json*> proofs_of(const Json& document)
{
    std::vector<const Json*> out;
    const auto* const proof = member(document, "proof");
    if (proof == nullptr) return out;
    if (!proof->is_array()) return {proof};
    for (const auto& one : *proof) out.push_back(&one);
    return out;
}

// The numbers, in the document's order, of the proofs that `proof` signs with the document.
Result<std::vector<std::size_t>> previous_of(const std::vector<const Json*>& proofs, const Json& proof)
{
    std::vector<std::size_t> out;
    const auto* const previous = member(proof, "previousProof");
    if (previous == nullptr) return out;
    const auto names = previous->is_array() ? *previous : Json::array({*previous});
    if (names.size() > proofs_most)
        return Error{Fault::full, "the proof names more previous proofs than we read"};
    for (const auto& name : names) {
        if (!name.is_string()) return refused("previousProof names no proof");
        std::size_t found = 0;
        for (std::size_t i = 0; i < proofs.size(); ++i) {
            const auto* const id = member(*proofs[i], "id");
            if (id == nullptr || *id != name) continue;
            out.push_back(i);
            ++found;
        }
        if (found != 1) return refused("previousProof names no single proof of this document");
    }
    return out;
}

Result<ByteArray<64>> hash_forms(const Json& document, ProofMember proof_member, const Json& proof)
{
    const auto proof_form = TRY(canonical_proof(document, proof));
    const auto document_form = TRY(canonical_document(document, proof_member));
    const auto proof_hash = sha256(view(proof_form));
    const auto document_hash = sha256(view(document_form));
    ByteArray<64> out;
    std::copy(proof_hash.begin(), proof_hash.end(), out.begin());
    std::copy(document_hash.begin(), document_hash.end(), out.begin() + 32);
    return out;
}

Result<ByteArray<64>> hash_with(const Json& document, const std::vector<const Json*>& proofs,
                                const Json& proof)
{
    if (!document.is_object() || !proof.is_object())
        return refused("a credential and its proof are JSON objects");
    const auto previous = TRY(previous_of(proofs, proof));
    const auto* const contexts = member(document, "@context");
    if (previous.empty() && contexts != nullptr && defines_proofs(*contexts)) {
        return hash_forms(document, ProofMember::left_out, proof);
    }
    auto extended = document;
    extended.erase("proof");
    for (const auto i : previous) extended["proof"].push_back(*proofs[i]);
    inject_context(extended);
    return hash_forms(extended, ProofMember::read, proof);
}

Result<> check_times(const Json& proof, std::optional<Instant> now)
{
    for (const auto* const name : {"created", "expires"}) {
        if (member(proof, name) == nullptr) continue;
        const auto text = TRY(text_member(proof, name));
        const auto time = TRY(from_date_time(text));
        if (now && std::string_view(name) == "expires" && time < *now)
            return refused("the proof ended on " + text);
    }
    return {};
}

Result<> check_suite(const Json& proof, std::optional<Instant> now)
{
    if (TRY(text_member(proof, "type")) != "DataIntegrityProof")
        return refused("the proof is of another type");
    const auto suite = TRY(text_member(proof, "cryptosuite"));
    if (suite != "eddsa-rdfc-2022")
        return refused("the proof is of suite " + suite + ", not eddsa-rdfc-2022");
    if (TRY(text_member(proof, "proofPurpose")) != "assertionMethod") {
        return refused("the proof's purpose is not assertionMethod");
    }
    return check_times(proof, now);
}

Result<Signature> signature_of(const Json& proof)
{
    const auto text = TRY(text_member(proof, "proofValue"));
    if (!text.starts_with('z')) return refused("the proofValue is not base58 as multibase");
    const auto bytes = TRY(from_base58(std::string_view(text).substr(1)));
    return exactly<64>(bytes, "the proofValue");
}

Result<> verify_one(const Json& document, const std::vector<const Json*>& proofs, const Json& proof,
                    const KeyLookup& lookup, std::optional<Instant> now)
{
    TRY(check_suite(proof, now));
    const auto signature = TRY(signature_of(proof));
    const auto method = TRY(text_member(proof, "verificationMethod"));
    const auto key = TRY(lookup(method));
    const auto hashes = TRY(hash_with(document, proofs, proof));
    if (!verify(key, hashes, signature)) return refused("the signature does not fit the credential");
    return {};
}

// A proof in a chain stands on those before it. Whoever names itself in a circle stands on nothing.
class Chain {
public:
    Chain(const std::vector<const Json*>& proofs, std::vector<ProofOutcome>& outcomes)
        : m_proofs(proofs), m_outcomes(outcomes), m_state(proofs.size(), State::unseen)
    {}

    bool settle(std::size_t i)
    {
        if (m_state[i] == State::open) return false;
        if (m_state[i] == State::done) return m_outcomes[i].valid;
        m_state[i] = State::open;
        const auto previous = previous_of(m_proofs, *m_proofs[i]);
        const bool stands = previous.ok() && std::all_of(previous.value().begin(), previous.value().end(),
                                                         [&](std::size_t before) { return settle(before); });
        if (m_outcomes[i].valid && !stands) {
            m_outcomes[i].valid = false;
            m_outcomes[i].reason = "a proof that it names as previous is not valid";
        }
        m_state[i] = State::done;
        return m_outcomes[i].valid;
    }

private:
    enum class State : unsigned char { unseen, open, done };
    const std::vector<const Json*>& m_proofs;
    std::vector<ProofOutcome>& m_outcomes;
    std::vector<State> m_state;
};

} // namespace

Result<ByteArray<64>> hash_data(const Json& document, const Json& proof)
{
    return hash_with(document, proofs_of(document), proof);
}

Result<Json> create_proof(const Json& document, const Json& options, const SigningKey& key)
{
    TRY(check_suite(options, std::nullopt));
    const auto hashes = TRY(hash_data(document, options));
    Json proof = options;
    proof["proofValue"] = "z" + to_base58(key.sign(hashes));
    return proof;
}

Result<std::vector<ProofOutcome>> verify_proofs(const Json& document, const KeyLookup& lookup,
                                                std::optional<Instant> now)
{
    const auto proofs = proofs_of(document);
    if (proofs.empty()) return refused("there is no proof");
    if (proofs.size() > proofs_most) return Error{Fault::full, "there are more proofs than we read"};
    std::vector<ProofOutcome> outcomes;
    for (const auto* const proof : proofs) {
        ProofOutcome outcome;
        outcome.verification_method = text_member(*proof, "verificationMethod").ok()
                                          ? text_member(*proof, "verificationMethod").value()
                                          : std::string();
        outcome.created = text_member(*proof, "created").ok() ? text_member(*proof, "created").value() : "";
        const auto checked = verify_one(document, proofs, *proof, lookup, now);
        outcome.valid = checked.ok();
        if (!checked.ok()) outcome.reason = checked.error().detail;
        outcomes.push_back(std::move(outcome));
    }
    Chain chain(proofs, outcomes);
    for (std::size_t i = 0; i < proofs.size(); ++i) chain.settle(i);
    return outcomes;
}

} // namespace northseal::credential
