#pragma once
// The file `vault` (README, "The file"): what of the vault lies on the disk, and its bytes. Everything secret
// in it is sealed; nothing here opens it.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "storage/base/ed25519.h"
#include "storage/vault/sealing.h"

namespace northseal::vault {

// Ways to the master key. There is none by a PIN alone: only the TPM makes a PIN worth asking.
struct WordsWay { // six words, stretched
    Salt salt{};
    KdfCost cost;
};
struct TpmWay { // a secret that this machine's TPM gives for one person's PIN
    std::int64_t person{0};
    Salt salt{};
    KdfCost cost;
    Bytes public_part;
    Bytes private_part; // wrapped by the TPM; no other machine reads it
};
struct TokenWay { // a key file that leaves with a facilitator
    ByteArray<16> token{};
};
struct RecoveryWay { // a code that opens once
    std::uint64_t sheet{0};
};
using Way = std::variant<WordsWay, TpmWay, TokenWay, RecoveryWay>; // kinds 1 to 4 of the file, in this order

struct Slot {
    std::int64_t number{0}; // part of the place at which the master key is sealed
    Way way;
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
    std::vector<PublicKey> former_keys; // what they signed with before a PIN was lost; oldest first
    // No longer works here: no salt, no seed. Name and keys stay, for what they did and signed.
    bool left{false};
};

// What was done to the vault and is still to be written into the log.
enum class Deed : std::uint64_t {
    pin_changed = 1,  // by its owner
    pin_replaced = 2, // by a recovery code, and the key with it
    person_added = 3,
    code_used = 4,
    ways_changed = 5, // words, codes, tokens or TPM
    person_left = 6,  // their key is destroyed
};
struct Owed {
    std::uint64_t serial{0}; // counts the deeds of this vault, from 1
    Deed deed{Deed::pin_changed};
    std::int64_t actor{0};     // who did it; 0: not known, or the kiosk itself
    std::int64_t subject{0};   // a person, or a sheet, or which way (WayChange)
    PublicKey key{};           // the person's, as it is now or was last; zeros where it is not about one
    std::uint64_t log_size{0}; // of the log when it was done: its entry stands after that
};

struct TpmBinding {
    std::uint32_t device_handle{0}; // where the TPM keeps the device secret
    Bytes sealed_lockout_auth;      // with it the count of wrong tries is cleared; under the master key
};

struct VaultFile {
    unsigned version{2}; // as it was read; always written as 2
    ByteArray<16> id{};
    std::string protection_class; // "A", "B", "C"; "passphrase" is what version 1 called C
    std::vector<Slot> slots;
    PublicKey kiosk_key{};
    Bytes sealed_kiosk_seed; // under the master key
    PublicKey transport_key{};
    Bytes sealed_transport_seed; // under the device secret; in version 1 under the master key
    Bytes sealed_device_secret;  // under the master key; empty in version 1
    std::optional<TpmBinding> tpm;
    std::vector<PersonSlot> people;
    std::vector<Owed> owed;
    std::uint64_t deeds{0}; // the last serial given
};

constexpr std::size_t vault_file_most = 1U << 20;
constexpr std::size_t people_most = 200;
constexpr std::size_t slots_most = 300;
constexpr std::size_t owed_most = 1000;
constexpr std::size_t former_keys_most = 1000;

Bytes encode(const VaultFile&);
// Fault::corrupt for anything that encode would not write, or version 1 would not have written.
Result<VaultFile> decode_vault_file(ByteView);

// What a backup holds of a vault (README, "The extract"): `without_keys` of its file.
VaultFile without_keys(VaultFile);
Bytes encode_extract(const VaultFile&);
Result<VaultFile> decode_extract(ByteView); // Fault::corrupt too where a key is in it

} // namespace northseal::vault
