// The device secret: what this machine knows by itself, while locked too. Under it lies the transport key and
// nothing else.

#include "storage/vault/key_file.h"
#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {

// Beside the vault, or inside the TPM where there is one: then a copied disk does not bring it along.
Result<> Vault::keep_device_secret(const SecretBytes& secret, VaultFile& file)
{
    if (!file.tpm) return write_key_file(device_path(m_folder), device_magic, file.id, secret, *m_disk);
    auto tpm = TRY(Tpm::open(m_tpm_place));
    file.tpm->device_handle = TRY(tpm.keep(secret));
    return {};
}

Result<SecretBytes> Vault::device_secret() const
{
    if (!m_file.tpm) return read_key_file(device_path(m_folder), device_magic, m_file.id, *m_disk);
    auto tpm = TRY(Tpm::open(m_tpm_place));
    return tpm.kept(m_file.tpm->device_handle);
}

// Where it is not at hand, nothing can be sent until the kiosk is unlocked: no reason not to open.
void Vault::load_transport()
{
    if (m_file.version == 1) return;
    const auto secret = device_secret();
    if (secret.ok()) static_cast<void>(open_transport(secret.value()).ok());
}

// The master key knows the device secret too: a lost file is written again. A TPM that lost it must be bound
// anew (`protect`); until then the key is at hand while unlocked.
void Vault::heal_device_secret()
{
    const auto key = derive(m_open->master, Purpose::device_secret);
    const auto secret =
        open_sealed_secret(key.view(), m_file.sealed_device_secret, place_in_vault(m_file.id, "device", 0));
    if (!secret.ok() || !open_transport(secret.value()).ok() || m_file.tpm) return;
    static_cast<void>(keep_device_secret(secret.value(), m_file).ok());
}

} // namespace northseal::vault
