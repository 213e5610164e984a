// The end of a vault.

#include "storage/base/hash.h"
#include "storage/credential/cbor.h"
#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {
namespace {

constexpr std::string_view retired_magic = "northseal retired 1\n";
constexpr std::size_t note_most = 4096;

Result<std::uint32_t> read_handle(ByteView bytes)
{
    if (bytes.size() < retired_magic.size() || text_of(bytes.first(retired_magic.size())) != retired_magic) {
        return corrupt("the note of a retired kiosk does not read back");
    }
    credential::CborReader in(bytes.subspan(retired_magic.size()));
    if (TRY(in.array()) != 2) return corrupt("the note of a retired kiosk does not read back");
    const auto handle = TRY(in.number());
    return static_cast<std::uint32_t>(handle & 0xffffffff);
}

Result<> destroy_files(const std::string& folder, Disk& disk)
{
    // The vault last: as long as it stands, the rest is not yet gone.
    for (const auto& path : {pending_lockout_path(folder), device_path(folder), tries_path(folder),
                             learner_tries_path(folder), vault_path(folder)}) {
        if (disk.exists(path)) TRY(disk.destroy(path));
    }
    return {};
}

} // namespace

bool Vault::is_retired(const std::string& folder, Disk& disk)
{
    return disk.exists(retired_path(folder));
}

// The note is what counts: from the moment it stands, this folder opens nothing, and whoever looks into it
// again destroys what is left.
Result<> Vault::retire(std::string_view note)
{
    if (!m_open) return vault_is_locked();
    credential::CborWriter out;
    out.array(2).number(m_file.tpm ? m_file.tpm->device_handle : 0).text(note);
    TRY(m_disk->write_durably(retired_path(m_folder), joined({view(retired_magic), out.take()})));
    if (m_file.tpm) {
        auto tpm = TRY(Tpm::open(m_tpm_place));
        TRY(tpm.forget(m_file.tpm->device_handle));
        // The chip may serve another kiosk, so its lockout is given back.
        const auto key = derive(m_open->master, Purpose::tpm_lockout);
        const auto lockout = open_sealed_secret(key.view(), m_file.tpm->sealed_lockout_auth,
                                                place_in_vault(m_file.id, "lockout", 0));
        if (lockout.ok()) static_cast<void>(tpm.change_lockout_auth(lockout.value().view(), {}).ok());
    }
    lock();
    m_transport.reset();
    m_file.slots.clear(); // what is still in memory opens nothing either
    return destroy_files(m_folder, *m_disk);
}

Result<> Vault::finish_retiring(const std::string& folder, Disk& disk, std::string_view tpm_place)
{
    if (!disk.exists(vault_path(folder))) return {};
    const auto bytes = TRY(disk.read(retired_path(folder), note_most));
    const auto handle = TRY(read_handle(bytes));
    if (handle != 0) {
        auto tpm = Tpm::open(std::string(tpm_place));
        if (tpm.ok()) TRY(tpm.value().forget(handle));
    }
    return destroy_files(folder, disk);
}

} // namespace northseal::vault
