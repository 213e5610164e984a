#pragma once
// How the vault file's secrets are wrapped: what a person knows becomes a key, and each sealed value has its
// place. Inside this module only.

#include <cstdint>

#include "storage/vault/vault.h"

namespace northseal::vault {

// Lower case, marks dropped, one space between words: what can be said over a radio and typed by anybody.
// Refuses what is not six words.
Result<std::string> normal_words(std::string_view);
// Six digits, and not those that are tried first: six equal ones, or a run up or down ("345678", "210987").
Result<> check_new_pin(std::string_view);
Result<> check_new_person(const NewPerson&);

ByteArray<8> big_endian(std::int64_t);
std::string place_of_learner_key(std::int64_t learner); // in the ledger

std::string place_in_vault(const ByteArray<16>& vault_id, std::string_view what, std::int64_t row);

// Argon2id of the PIN, bound to the master key and to the person: a PIN alone opens nothing anywhere else.
Result<SecretBytes> pin_wrapping_key(const SecretBytes& master, const PersonSlot&, std::string_view pin);
KdfCost cost_of_pins(const VaultFile&); // at this kiosk; who left has none any more
// The key of a person sealed under a PIN, with a salt of its own; `slot` keeps its cost.
Result<> set_pin(PersonSlot& slot, const SigningKey&, std::string_view pin, const ByteArray<16>& vault_id,
                 const SecretBytes& master, Random&);
Result<PersonSlot> seal_person(const NewPerson&, std::int64_t number, const ByteArray<16>& vault_id,
                               const SecretBytes& master, const KdfCost&, Random&);

} // namespace northseal::vault
