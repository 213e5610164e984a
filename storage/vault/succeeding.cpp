// A vault for the machine that comes after one that is gone (README, "The extract").

#include <algorithm>

#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {
namespace {

struct OpenedExtract {
    VaultFile file;
    SecretBytes master;
    std::uint64_t sheet{0};
};

Result<OpenedExtract> open_extract(ByteView bytes, std::string_view code)
{
    auto file = TRY(decode_extract(bytes));
    const auto secret = TRY(recovery_secret(code));
    const auto key = recovery_key(secret, file.id);
    for (const auto& slot : file.slots) {
        auto master = open_slot(file, slot, key);
        if (!master.ok()) continue;
        if (master.value().size() != 32) return corrupt("the master key has another size than was written");
        const auto sheet = std::get<RecoveryWay>(slot.way).sheet;
        return OpenedExtract{std::move(file), std::move(master).value(), sheet};
    }
    return refused(
        "this recovery code does not open this backup: it belongs to another kiosk, or was used or "
        "renewed before the backup was made");
}

std::string pin_that_nobody_knows(Random& random)
{
    std::string pin;
    do {
        wipe(pin);
        for (int i = 0; i < 6; ++i) pin += static_cast<char>('0' + random.below(10));
    } while (!check_new_pin(pin).ok());
    return pin;
}

// The first of that name who has not chosen yet: two people may bear one name. Who left chooses none.
Result<std::vector<std::string>> pins_by_person(const std::vector<PersonSlot>& people,
                                                const std::vector<std::string>& names,
                                                const std::vector<NewPin>& chosen)
{
    std::vector<std::string> out(names.size());
    for (const auto& each : chosen) {
        TRY(check_new_pin(each.pin));
        auto place = names.size();
        for (auto i = names.size(); i-- > 0;) {
            if (names[i] == each.name && out[i].empty() && !people[i].left) place = i;
        }
        if (place == names.size()) {
            std::string known;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (!people[i].left) known += (known.empty() ? "" : ", ") + names[i];
            }
            return refused("nobody of the name " + each.name +
                           " is a facilitator of this kiosk; these are: " + known);
        }
        out[place] = each.pin;
    }
    return out;
}

} // namespace

Result<PublicKey> Vault::whose(ByteView extract, std::string_view code)
{
    const auto opened = TRY(open_extract(extract, code));
    return opened.file.kiosk_key;
}

Result<> Vault::take_over(const VaultFile& old, const SecretBytes& master, const Successor& wanted,
                          const Telling& telling)
{
    auto& file = m_file;
    const auto name_key = derive(master, Purpose::facilitator_name);
    std::vector<std::string> names;
    for (const auto& person : old.people) {
        const auto name =
            open_sealed(name_key.view(), person.sealed_name, place_in_vault(old.id, "name", person.number));
        if (!name.ok()) return corrupt("a facilitator's name does not open");
        names.emplace_back(text_of(name.value()));
    }
    auto pins = TRY(pins_by_person(old.people, names, wanted.pins));
    make_keys(master);
    TRY(set_protection(wanted.protection, master, file));
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (old.people[i].left) {
            file.people.push_back(old.people[i]);
            file.people.back().sealed_name =
                seal(name_key.view(), view(names[i]), place_in_vault(file.id, "name", old.people[i].number),
                     *m_random);
            continue;
        }
        const bool is_there = !pins[i].empty();
        if (!is_there) pins[i] = pin_that_nobody_knows(*m_random);
        const auto& before = old.people[i];
        auto person = TRY(seal_person({names[i], before.role, pins[i]}, before.number, file.id, master,
                                      wanted.cost_of_pin, *m_random));
        person.former_keys = before.former_keys;
        person.former_keys.push_back(before.key);
        if (person.former_keys.size() > former_keys_most)
            person.former_keys.erase(person.former_keys.begin());
        file.people.push_back(std::move(person));
        if (is_there && file.tpm) TRY(add_tpm_way(before.number, pins[i], master, file));
        TRY(owe(file, Deed::pin_replaced, telling, before.number, file.people.back().key));
    }
    for (auto& pin : pins) wipe(pin);
    for (auto& name : names) wipe(name);
    return {};
}

Result<Vault> Vault::succeed(const std::string& folder, ByteView extract, std::string_view code,
                             const Successor& wanted, std::uint64_t log_size, Disk& disk, const Clock& clock,
                             Random& random, std::string_view tpm)
{
    if (exists(folder, disk)) return refused("a vault stands in " + folder + " already");
    if (is_retired(folder, disk))
        return refused("a kiosk was retired in " + folder + "; choose an empty folder");
    auto old = TRY(open_extract(extract, code));
    TRY(disk.make_folder(folder));
    TRY(Tries::forget(folder, disk));
    auto tries = TRY(Tries::open(folder, disk, clock));
    Vault vault(folder, {}, std::move(tries), disk, random, tpm);
    // What the log still lacked when the backup was made goes on being owed.
    vault.m_file.owed = old.file.owed;
    vault.m_file.deeds = old.file.deeds;
    const Telling telling{0, log_size};
    TRY(owe(vault.m_file, Deed::code_used, telling, static_cast<std::int64_t>(old.sheet)));
    TRY(vault.take_over(old.file, old.master, wanted, telling));
    vault.load_transport();
    TRY(vault.open_keys(std::move(old.master), /*by_code=*/true));
    return vault;
}

} // namespace northseal::vault
