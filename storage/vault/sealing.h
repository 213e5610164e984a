#pragma once
// The primitives of the vault (README, "Sealing"): stretching what a person knows, deriving a key for each
// purpose, and sealing bytes to the place where they are kept, so that two sealed fields cannot be swapped.

#include <cstdint>
#include <string_view>

#include "storage/base/random.h"
#include "storage/base/secret.h"

namespace northseal::vault {

// Argon2id's cost. It stands beside each salt in the file, so that a vault opens wherever it was made.
struct KdfCost {
    std::uint64_t operations{3};
    std::uint64_t memory_bytes{256U << 20};
    friend bool operator==(const KdfCost&, const KdfCost&) = default;
};
constexpr KdfCost words_cost{3, 256U << 20}; // libsodium's "moderate": half a second
constexpr KdfCost pin_cost{2, 64U << 20};    // "interactive": a tenth, since a PIN also needs the master key
constexpr KdfCost tests_cost{1, 8192};       // for tests alone: it protects nothing

// Whether a cost that was read was ever written: more than any machine of ours has was not.
bool is_cost(const KdfCost&);

using Salt = ByteArray<16>;

// 32 bytes. Fault::full where the machine has not the memory that the cost asks for.
Result<SecretBytes> stretch(std::string_view secret, const Salt&, const KdfCost&);

// What a key derived from the master key may be used for. The number is libsodium's subkey id; each has its
// own context too (README lists them).
enum class Purpose : std::uint64_t {
    kiosk_key = 1,
    transport_key = 2,
    facilitator_pin = 3,
    facilitator_name = 4,
    learner_key = 5,
    delegation_pack = 6,
    device_secret = 7,
    tpm_lockout = 8,
    wrapping_key = 9,
    form = 10,
    learner_pin = 11,
};
SecretBytes derive(const SecretBytes& master, Purpose);

// BLAKE2b-256 under a key.
SecretBytes keyed_hash(ByteView key, std::initializer_list<ByteView> parts);

// XChaCha20-Poly1305: nonce (24) ‖ ciphertext ‖ tag (16). `place` is authenticated: "table:column:row".
constexpr std::size_t sealing_overhead = 40;
Bytes seal(ByteView key, ByteView plain, std::string_view place, Random&);
// Fault::refused where key, place or bytes do not fit together. The caller wipes what it gets.
Result<Bytes> open_sealed(ByteView key, ByteView sealed, std::string_view place);
Result<SecretBytes> open_sealed_secret(ByteView key, ByteView sealed, std::string_view place);

// A key of 32 bytes on the stack, wiped when it goes: for one learner's record, where locked memory for each
// of a hundred thousand would take longer than the opening itself.
class BriefKey {
public:
    BriefKey() = default;
    ~BriefKey() { wipe(m_bytes); }
    BriefKey(const BriefKey&) = delete;
    BriefKey& operator=(const BriefKey&) = delete;
    BriefKey(BriefKey&& other) noexcept : m_bytes(other.m_bytes) { wipe(other.m_bytes); }
    BriefKey& operator=(BriefKey&&) = delete;
    ByteView view() const { return m_bytes; }
    std::span<std::uint8_t> writable() { return m_bytes; }

private:
    ByteArray<32> m_bytes{};
};

} // namespace northseal::vault
