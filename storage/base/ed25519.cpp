#include "storage/base/ed25519.h"

#include <sodium.h>

#include "storage/base/random.h"

namespace northseal {
namespace {
constexpr ByteArray<2> multicodec_ed25519_public{0xed, 0x01};
}

SigningKey SigningKey::from_seed(ByteView seed32)
{
    if (seed32.size() != crypto_sign_SEEDBYTES || sodium_init() < 0) std::abort();
    SigningKey key;
    key.m_secret = SecretBytes(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(key.m_public.data(), key.m_secret.writable().data(), seed32.data());
    return key;
}

SigningKey SigningKey::generate(Random& random)
{
    SecretBytes seed(crypto_sign_SEEDBYTES);
    random.fill(seed.writable());
    return from_seed(seed.view());
}

Signature SigningKey::sign(ByteView message) const
{
    if (m_secret.empty()) std::abort(); // a key that was moved away
    Signature out;
    crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), m_secret.view().data());
    return out;
}

SecretBytes SigningKey::seed() const
{
    SecretBytes out(crypto_sign_SEEDBYTES);
    crypto_sign_ed25519_sk_to_seed(out.writable().data(), m_secret.view().data());
    return out;
}

Result<SecretBytes> SigningKey::shared_key(const PublicKey& other, std::string_view context) const
{
    if (m_secret.empty()) std::abort();
    ByteArray<crypto_scalarmult_BYTES> their_point{};
    SecretBytes own(crypto_scalarmult_SCALARBYTES), point(crypto_scalarmult_BYTES);
    crypto_sign_ed25519_sk_to_curve25519(own.writable().data(), m_secret.view().data());
    if (crypto_sign_ed25519_pk_to_curve25519(their_point.data(), other.data()) != 0 ||
        crypto_scalarmult(point.writable().data(), own.view().data(), their_point.data()) != 0) {
        return refused("nothing can be shared with this key");
    }
    // Both keys in an order that both sides know.
    const auto& first = std::min(m_public, other);
    const auto& second = std::max(m_public, other);
    SecretBytes out(32);
    crypto_generichash_state state{};
    crypto_generichash_init(&state, nullptr, 0, out.size());
    for (const ByteView part : {point.view(), ByteView(first), ByteView(second), view(context)}) {
        crypto_generichash_update(&state, part.data(), part.size());
    }
    crypto_generichash_final(&state, out.writable().data(), out.size());
    wipe({reinterpret_cast<std::uint8_t*>(&state), sizeof state});
    return out;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature)
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

std::string to_multikey(const PublicKey& key)
{
    return "z" + to_base58(joined({multicodec_ed25519_public, key}));
}

Result<PublicKey> from_multikey(std::string_view text)
{
    if (!text.starts_with('z')) return refused("a Multikey starts with z (base58btc)");
    const auto bytes = TRY(from_base58(text.substr(1), 34));
    if (bytes.size() != 34 || bytes[0] != multicodec_ed25519_public[0] ||
        bytes[1] != multicodec_ed25519_public[1]) {
        return refused("a Multikey of another kind than Ed25519");
    }
    return exactly<32>(ByteView(bytes).subspan(2), "Ed25519 public key");
}

} // namespace northseal
