#pragma once
// How the vault file's secrets are wrapped: what a person knows becomes a key, and each sealed value has its
// place. Inside this module only.

#include <cstdint>

#include "storage/vault/vault.h"

namespace northseal::vault {

// Lower case, marks dropped, one space between words: what can be said over a radio and typed by anybody.
// Refuses what is not six words.
Result<std::string> normal_words(std::string_view);
Result<> check_new_person(const NewPerson&);

std::string place_in_vault(const ByteArray<16>& vault_id, std::string_view what, std::int64_t row);

// Argon2id of the PIN, bound to the master key and to the person: a PIN alone opens nothing anywhere else.
Result<SecretBytes> pin_wrapping_key(const SecretBytes& master, const PersonSlot&, std::string_view pin);
Result<PersonSlot> seal_person(const NewPerson&, std::int64_t number, const ByteArray<16>& vault_id,
                               const SecretBytes& master, const KdfCost&, Random&);

} // namespace northseal::vault
