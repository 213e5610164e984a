#pragma once
// A signed credential: template, claims and signature are the whole of it. Its JSON is the RFC 8785 form of
// the filled template with its proof (W3C VC Data Model 2.0, Open Badges 3.0, Data Integrity
// eddsa-rdfc-2022).

#include <string>

#include "storage/credential/template.h"

namespace northseal::credential {

struct Signed {
    Digest template_id{};
    Claims claims;
    Signature signature{};
};

Result<Signed> sign(const Template&, const Claims&, const SigningKey& kiosk);
// The template must be the one named. Does not check the signature: see verdict.h, or verify_signature.
Result<std::string> to_json(const Template&, const Signed&);
// The way back: the claims and the kiosk's signature that this JSON was made of. An error where this template
// does not fill to this very JSON, array order included; other proofs beside the kiosk's are passed over.
Result<Signed> recover(const Template&, const Json& credential);
Result<bool> verify_signature(const Template&, const Signed&, const PublicKey&);

// The received digest (README, "Received table"): first 8 bytes of
// SHA-256("northseal received 1\n" ‖ template id ‖ claims ‖ signature).
using ReceivedDigest = ByteArray<8>;
Result<ReceivedDigest> received_digest(const Signed&);

} // namespace northseal::credential
