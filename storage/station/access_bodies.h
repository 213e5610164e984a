#pragma once
// The bodies of entries that tell who may open and sign (README, "Bodies"): numbers and keys; and what
// is kept of a learner's PIN.

#include <cstdint>

#include "storage/base/ed25519.h"
#include "storage/station/record_values.h"
#include "storage/vault/learner_pins.h"

namespace northseal::station {

// The body of `person left`: the vault's count of deeds, who, and the key that they signed with last.
struct LeftBody {
    std::uint64_t serial{0};
    std::int64_t person{0};
    PublicKey key{};
};
Bytes encode(const LeftBody&);
Result<LeftBody> decode_left(ByteView);

// The body of `record opened`.
struct OpenedBody {
    std::int64_t learner{0};
    std::int64_t person{0}; // 0: the learner themselves
    OpenedHow how{OpenedHow::signed_in};
};
Bytes encode(const OpenedBody&);
Result<OpenedBody> decode_opened(ByteView);

// The sealed part of `learner's PIN set`; its body is the learner's number alone.
Bytes encode(const vault::LearnerPin&);
Result<vault::LearnerPin> decode_learner_pin(ByteView);

} // namespace northseal::station
