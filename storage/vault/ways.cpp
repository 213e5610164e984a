#include "storage/vault/ways.h"

#include "storage/vault/people.h"

namespace northseal::vault {

std::string vault_path(const std::string& folder)
{
    return folder + "/vault";
}

std::string tries_path(const std::string& folder)
{
    return folder + "/vault.tries";
}

std::string learner_tries_path(const std::string& folder)
{
    return folder + "/vault.learners";
}

std::string device_path(const std::string& folder)
{
    return folder + "/vault.device";
}

std::string pending_lockout_path(const std::string& folder)
{
    return folder + "/vault.lockout";
}

std::string retired_path(const std::string& folder)
{
    return folder + "/vault.retired";
}

Error vault_is_locked()
{
    return Error{Fault::locked, "the vault is locked"};
}

SecretBytes random_secret(Random& random)
{
    SecretBytes out(32);
    random.fill(out.writable());
    return out;
}

Result<SecretBytes> words_key(const WordsWay& way, std::string_view typed)
{
    auto words = TRY(normal_words(typed));
    auto key = stretch(words, way.salt, way.cost);
    wipe(words);
    return key;
}

SecretBytes token_key(const SecretBytes& token, const ByteArray<16>& vault_id)
{
    return keyed_hash(token.view(), {view("northseal token 1\n"), vault_id});
}

SecretBytes recovery_key(const SecretBytes& code, const ByteArray<16>& vault_id)
{
    return keyed_hash(code.view(), {view("northseal recovery 1\n"), vault_id});
}

Result<SecretBytes> tpm_auth(const TpmWay& way, std::string_view pin)
{
    const auto stretched = TRY(stretch(pin, way.salt, way.cost));
    return keyed_hash(stretched.view(), {view("northseal tpm pin 1\n")});
}

SecretBytes tpm_key(const SecretBytes& given, const SecretBytes& device, std::int64_t person,
                    const ByteArray<16>& vault_id)
{
    return keyed_hash(given.view(), {view("northseal tpm 1\n"), device.view(), big_endian(person), vault_id});
}

void add_slot(VaultFile& file, Way way, const SecretBytes& key, const SecretBytes& master, Random& random)
{
    Slot slot;
    for (const auto& other : file.slots) slot.number = std::max(slot.number, other.number);
    ++slot.number;
    slot.way = std::move(way);
    slot.sealed_master =
        seal(key.view(), master.view(), place_in_vault(file.id, "slot", slot.number), random);
    file.slots.push_back(std::move(slot));
}

Result<SecretBytes> open_slot(const VaultFile& file, const Slot& slot, const SecretBytes& key)
{
    return open_sealed_secret(key.view(), slot.sealed_master, place_in_vault(file.id, "slot", slot.number));
}

bool tpm_may_be_asked(const TpmState& state, std::uint64_t wrong_of_person)
{
    constexpr std::uint64_t few = 3;
    if (state.locked_out || state.wrong_tries + 1 >= state.max_tries) return false;
    return state.wrong_tries < state.max_tries / 2 || wrong_of_person < few;
}

Result<> owe(VaultFile& file, Deed deed, const Telling& telling, std::int64_t subject, const PublicKey& key)
{
    if (file.owed.size() >= owed_most) {
        return Error{Fault::full, "the vault waits for the log to take what was done before"};
    }
    file.owed.push_back({++file.deeds, deed, telling.actor, subject, key, telling.log_size});
    return {};
}

} // namespace northseal::vault
