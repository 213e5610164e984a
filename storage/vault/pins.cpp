// People and their PINs.

#include <algorithm>

#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {
namespace {

PersonSlot& slot_of(VaultFile& file, std::int64_t person)
{
    return file.people[static_cast<std::size_t>(person) - 1]; // numbered one by one, as the reader checked
}

void forget_tpm_way(VaultFile& file, std::int64_t person)
{
    std::erase_if(file.slots, [&](const Slot& each) {
        const auto* way = std::get_if<TpmWay>(&each.way);
        return way != nullptr && way->person == person;
    });
}

bool has_tpm_way(const VaultFile& file)
{
    return std::any_of(file.slots.begin(), file.slots.end(),
                       [](const Slot& each) { return std::holds_alternative<TpmWay>(each.way); });
}

} // namespace

Result<PinOutcome> Vault::try_pin(std::int64_t person, std::string_view pin,
                                  const std::function<Result<>(const SigningKey&)>& with_key)
{
    if (!m_open) return vault_is_locked();
    const auto* slot = find(person);
    if (slot == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    if (const int wait = m_tries.wait_seconds(person); wait > 0) {
        return PinOutcome{PinAnswer::must_wait, wait};
    }
    TRY(m_tries.begin(person));
    const auto wrapping = TRY(pin_wrapping_key(m_open->master, *slot, pin));
    const auto seed = open_sealed_secret(wrapping.view(), slot->sealed_seed,
                                         place_in_vault(m_file.id, "facilitator", person));
    if (!seed.ok()) return PinOutcome{PinAnswer::wrong, m_tries.wait_seconds(person)};
    const auto key = SigningKey::from_seed(seed.value().view());
    if (key.public_key() != slot->key) return corrupt("a facilitator's key is not the one it is named for");
    TRY(m_tries.succeeded(person));
    static_cast<void>(admit(person, pin).ok()); // or at the next right PIN
    if (with_key) TRY(with_key(key));
    return PinOutcome{PinAnswer::accepted, 0};
}

Result<PinOutcome> Vault::change_pin(std::int64_t person, std::string_view old_pin, std::string_view new_pin,
                                     std::uint64_t log_size)
{
    if (!m_open) return vault_is_locked();
    TRY(check_new_pin(new_pin));
    if (new_pin == old_pin) return refused("the new PIN must be another than the old one");
    return try_pin(person, old_pin, [&](const SigningKey& key) -> Result<> {
        auto next = m_file;
        TRY(set_pin(slot_of(next, person), key, new_pin, next.id, m_open->master, *m_random));
        if (next.tpm) TRY(add_tpm_way(person, new_pin, m_open->master, next));
        TRY(owe(next, Deed::pin_changed, {person, log_size}, person, key.public_key()));
        return replace_file(std::move(next));
    });
}

Result<std::int64_t> Vault::add_person(const NewPerson& person, const Telling& telling)
{
    if (!m_open) return vault_is_locked();
    auto next = m_file;
    if (next.people.size() >= people_most) {
        return Error{Fault::full, "a kiosk holds " + std::to_string(people_most) + " facilitators"};
    }
    const auto number = static_cast<std::int64_t>(next.people.size()) + 1;
    next.people.push_back(
        TRY(seal_person(person, number, next.id, m_open->master, cost_of_pins(next), *m_random)));
    if (next.tpm) TRY(add_tpm_way(number, person.pin, m_open->master, next));
    TRY(owe(next, Deed::person_added, telling, number, next.people.back().key));
    TRY(replace_file(std::move(next)));
    return number;
}

Result<> Vault::replace_pin(std::int64_t person, std::string_view new_pin, const Telling& telling)
{
    if (!m_open) return vault_is_locked();
    if (!m_open->by_code) {
        return refused("a lost PIN is replaced by a recovery code: lock the kiosk and open it with one");
    }
    if (find(person) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    TRY(check_new_pin(new_pin));
    auto next = m_file;
    auto& slot = slot_of(next, person);
    if (slot.former_keys.size() >= former_keys_most) {
        return Error{Fault::full, "this person's PIN was lost too often; add them anew"};
    }
    slot.former_keys.push_back(slot.key);
    TRY(set_pin(slot, SigningKey::generate(*m_random), new_pin, next.id, m_open->master, *m_random));
    // The lost PIN opens nothing any more. Where the TPM is out of reach, the new one is made known to it
    // when it is first typed.
    forget_tpm_way(next, person);
    if (next.tpm) static_cast<void>(add_tpm_way(person, new_pin, m_open->master, next).ok());
    TRY(owe(next, Deed::pin_replaced, telling, person, slot.key));
    TRY(replace_file(std::move(next)));
    return m_tries.succeeded(person);
}

Result<> Vault::remove_person(std::int64_t person, const Telling& telling)
{
    if (!m_open) return vault_is_locked();
    if (find(person) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    auto next = m_file;
    auto& slot = slot_of(next, person);
    slot.left = true;
    slot.salt = {};
    slot.cost = {};
    slot.sealed_seed.clear();
    forget_tpm_way(next, person);
    if (std::all_of(next.people.begin(), next.people.end(), [](const PersonSlot& each) { return each.left; }))
        return refused("the last person stays: nobody could open this kiosk any more");
    if (next.tpm && !has_tpm_way(next))
        return refused("the chip knows nobody else's PIN yet: somebody who stays signs in first");
    TRY(owe(next, Deed::person_left, telling, person, slot.key));
    TRY(replace_file(std::move(next)));
    // A count that stays behind keeps nobody waiting: the number is given to nobody else.
    static_cast<void>(m_tries.succeeded(person).ok());
    return {};
}

Result<> Vault::settle(std::uint64_t up_to_serial)
{
    auto next = m_file;
    std::erase_if(next.owed, [&](const Owed& owed) { return owed.serial <= up_to_serial; });
    if (next.owed.size() == m_file.owed.size()) return {};
    return replace_file(std::move(next));
}

} // namespace northseal::vault
