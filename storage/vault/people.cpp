#include "storage/vault/people.h"

#include <algorithm>

#include "storage/base/text.h"

namespace northseal::vault {
namespace {

constexpr std::size_t words_wanted = 6;

// "456789", "987654", "890123", "000000": each digit the one before it plus the same nothing or one.
bool is_run(std::string_view pin)
{
    const auto step = [&](std::size_t i) { return (pin[i] - pin[i - 1] + 10) % 10; };
    const int first = step(1);
    if (first != 0 && first != 1 && first != 9) return false;
    for (std::size_t i = 2; i < pin.size(); ++i) {
        if (step(i) != first) return false;
    }
    return true;
}

} // namespace

ByteArray<8> big_endian(std::int64_t value)
{
    ByteArray<8> out{};
    for (std::size_t i = 0; i < 8; ++i) {
        out[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * (7 - i)));
    }
    return out;
}

Result<std::string> normal_words(std::string_view typed)
{
    if (typed.size() > 400) return refused("the words are longer than six words can be");
    std::string form = to_search_form(typed);
    std::string out;
    std::size_t count = 0;
    bool in_word = false;
    for (const char letter : form) {
        const bool space = letter == ' ' || letter == '\t' || letter == '\n' || letter == '-';
        if (!space && !in_word) {
            if (count++ > 0) out += ' ';
        }
        in_word = !space;
        if (!space) out += letter;
    }
    wipe(form);
    if (count != words_wanted) {
        wipe(out);
        return refused("the passphrase is six words; " + std::to_string(count) + " were given");
    }
    return out;
}

Result<> check_new_pin(std::string_view pin)
{
    const bool digits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (pin.size() != 6 || !digits) return refused("a PIN is six digits");
    if (is_run(pin)) return refused("this PIN is among the first that a stranger tries; choose another");
    return {};
}

Result<> check_new_person(const NewPerson& person)
{
    if (!check_text_claim(person.name).ok()) return refused("a facilitator's name must be clean text");
    if (person.role != "assessor" && person.role != "witness") {
        return refused("a facilitator's role is \"assessor\" or \"witness\", not \"" + person.role + "\"");
    }
    return check_new_pin(person.pin);
}

std::string place_in_vault(const ByteArray<16>& vault_id, std::string_view what, std::int64_t row)
{
    return "vault-" + to_hex(vault_id) + ":" + std::string(what) + ":" + std::to_string(row);
}

Result<SecretBytes> pin_wrapping_key(const SecretBytes& master, const PersonSlot& person,
                                     std::string_view pin)
{
    const auto stretched = TRY(stretch(pin, person.salt, person.cost));
    const auto device = derive(master, Purpose::facilitator_pin);
    return keyed_hash(device.view(),
                      {view("northseal pin 1\n"), stretched.view(), big_endian(person.number)});
}

KdfCost cost_of_pins(const VaultFile& file)
{
    for (const auto& person : file.people) {
        if (!person.left) return person.cost;
    }
    return pin_cost;
}

Result<> set_pin(PersonSlot& slot, const SigningKey& key, std::string_view pin, const ByteArray<16>& vault_id,
                 const SecretBytes& master, Random& random)
{
    slot.salt = random.bytes<16>();
    slot.key = key.public_key();
    const auto wrapping = TRY(pin_wrapping_key(master, slot, pin));
    const auto seed = key.seed();
    slot.sealed_seed =
        seal(wrapping.view(), seed.view(), place_in_vault(vault_id, "facilitator", slot.number), random);
    return {};
}

Result<PersonSlot> seal_person(const NewPerson& person, std::int64_t number, const ByteArray<16>& vault_id,
                               const SecretBytes& master, const KdfCost& cost, Random& random)
{
    TRY(check_new_person(person));
    PersonSlot slot;
    slot.number = number;
    slot.role = person.role;
    slot.cost = cost;
    const auto name_key = derive(master, Purpose::facilitator_name);
    slot.sealed_name =
        seal(name_key.view(), view(person.name), place_in_vault(vault_id, "name", number), random);
    TRY(set_pin(slot, SigningKey::generate(random), person.pin, vault_id, master, random));
    return slot;
}

} // namespace northseal::vault
