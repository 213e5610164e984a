#include "storage/vault/sealing.h"

#include <sodium.h>

#include <string>

namespace northseal::vault {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(nonce_size + tag_size == sealing_overhead);

// Eight characters each, as crypto_kdf wants them. They never change: a vault made with one opens with no
// other.
const char* context_of(Purpose purpose)
{
    switch (purpose) {
    case Purpose::kiosk_key:
        return "ns_kiosk";
    case Purpose::transport_key:
        return "ns_trans";
    case Purpose::facilitator_pin:
        return "ns_f_pin";
    case Purpose::facilitator_name:
        return "ns_fname";
    case Purpose::learner_key:
        return "ns_learn";
    case Purpose::delegation_pack:
        return "ns_packs";
    case Purpose::device_secret:
        return "ns_devic";
    case Purpose::tpm_lockout:
        return "ns_tpmlo";
    case Purpose::wrapping_key:
        return "ns_wrapk";
    case Purpose::form:
        return "ns_forms";
    case Purpose::learner_pin:
        return "ns_lpins";
    }
    std::abort();
}

Error does_not_fit(std::string_view place)
{
    return refused("what is sealed at " + std::string(place) + " does not open with this key");
}

// `plain` has exactly sealed.size() - sealing_overhead bytes.
bool open_into(std::span<std::uint8_t> plain, ByteView key, ByteView sealed, std::string_view place)
{
    const auto nonce = sealed.first(nonce_size);
    const auto body = sealed.subspan(nonce_size);
    unsigned long long size = 0;
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), &size, nullptr, body.data(), body.size(),
                                                      reinterpret_cast<const unsigned char*>(place.data()),
                                                      place.size(), nonce.data(), key.data()) == 0;
}

} // namespace

bool is_cost(const KdfCost& cost)
{
    constexpr std::uint64_t memory_most = 4ULL << 30;
    return cost.operations >= 1 && cost.operations <= 64 && cost.memory_bytes >= 8192 &&
           cost.memory_bytes <= memory_most;
}

Result<SecretBytes> stretch(std::string_view secret, const Salt& salt, const KdfCost& cost)
{
    SecretBytes out(32);
    if (crypto_pwhash(out.writable().data(), out.size(), secret.data(), secret.size(), salt.data(),
                      cost.operations, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return Error{Fault::full, "there is not enough memory to check a secret: " +
                                      std::to_string(cost.memory_bytes >> 20) + " MiB are needed"};
    }
    return out;
}

SecretBytes derive(const SecretBytes& master, Purpose purpose)
{
    SecretBytes out(32);
    if (master.size() != crypto_kdf_KEYBYTES ||
        crypto_kdf_derive_from_key(out.writable().data(), out.size(), static_cast<std::uint64_t>(purpose),
                                   context_of(purpose), master.view().data()) != 0) {
        std::abort();
    }
    return out;
}

SecretBytes keyed_hash(ByteView key, std::initializer_list<ByteView> parts)
{
    SecretBytes out(32);
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), out.size());
    for (const auto part : parts) crypto_generichash_update(&state, part.data(), part.size());
    crypto_generichash_final(&state, out.writable().data(), out.size());
    sodium_memzero(&state, sizeof state);
    return out;
}

Bytes seal(ByteView key, ByteView plain, std::string_view place, Random& random)
{
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES) std::abort();
    Bytes out(nonce_size + plain.size() + tag_size);
    random.fill(std::span(out).first(nonce_size));
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + nonce_size, &size, plain.data(), plain.size(),
                                               reinterpret_cast<const unsigned char*>(place.data()),
                                               place.size(), nullptr, out.data(), key.data());
    return out;
}

Result<Bytes> open_sealed(ByteView key, ByteView sealed, std::string_view place)
{
    if (key.size() != 32 || sealed.size() < sealing_overhead) return does_not_fit(place);
    Bytes out(sealed.size() - sealing_overhead);
    if (!open_into(out, key, sealed, place)) return does_not_fit(place);
    return out;
}

Result<SecretBytes> open_sealed_secret(ByteView key, ByteView sealed, std::string_view place)
{
    if (key.size() != 32 || sealed.size() <= sealing_overhead) return does_not_fit(place);
    SecretBytes out(sealed.size() - sealing_overhead);
    if (!open_into(out.writable(), key, sealed, place)) return does_not_fit(place);
    return out;
}

} // namespace northseal::vault
