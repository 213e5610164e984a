#pragma once
// Ed25519 (RFC 8032) by libsodium, whose verifier refuses small-order keys and non-canonical encodings.
// Keys travel as Multikey text: "z" + base58btc(0xed01 ‖ public key), Data Integrity Multikey 2.1.1.

#include "storage/base/secret.h"

namespace northseal {

using PublicKey = ByteArray<32>;
using Signature = ByteArray<64>;

class Random;

class SigningKey {
public:
    static SigningKey from_seed(ByteView seed32); // the caller wipes the seed
    static SigningKey generate(Random&);

    const PublicKey& public_key() const { return m_public; }
    Signature sign(ByteView message) const;
    SecretBytes seed() const; // to seal it; 32 bytes
    // 32 bytes that the holder of `other` makes too, and nobody else: X25519 (RFC 7748) between the two keys,
    // converted, then BLAKE2b-256 of point, both keys and the context. Fault::refused where `other` is no
    // good key.
    Result<SecretBytes> shared_key(const PublicKey& other, std::string_view context) const;

private:
    SecretBytes m_secret; // libsodium's 64-byte form: seed and public key
    PublicKey m_public{};
};

bool verify(const PublicKey&, ByteView message, const Signature&);

std::string to_multikey(const PublicKey&);
Result<PublicKey> from_multikey(std::string_view);

} // namespace northseal
