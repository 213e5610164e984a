// How a vault comes to be.

#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {

void Vault::make_keys(const SecretBytes& master)
{
    auto& file = m_file;
    file.id = m_random->bytes<16>();
    const auto device = random_secret(*m_random);
    const auto seal_key = [&](const SecretBytes& root, Purpose purpose, std::string_view what,
                              PublicKey& name) {
        const auto key = SigningKey::generate(*m_random);
        name = key.public_key();
        const auto wrapping = derive(root, purpose);
        const auto seed = key.seed();
        return seal(wrapping.view(), seed.view(), place_in_vault(file.id, what, 0), *m_random);
    };
    file.sealed_kiosk_seed = seal_key(master, Purpose::kiosk_key, "kiosk", file.kiosk_key);
    file.sealed_transport_seed = seal_key(device, Purpose::transport_key, "transport", file.transport_key);
    const auto device_key = derive(master, Purpose::device_secret);
    file.sealed_device_secret =
        seal(device_key.view(), device.view(), place_in_vault(file.id, "device", 0), *m_random);
}

Result<> Vault::fill(const NewVault& wanted, const SecretBytes& master)
{
    if (wanted.people.empty()) return refused("a kiosk needs at least one facilitator");
    if (wanted.people.size() > people_most) return refused("these are more facilitators than a vault holds");
    for (const auto& person : wanted.people) TRY(check_new_person(person));
    make_keys(master);
    auto& file = m_file;
    TRY(set_protection(wanted.protection, master, file));
    for (const auto& person : wanted.people) {
        const auto number = static_cast<std::int64_t>(file.people.size()) + 1;
        file.people.push_back(
            TRY(seal_person(person, number, file.id, master, wanted.cost_of_pin, *m_random)));
        if (file.tpm) TRY(add_tpm_way(number, person.pin, master, file));
    }
    return {};
}

Result<Vault> Vault::make(const std::string& folder, const NewVault& wanted, Disk& disk, const Clock& clock,
                          Random& random, std::string_view tpm)
{
    if (exists(folder, disk)) return refused("a vault stands in " + folder + " already");
    if (is_retired(folder, disk)) {
        return refused("a kiosk was retired in " + folder + "; choose an empty folder");
    }
    auto master = random_secret(random);
    TRY(disk.make_folder(folder));
    // A left-over of an enrolment that never finished would make this one's people wait.
    TRY(Tries::forget(folder, disk));
    auto tries = TRY(Tries::open(folder, disk, clock));
    Vault vault(folder, {}, std::move(tries), disk, random, tpm);
    TRY(vault.fill(wanted, master));
    vault.load_transport();
    TRY(vault.open_keys(std::move(master), /*by_code=*/false));
    return vault;
}

Result<> Vault::keep()
{
    TRY(m_disk->write_durably(vault_path(m_folder), encode(m_file)));
    static_cast<void>(finish_taking_lockout().ok()); // or at the next unlocking
    return {};
}

Result<Vault> Vault::create(const std::string& folder, const NewVault& wanted, Disk& disk, const Clock& clock,
                            Random& random, std::string_view tpm)
{
    auto vault = TRY(make(folder, wanted, disk, clock, random, tpm));
    TRY(vault.keep());
    return vault;
}

Result<RecoveryCodes> Vault::set_recovery_codes(const SecretBytes& master, VaultFile& file)
{
    drop_ways<RecoveryWay>(file);
    RecoveryCodes codes;
    for (const auto sheet : {steward_sheet, coordinator_sheet}) {
        auto& text = sheet == steward_sheet ? codes.steward : codes.coordinator;
        text = draw_recovery_code(*m_random);
        const auto secret = TRY(recovery_secret(text));
        add_slot(file, RecoveryWay{sheet}, recovery_key(secret, file.id), master, *m_random);
    }
    return codes;
}

Result<RecoveryCodes> Vault::first_recovery_codes()
{
    if (!m_open) return vault_is_locked();
    return set_recovery_codes(m_open->master, m_file);
}

void RecoveryCodes::wipe_all()
{
    wipe(steward);
    wipe(coordinator);
}

} // namespace northseal::vault
