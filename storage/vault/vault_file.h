#pragma once
// The file `vault` (README, "The file"): what of the vault lies on the disk, and its bytes. Everything secret
// in it is sealed; nothing here opens it.

#include <cstdint>
#include <string>
#include <vector>

#include "storage/base/ed25519.h"
#include "storage/vault/sealing.h"

namespace northseal::vault {

enum class SlotKind : std::uint64_t {
    words = 1,    // Argon2id over six words
    tpm = 2,      // reserved
    token = 3,    // reserved
    recovery = 4, // reserved
};

struct Slot { // one way to the master key
    SlotKind kind{SlotKind::words};
    Salt salt{};
    KdfCost cost;
    Bytes sealed_master;
};

struct PersonSlot {
    std::int64_t number{0}; // from 1, never given twice
    std::string role;       // "assessor", "witness"
    PublicKey key{};
    Bytes sealed_name;
    Salt salt{};
    KdfCost cost;
    Bytes sealed_seed;
};

struct VaultFile {
    ByteArray<16> id{};
    std::string protection_class;
    std::vector<Slot> slots;
    PublicKey kiosk_key{};
    Bytes sealed_kiosk_seed;
    PublicKey transport_key{};
    Bytes sealed_transport_seed;
    std::vector<PersonSlot> people;
};

constexpr std::size_t vault_file_most = 1U << 20;
constexpr std::size_t people_most = 200;

Bytes encode(const VaultFile&);
// Fault::corrupt for anything that encode would not write.
Result<VaultFile> decode_vault_file(ByteView);

} // namespace northseal::vault
