#include "storage/vault/vault.h"

#include "storage/vault/people.h"

namespace northseal::vault {
namespace {

std::string vault_path(const std::string& folder)
{
    return folder + "/vault";
}

std::string tries_path(const std::string& folder)
{
    return folder + "/vault.tries";
}

Error locked()
{
    return Error{Fault::locked, "the vault is locked; the six words open it"};
}

std::string place_of_learner(std::int64_t learner)
{
    return "learner_keys:wrapped:" + std::to_string(learner);
}

SecretBytes random_secret(Random& random)
{
    SecretBytes out(32);
    random.fill(out.writable());
    return out;
}

Result<SigningKey> open_signing_key(const SecretBytes& master, Purpose purpose, const Bytes& sealed,
                                    const std::string& place, const PublicKey& expected)
{
    const auto key = derive(master, purpose);
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

Result<VaultFile> Vault::make_file(const NewVault& wanted, const SecretBytes& master, Random& random)
{
    if (wanted.people.empty()) return refused("a kiosk needs at least one facilitator");
    if (wanted.people.size() > people_most) return refused("these are more facilitators than a vault holds");
    VaultFile file;
    file.id = random.bytes<16>();
    file.protection_class = "passphrase";
    Slot slot;
    slot.salt = random.bytes<16>();
    slot.cost = wanted.cost_of_words;
    auto words = TRY(normal_words(wanted.words));
    auto stretched = stretch(words, slot.salt, slot.cost);
    wipe(words);
    const auto slot_key = TRY(std::move(stretched));
    slot.sealed_master = seal(slot_key.view(), master.view(), place_in_vault(file.id, "slot", 1), random);
    file.slots.push_back(std::move(slot));

    const auto seal_key = [&](Purpose purpose, std::string_view what, PublicKey& name) {
        const auto key = SigningKey::generate(random);
        name = key.public_key();
        const auto wrapping = derive(master, purpose);
        const auto seed = key.seed();
        return seal(wrapping.view(), seed.view(), place_in_vault(file.id, what, 0), random);
    };
    file.sealed_kiosk_seed = seal_key(Purpose::kiosk_key, "kiosk", file.kiosk_key);
    file.sealed_transport_seed = seal_key(Purpose::transport_key, "transport", file.transport_key);
    for (const auto& person : wanted.people) {
        const auto number = static_cast<std::int64_t>(file.people.size()) + 1;
        file.people.push_back(TRY(seal_person(person, number, file.id, master, wanted.cost_of_pin, random)));
    }
    return file;
}

Result<Vault> Vault::make(const std::string& folder, const NewVault& wanted, Disk& disk, const Clock& clock,
                          Random& random)
{
    if (exists(folder, disk)) return refused("a vault stands in " + folder + " already");
    auto master = random_secret(random);
    auto file = TRY(make_file(wanted, master, random));
    TRY(disk.make_folder(folder));
    // A left-over of an enrolment that never finished would make this one's people wait.
    TRY(disk.remove(tries_path(folder)));
    auto tries = TRY(PinTries::open(tries_path(folder), disk, clock));
    Vault vault(folder, std::move(file), std::move(tries), disk, random);
    TRY(vault.open_keys(std::move(master)));
    return vault;
}

Result<> Vault::keep() const
{
    return m_disk->write_durably(vault_path(m_folder), encode(m_file));
}

Result<Vault> Vault::create(const std::string& folder, const NewVault& wanted, Disk& disk, const Clock& clock,
                            Random& random)
{
    auto vault = TRY(make(folder, wanted, disk, clock, random));
    TRY(vault.keep());
    return vault;
}

Result<Vault> Vault::open(const std::string& folder, Disk& disk, const Clock& clock, Random& random)
{
    const auto bytes = TRY(disk.read(vault_path(folder), vault_file_most));
    auto file = TRY(decode_vault_file(bytes));
    auto tries = TRY(PinTries::open(tries_path(folder), disk, clock));
    return Vault(folder, std::move(file), std::move(tries), disk, random);
}

std::vector<Person> Vault::people() const
{
    std::vector<Person> out;
    for (const auto& slot : m_file.people) out.push_back({slot.number, slot.role, slot.key});
    return out;
}

Result<> Vault::unlock(std::string_view typed)
{
    auto words = TRY(normal_words(typed));
    for (std::size_t i = 0; i < m_file.slots.size(); ++i) {
        const auto& slot = m_file.slots[i];
        if (slot.kind != SlotKind::words) continue;
        auto key = stretch(words, slot.salt, slot.cost);
        if (!key.ok()) {
            wipe(words);
            return std::move(key).error();
        }
        const auto place = place_in_vault(m_file.id, "slot", static_cast<std::int64_t>(i) + 1);
        auto master = open_sealed_secret(key.value().view(), slot.sealed_master, place);
        if (!master.ok()) continue;
        wipe(words);
        return open_keys(std::move(master).value());
    }
    wipe(words);
    return refused("these are not the words of this kiosk");
}

Result<> Vault::open_keys(SecretBytes master)
{
    if (master.size() != 32) return corrupt("the master key has another size than was written");
    auto kiosk = TRY(open_signing_key(master, Purpose::kiosk_key, m_file.sealed_kiosk_seed,
                                      place_in_vault(m_file.id, "kiosk", 0), m_file.kiosk_key));
    auto transport = TRY(open_signing_key(master, Purpose::transport_key, m_file.sealed_transport_seed,
                                          place_in_vault(m_file.id, "transport", 0), m_file.transport_key));
    auto wrapping = derive(master, Purpose::learner_key);
    m_open.emplace(Open{std::move(master), std::move(wrapping), std::move(kiosk), std::move(transport)});
    return {};
}

const SigningKey* Vault::kiosk_signing_key() const
{
    return m_open ? &m_open->kiosk : nullptr;
}

const SigningKey* Vault::transport_signing_key() const
{
    return m_open ? &m_open->transport : nullptr;
}

const PersonSlot* Vault::find(std::int64_t person) const
{
    for (const auto& slot : m_file.people) {
        if (slot.number == person) return &slot;
    }
    return nullptr;
}

Result<std::string> Vault::name_of(std::int64_t person) const
{
    if (!m_open) return locked();
    const auto* slot = find(person);
    if (slot == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    const auto key = derive(m_open->master, Purpose::facilitator_name);
    const auto name = open_sealed(key.view(), slot->sealed_name, place_in_vault(m_file.id, "name", person));
    if (!name.ok()) return corrupt("a facilitator's name does not open");
    return std::string(text_of(name.value()));
}

Result<PinOutcome> Vault::try_pin(std::int64_t person, std::string_view pin,
                                  const std::function<Result<>(const SigningKey&)>& with_key)
{
    if (!m_open) return locked();
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
    if (with_key) TRY(with_key(key));
    return PinOutcome{PinAnswer::accepted, 0};
}

Result<BriefKey> Vault::new_learner_key()
{
    if (!m_open) return locked();
    BriefKey key;
    m_random->fill(key.writable());
    return key;
}

Result<Bytes> Vault::wrap_learner_key(std::int64_t learner, const BriefKey& key)
{
    if (!m_open) return locked();
    return seal(m_open->learner_wrapping.view(), key.view(), place_of_learner(learner), *m_random);
}

Result<BriefKey> Vault::unwrap_learner_key(std::int64_t learner, ByteView wrapped) const
{
    if (!m_open) return locked();
    auto plain = open_sealed(m_open->learner_wrapping.view(), wrapped, place_of_learner(learner));
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
    if (!m_open) return locked();
    const auto key = derive(m_open->master, purpose);
    return seal(key.view(), plain, place, *m_random);
}

Result<Bytes> Vault::open_for_station(Purpose purpose, ByteView sealed, std::string_view place) const
{
    if (!m_open) return locked();
    const auto key = derive(m_open->master, purpose);
    return open_sealed(key.view(), sealed, place);
}

} // namespace northseal::vault
