#pragma once
// Data Integrity proofs of the suite eddsa-rdfc-2022 (W3C REC vc-di-eddsa) on any credential, ours or a
// stranger's: create, and verify with proof sets and chains. Full path: JSON-LD expansion in safe mode and
// RDFC-1.0.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "storage/base/clock.h"
#include "storage/base/ed25519.h"
#include "storage/base/json.h"

namespace northseal::credential {

constexpr std::size_t proofs_most = 16;

// `options` are the proof's members without proofValue. Returns the proof with its proofValue. The document's
// other proofs are signed only where `previousProof` names them.
Result<Json> create_proof(const Json& document, const Json& options, const SigningKey&);

// The 64 bytes that are signed: hash of the canonical proof options, hash of the canonical document without
// its proofs (but for those that previousProof names). A document whose contexts do not define proofs gets
// the Data Integrity context appended (vc-data-integrity, "Context Injection").
Result<ByteArray<64>> hash_data(const Json& document, const Json& proof);

// The key that a verificationMethod names, or an error with the reason (not listed, not for assertions, other
// controller).
using KeyLookup = std::function<Result<PublicKey>(const std::string& verification_method)>;

struct ProofOutcome {
    std::string verification_method;
    std::string created;
    bool valid{false};
    std::string reason; // why not, in one sentence
};

// One outcome a proof, in the document's order. An error where there is no proof. A proof is valid when its
// suite is this one, its purpose assertionMethod, its signature fits, it has not expired at `now` (not asked
// where `now` is not given), and every proof that it names as previous is valid too. A credential is believed
// by any one valid proof whose key is accepted.
Result<std::vector<ProofOutcome>> verify_proofs(const Json& document, const KeyLookup&,
                                                std::optional<Instant> now = std::nullopt);

} // namespace northseal::credential
