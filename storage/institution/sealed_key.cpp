#include "storage/institution/sealed_key.h"

#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/vault/sealing.h"

namespace northseal::institution {
namespace {

constexpr std::string_view sealed_key_kind = "sealed key 1";
// More than this no file of ours asks for; a forged one must not take the machine down.
constexpr std::uint64_t passes_most = 8;
constexpr std::uint64_t memory_most = 1U << 30;
constexpr std::size_t seed_size = 32;

vault::KdfCost cost_of(Hardness hardness)
{
    switch (hardness) {
    case Hardness::moderate:
        return vault::words_cost;
    case Hardness::fast:
        return vault::tests_cost;
    }
    std::abort();
}

Result<SecretBytes> sealing_key(const SecretBytes& passphrase, const vault::Salt& salt,
                                const vault::KdfCost& cost)
{
    return vault::stretch(text_of(passphrase.view()), salt, cost);
}

// What the seal is bound to: a desk's file cannot stand in for the root's.
std::string place_of(std::string_view name, std::string_view public_key)
{
    return "northseal " + std::string(sealed_key_kind) + "\n" + std::string(name) + "\n" +
           std::string(public_key);
}

Result<std::uint64_t> bounded(const Json& json, std::string_view name, std::uint64_t most)
{
    const auto* found = member(json, name);
    if (found == nullptr || !found->is_number_unsigned() || found->get<std::uint64_t>() > most) {
        return corrupt("the key file's \"" + std::string(name) + "\" is not a number of ours");
    }
    return found->get<std::uint64_t>();
}

Result<Bytes> bytes_member(const Json& json, std::string_view name)
{
    const auto text = TRY(text_member(json, name));
    return from_base64url(text);
}

struct KeyFile {
    std::string public_key; // Multikey
    vault::KdfCost cost;
    vault::Salt salt{};
    Bytes sealed;
};

Result<KeyFile> read_key_file(std::string_view name, std::string_view text)
{
    const auto json = TRY(parse_json(text, {16384, 8}));
    const auto says = TRY(text_member(json, "northseal"));
    const auto whose = TRY(text_member(json, "name"));
    if (says != sealed_key_kind || whose != name) {
        return corrupt("this is not the sealed key of the " + std::string(name));
    }
    KeyFile file;
    file.public_key = TRY(text_member(json, "public"));
    const auto* how = member(json, "argon2id");
    if (how == nullptr) return corrupt("the key file does not say how the passphrase is stretched");
    file.cost.operations = TRY(bounded(*how, "passes", passes_most));
    file.cost.memory_bytes = TRY(bounded(*how, "memory", memory_most));
    const auto salt = TRY(bytes_member(*how, "salt"));
    file.salt = TRY(exactly<std::tuple_size_v<vault::Salt>>(salt, "salt"));
    file.sealed = TRY(bytes_member(json, "sealed"));
    return file;
}

} // namespace

Result<std::string> seal_key(std::string_view name, const SigningKey& key, const SecretBytes& passphrase,
                             Random& random, Hardness hardness)
{
    if (passphrase.size() < passphrase_least) {
        return refused("the passphrase is too short: at least " + std::to_string(passphrase_least) +
                       " characters, better five words that nobody would put together");
    }
    const auto cost = cost_of(hardness);
    const auto salt = random.bytes<std::tuple_size_v<vault::Salt>>();
    const auto sealing = TRY(sealing_key(passphrase, salt, cost));
    const auto public_key = to_multikey(key.public_key());
    const auto seed = key.seed();
    const auto sealed = vault::seal(sealing.view(), seed.view(), place_of(name, public_key), random);
    return canonical_json(
        {{"northseal", sealed_key_kind},
         {"name", name},
         {"public", public_key},
         {"argon2id",
          {{"passes", cost.operations}, {"memory", cost.memory_bytes}, {"salt", to_base64url(salt)}}},
         {"sealed", to_base64url(sealed)}});
}

Result<SigningKey> open_key(std::string_view name, std::string_view text, const SecretBytes& passphrase)
{
    const auto read = read_key_file(name, text);
    if (!read.ok()) return corrupt(read.error().detail);
    const auto& file = read.value();
    const auto sealing = TRY(sealing_key(passphrase, file.salt, file.cost));
    auto seed = vault::open_sealed_secret(sealing.view(), file.sealed, place_of(name, file.public_key));
    if (!seed.ok()) return refused("the passphrase does not open the key of the " + std::string(name));
    if (seed.value().size() != seed_size) return corrupt("the key of the " + std::string(name) + " is cut");
    auto key = SigningKey::from_seed(seed.value().view());
    if (to_multikey(key.public_key()) != file.public_key) {
        return corrupt("the key of the " + std::string(name) + " is not the one that its file names");
    }
    return key;
}

} // namespace northseal::institution
