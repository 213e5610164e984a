#pragma once
// An institution's signing key on disk: sealed by XChaCha20-Poly1305 under a key that Argon2id makes of the
// passphrase (README, "keys/NAME.key").

#include <string>

#include "storage/base/ed25519.h"
#include "storage/base/random.h"

namespace northseal::institution {

enum class Hardness {
    moderate, // 256 MiB and 3 passes: most of a second for each guess
    fast,     // tests only: it stops nobody
};

constexpr std::size_t passphrase_least = 12; // bytes

// `name` is sealed in with the key: a desk's file cannot stand in for the root's.
Result<std::string> seal_key(std::string_view name, const SigningKey&, const SecretBytes& passphrase, Random&,
                             Hardness = Hardness::moderate);
// Fault::refused where the passphrase does not fit, Fault::corrupt where the file is not one of ours.
Result<SigningKey> open_key(std::string_view name, std::string_view text, const SecretBytes& passphrase);

} // namespace northseal::institution
