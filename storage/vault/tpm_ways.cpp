// Class A: the TPM taken over, and each person's PIN made known to it.

#include "storage/credential/cbor.h"
#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {
namespace {

constexpr std::string_view lockout_magic = "northseal lockout 1\n";
constexpr std::size_t pending_most = 256;

Result<std::uint32_t> read_pending(const std::string& path, Disk& disk)
{
    const auto bytes = TRY(disk.read(path, pending_most));
    const ByteView all = bytes;
    if (all.size() < lockout_magic.size() || text_of(all.first(lockout_magic.size())) != lockout_magic) {
        return corrupt(path + " does not read back");
    }
    credential::CborReader in(all.subspan(lockout_magic.size()));
    const auto handle = in.number();
    if (!handle.ok() || handle.value() > 0xffffffff || !in.at_end()) {
        return corrupt(path + " does not read back");
    }
    return static_cast<std::uint32_t>(handle.value());
}

Result<> write_pending(const std::string& path, std::uint32_t handle, Disk& disk)
{
    credential::CborWriter out;
    out.number(handle);
    return disk.write_durably(path, joined({view(lockout_magic), out.take()}));
}

// Empty on a TPM whose lockout is nobody's.
Result<SecretBytes> known_lockout_auth(Tpm& tpm, const std::string& pending, const VaultFile& file,
                                       const SecretBytes& key, Disk& disk)
{
    if (!TRY(tpm.state()).lockout_is_owned) return SecretBytes();
    if (disk.exists(pending)) {
        const auto handle = TRY(read_pending(pending, disk));
        return tpm.kept(handle);
    }
    if (file.tpm) {
        return open_sealed_secret(key.view(), file.tpm->sealed_lockout_auth,
                                  place_in_vault(file.id, "lockout", 0));
    }
    return refused("this TPM's lockout belongs to somebody else: clear the TPM in the machine's firmware, or "
                   "choose a token or six words");
}

} // namespace

// The TPM's lockout must not be left with an authorization that nobody knows when the power fails before the
// vault is kept. So the chip keeps it too until then, and a file says where; it never lies on the disk.
Result<> Vault::bind_tpm(const TpmLockout& lockout, const SecretBytes& master, VaultFile& file)
{
    auto tpm = TRY(Tpm::open(m_tpm_place));
    const auto lockout_key = derive(master, Purpose::tpm_lockout);
    const auto pending = pending_lockout_path(m_folder);
    auto auth = TRY(known_lockout_auth(tpm, pending, file, lockout_key, *m_disk));
    if (auth.empty()) {
        auth = random_secret(*m_random);
        const auto handle = TRY(tpm.keep(auth));
        TRY(write_pending(pending, handle, *m_disk));
        TRY(tpm.change_lockout_auth({}, auth.view()));
    }
    TRY(tpm.set_lockout(auth.view(), lockout));
    TpmBinding binding;
    binding.sealed_lockout_auth =
        seal(lockout_key.view(), auth.view(), place_in_vault(file.id, "lockout", 0), *m_random);
    const auto device_key = derive(master, Purpose::device_secret);
    const auto device = TRY(open_sealed_secret(device_key.view(), file.sealed_device_secret,
                                               place_in_vault(file.id, "device", 0)));
    binding.device_handle = TRY(tpm.keep(device));
    file.tpm = std::move(binding);
    return {};
}

Result<> Vault::finish_taking_lockout()
{
    const auto path = pending_lockout_path(m_folder);
    if (!m_file.tpm || !m_open || !m_disk->exists(path)) return {};
    const auto handle = TRY(read_pending(path, *m_disk));
    auto tpm = TRY(Tpm::open(m_tpm_place));
    const auto key = derive(m_open->master, Purpose::tpm_lockout);
    const auto own = TRY(open_sealed_secret(key.view(), m_file.tpm->sealed_lockout_auth,
                                            place_in_vault(m_file.id, "lockout", 0)));
    const auto kept = tpm.kept(handle);
    if (kept.ok()) {
        // Another one is of a binding that never came into this file: the next binding needs it.
        if (!equal_in_constant_time(kept.value().view(), own.view())) return {};
        TRY(tpm.forget(handle));
    } else if (kept.error().fault != Fault::not_found) {
        return kept.error();
    }
    return m_disk->remove(path);
}

Result<> Vault::add_tpm_way(std::int64_t person, std::string_view pin, const SecretBytes& master,
                            VaultFile& file)
{
    const auto is_theirs = [&](const Slot& slot) {
        const auto* way = std::get_if<TpmWay>(&slot.way);
        return way != nullptr && way->person == person;
    };
    const auto others = std::count_if(file.slots.begin(), file.slots.end(), [&](const Slot& slot) {
        return std::holds_alternative<TpmWay>(slot.way) && !is_theirs(slot);
    });
    if (static_cast<std::size_t>(others) >= tpm_people_most) {
        return Error{Fault::full, "the TPM opens for " + std::to_string(tpm_people_most) + " people at most"};
    }
    auto tpm = TRY(Tpm::open(m_tpm_place));
    const auto device = TRY(tpm.kept(file.tpm->device_handle));
    TpmWay way;
    way.person = person;
    way.salt = m_random->bytes<16>();
    way.cost = file.people[static_cast<std::size_t>(person) - 1].cost;
    const auto auth = TRY(tpm_auth(way, pin));
    const auto secret = random_secret(*m_random);
    auto sealed = TRY(tpm.seal(secret, auth));
    way.public_part = std::move(sealed.public_part);
    way.private_part = std::move(sealed.private_part);
    std::erase_if(file.slots, is_theirs);
    add_slot(file, std::move(way), tpm_key(secret, device, person, file.id), master, *m_random);
    return {};
}

Result<> Vault::admit(std::int64_t person, std::string_view pin)
{
    if (!m_file.tpm || !m_open) return {};
    for (const auto& slot : m_file.slots) {
        const auto* way = std::get_if<TpmWay>(&slot.way);
        if (way != nullptr && way->person == person) return {};
    }
    auto next = m_file;
    TRY(add_tpm_way(person, pin, m_open->master, next));
    return replace_file(std::move(next));
}

} // namespace northseal::vault
