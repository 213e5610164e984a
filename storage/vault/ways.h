#pragma once
// How each way leads to the master key: what is shown becomes a key, and the slot opens with it or does not.
// Inside this module only.

#include "storage/vault/vault.h"

namespace northseal::vault {

// Where the files of one vault lie.
std::string vault_path(const std::string& folder);
std::string tries_path(const std::string& folder);
std::string learner_tries_path(const std::string& folder);
std::string device_path(const std::string& folder);
std::string pending_lockout_path(const std::string& folder);
std::string retired_path(const std::string& folder);

Error vault_is_locked();
SecretBytes random_secret(Random&);

Result<SecretBytes> words_key(const WordsWay&, std::string_view typed);
SecretBytes token_key(const SecretBytes& token, const ByteArray<16>& vault_id);
SecretBytes recovery_key(const SecretBytes& code, const ByteArray<16>& vault_id);
// What the TPM compares, and what its secret and the device's make together.
Result<SecretBytes> tpm_auth(const TpmWay&, std::string_view pin);
SecretBytes tpm_key(const SecretBytes& given, const SecretBytes& device, std::int64_t person,
                    const ByteArray<16>& vault_id);

// Adds a slot under a number that no other has.
void add_slot(VaultFile&, Way, const SecretBytes& key, const SecretBytes& master, Random&);
Result<SecretBytes> open_slot(const VaultFile&, const Slot&, const SecretBytes& key);

// The numbers in which play at the screen is kept from locking the TPM (README, "Class A").
constexpr std::size_t tpm_people_most = 40;
bool tpm_may_be_asked(const TpmState&, std::uint64_t wrong_of_person);

// Notes in the file what the log is owed. Fault::full where it owes too much already.
Result<> owe(VaultFile&, Deed, const Telling&, std::int64_t subject, const PublicKey& key = {});

template<class Kind>
void drop_ways(VaultFile& file)
{
    std::erase_if(file.slots, [](const Slot& slot) { return std::holds_alternative<Kind>(slot.way); });
}

} // namespace northseal::vault
