#pragma once
// The bodies of entries that tell who may open and sign (README, "Bodies"): numbers and keys only.

#include <cstdint>

#include "storage/base/ed25519.h"

namespace northseal::station {

// The body of `person left`: the vault's count of deeds, who, and the key that they signed with last.
struct LeftBody {
    std::uint64_t serial{0};
    std::int64_t person{0};
    PublicKey key{};
};
Bytes encode(const LeftBody&);
Result<LeftBody> decode_left(ByteView);

} // namespace northseal::station
