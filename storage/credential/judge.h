#pragma once
// The order of checks behind a verdict on an award of ours (README, "Verdict"). The verify page follows it
// step by step.

#include "storage/credential/verdict.h"

namespace northseal::credential {

// `confirmed_by_proof`: the credential carries a valid proof of the institution's own key, which it adds only
// to what it has received.
Finding judge_award(const Template&, Signed, const TrustSource&, const VerifyOptions&,
                    bool confirmed_by_proof = false);

} // namespace northseal::credential
