#include "storage/vault/vault.h"

#include <algorithm>

#include "storage/vault/people.h"
#include "storage/vault/ways.h"

namespace northseal::vault {
namespace {

Result<SigningKey> open_signing_key(const SecretBytes& root, Purpose purpose, const Bytes& sealed,
                                    const std::string& place, const PublicKey& expected)
{
    const auto key = derive(root, purpose);
    const auto seed = open_sealed_secret(key.view(), sealed, place);
    if (!seed.ok() || seed.value().size() != 32) return corrupt("a key in the vault does not open");
    auto signing = SigningKey::from_seed(seed.value().view());
    if (signing.public_key() != expected) return corrupt("a key in the vault is not the one it is named for");
    return signing;
}

} // namespace

bool Vault::exists(const std::string& folder, Disk& disk)
{
    return disk.exists(vault_path(folder));
}

Result<Vault> Vault::open(const std::string& folder, Disk& disk, const Clock& clock, Random& random,
                          std::string_view tpm)
{
    if (is_retired(folder, disk)) {
        TRY(finish_retiring(folder, disk, tpm));
        return refused("the kiosk in " + folder + " was retired: its keys are destroyed");
    }
    const auto bytes = TRY(disk.read(vault_path(folder), vault_file_most));
    auto file = TRY(decode_vault_file(bytes));
    auto tries = TRY(Tries::open(folder, disk, clock));
    Vault vault(folder, std::move(file), std::move(tries), disk, random, tpm);
    vault.load_transport();
    return vault;
}

Result<Vault::Tries> Vault::Tries::open(const std::string& folder, Disk& disk, const Clock& clock)
{
    auto people = TRY(PinTries::open(tries_path(folder), disk, clock));
    auto learners = TRY(PinTries::open(learner_tries_path(folder), disk, clock));
    return Tries{std::move(people), std::move(learners)};
}

Result<> Vault::Tries::forget(const std::string& folder, Disk& disk)
{
    TRY(disk.remove(tries_path(folder)));
    return disk.remove(learner_tries_path(folder));
}

std::vector<Person> Vault::people() const
{
    std::vector<Person> out;
    for (const auto& slot : m_file.people)
        out.push_back({slot.number, slot.role, slot.key, slot.former_keys, slot.left});
    return out;
}

Result<> Vault::replace_file(VaultFile next)
{
    TRY(m_disk->write_durably(vault_path(m_folder), encode(next)));
    next.version = 2;
    m_file = std::move(next);
    return {};
}

Result<> Vault::open_keys(SecretBytes master, bool by_code)
{
    if (master.size() != 32) return corrupt("the master key has another size than was written");
    auto kiosk = TRY(open_signing_key(master, Purpose::kiosk_key, m_file.sealed_kiosk_seed,
                                      place_in_vault(m_file.id, "kiosk", 0), m_file.kiosk_key));
    auto wrapping = derive(master, Purpose::learner_key);
    m_open.emplace(Open{std::move(master), std::move(wrapping), std::move(kiosk), by_code});
    auto ready = [&]() -> Result<> {
        if (m_file.version == 1) return upgrade();
        if (!m_transport) heal_device_secret();
        if (Vault::exists(m_folder, *m_disk)) static_cast<void>(finish_taking_lockout().ok());
        return {};
    }();
    if (!ready.ok()) lock();
    return ready;
}

Result<> Vault::open_transport(const SecretBytes& root)
{
    m_transport = TRY(open_signing_key(root, Purpose::transport_key, m_file.sealed_transport_seed,
                                       place_in_vault(m_file.id, "transport", 0), m_file.transport_key));
    return {};
}

// Version 1 sealed the transport key under the master key: here it moves under a device secret, so that a
// locked kiosk can use it.
Result<> Vault::upgrade()
{
    TRY(open_transport(m_open->master));
    const auto device = random_secret(*m_random);
    auto next = m_file;
    const auto seed = m_transport->seed();
    const auto wrapping = derive(device, Purpose::transport_key);
    next.sealed_transport_seed =
        seal(wrapping.view(), seed.view(), place_in_vault(next.id, "transport", 0), *m_random);
    const auto device_key = derive(m_open->master, Purpose::device_secret);
    next.sealed_device_secret =
        seal(device_key.view(), device.view(), place_in_vault(next.id, "device", 0), *m_random);
    TRY(keep_device_secret(device, next));
    return replace_file(std::move(next));
}

const SigningKey* Vault::kiosk_signing_key() const
{
    return m_open ? &m_open->kiosk : nullptr;
}

const PersonSlot* Vault::find(std::int64_t person) const
{
    for (const auto& slot : m_file.people) {
        if (slot.number == person && !slot.left) return &slot;
    }
    return nullptr;
}

Result<std::string> Vault::name_of(std::int64_t person) const
{
    if (!m_open) return vault_is_locked();
    // Of those who left too: the log names them.
    const auto slot = std::find_if(m_file.people.begin(), m_file.people.end(),
                                   [&](const PersonSlot& each) { return each.number == person; });
    if (slot == m_file.people.end()) return Error{Fault::not_found, "there is no such facilitator"};
    const auto key = derive(m_open->master, Purpose::facilitator_name);
    const auto name = open_sealed(key.view(), slot->sealed_name, place_in_vault(m_file.id, "name", person));
    if (!name.ok()) return corrupt("a facilitator's name does not open");
    return std::string(text_of(name.value()));
}

std::string place_of_learner_key(std::int64_t learner)
{
    return "learner_keys:wrapped:" + std::to_string(learner);
}

Result<BriefKey> Vault::new_learner_key()
{
    if (!m_open) return vault_is_locked();
    BriefKey key;
    m_random->fill(key.writable());
    return key;
}

Result<Bytes> Vault::wrap_learner_key(std::int64_t learner, const BriefKey& key)
{
    if (!m_open) return vault_is_locked();
    return seal(m_open->learner_wrapping.view(), key.view(), place_of_learner_key(learner), *m_random);
}

Result<BriefKey> Vault::unwrap_learner_key(std::int64_t learner, ByteView wrapped) const
{
    if (!m_open) return vault_is_locked();
    auto plain = open_sealed(m_open->learner_wrapping.view(), wrapped, place_of_learner_key(learner));
    if (!plain.ok() || plain.value().size() != 32) {
        return corrupt("the key of learner " + std::to_string(learner) + " does not open");
    }
    BriefKey key;
    std::copy(plain.value().begin(), plain.value().end(), key.writable().begin());
    wipe(plain.value());
    return key;
}

Result<Bytes> Vault::seal_for_station(Purpose purpose, ByteView plain, std::string_view place)
{
    if (!m_open) return vault_is_locked();
    const auto key = derive(m_open->master, purpose);
    return seal(key.view(), plain, place, *m_random);
}

Result<Bytes> Vault::open_for_station(Purpose purpose, ByteView sealed, std::string_view place) const
{
    if (!m_open) return vault_is_locked();
    const auto key = derive(m_open->master, purpose);
    return open_sealed(key.view(), sealed, place);
}

} // namespace northseal::vault
