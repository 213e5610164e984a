#include "storage/vault/tpm.h"

#include <tss2/tss2_tctildr.h>

#include "storage/vault/tpm_parts.h"

namespace northseal::vault {

Tpm::Tpm(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{}
Tpm::~Tpm() = default;
Tpm::Tpm(Tpm&&) noexcept = default;
Tpm& Tpm::operator=(Tpm&&) noexcept = default;

Result<Tpm> Tpm::open(const std::string& place)
{
    auto parts = std::make_unique<Parts>();
    const Error absent{Fault::io, "no TPM answers at " + place};
    if (Tss2_TctiLdr_Initialize(place.c_str(), &parts->tcti) != TSS2_RC_SUCCESS) return absent;
    if (Esys_Initialize(&parts->context, parts->tcti, nullptr) != TSS2_RC_SUCCESS) return absent;
    return Tpm(std::move(parts));
}

Result<TpmState> Tpm::state()
{
    TpmState out;
    out.wrong_tries = TRY(m_parts->property(TPM2_PT_LOCKOUT_COUNTER));
    out.max_tries = TRY(m_parts->property(TPM2_PT_MAX_AUTH_FAIL));
    out.recovery_seconds = TRY(m_parts->property(TPM2_PT_LOCKOUT_INTERVAL));
    const auto flags = TRY(m_parts->property(TPM2_PT_PERMANENT));
    out.locked_out = (flags & TPMA_PERMANENT_INLOCKOUT) != 0;
    out.lockout_is_owned = (flags & TPMA_PERMANENT_LOCKOUTAUTHSET) != 0;
    return out;
}

Result<> Tpm::change_lockout_auth(ByteView known, ByteView wanted)
{
    auto& parts = *m_parts;
    const auto primary = TRY(parts.primary());
    TRY(parts.set_auth(ESYS_TR_RH_LOCKOUT, known));
    const auto talk = TRY(parts.session(primary.get(), Encrypts::command));
    TPM2B_AUTH auth{};
    if (wanted.size() > sizeof auth.buffer) return refused("this is more than a TPM compares");
    auth.size = static_cast<UINT16>(wanted.size());
    std::copy(wanted.begin(), wanted.end(), auth.buffer);
    const auto code = Esys_HierarchyChangeAuth(parts.context, ESYS_TR_RH_LOCKOUT, talk.get(), ESYS_TR_NONE,
                                               ESYS_TR_NONE, &auth);
    wipe({auth.buffer, sizeof auth.buffer});
    if (code == TSS2_RC_SUCCESS) return {};
    return tpm_refused("give its lockout over: it belongs to somebody, clear it in the machine's firmware",
                       code);
}

Result<> Tpm::set_lockout(ByteView lockout_auth, const TpmLockout& lockout)
{
    auto& parts = *m_parts;
    const auto primary = TRY(parts.primary());
    TRY(parts.set_auth(ESYS_TR_RH_LOCKOUT, lockout_auth));
    const auto talk = TRY(parts.session(primary.get(), Encrypts::command));
    const auto code = Esys_DictionaryAttackParameters(
        parts.context, ESYS_TR_RH_LOCKOUT, talk.get(), ESYS_TR_NONE, ESYS_TR_NONE, lockout.max_tries,
        lockout.recovery_seconds, lockout.owner_recovery_seconds);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("count wrong tries as it is asked to", code);
    return {};
}

Result<> Tpm::clear_wrong_tries(ByteView lockout_auth)
{
    auto& parts = *m_parts;
    const auto primary = TRY(parts.primary());
    TRY(parts.set_auth(ESYS_TR_RH_LOCKOUT, lockout_auth));
    const auto talk = TRY(parts.session(primary.get(), Encrypts::command));
    const auto code = Esys_DictionaryAttackLockReset(parts.context, ESYS_TR_RH_LOCKOUT, talk.get(),
                                                     ESYS_TR_NONE, ESYS_TR_NONE);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("clear its count of wrong tries", code);
    return {};
}

Result<std::uint32_t> Tpm::keep(const SecretBytes& secret)
{
    auto& parts = *m_parts;
    const auto primary = TRY(parts.primary());
    // The wrapped form never leaves this function: once the kept one is forgotten, nothing brings it back.
    const auto sealed = TRY(parts.create(primary.get(), secret, {}, TPMA_OBJECT_NODA));
    const auto loaded = TRY(parts.load(primary.get(), sealed));
    const auto handle = TRY(parts.free_handle());
    ESYS_TR kept = ESYS_TR_NONE;
    const auto code = Esys_EvictControl(parts.context, ESYS_TR_RH_OWNER, loaded.get(), ESYS_TR_PASSWORD,
                                        ESYS_TR_NONE, ESYS_TR_NONE, handle, &kept);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("keep a secret", code);
    Esys_TR_Close(parts.context, &kept);
    return handle;
}

Result<SecretBytes> Tpm::kept(std::uint32_t handle)
{
    auto& parts = *m_parts;
    ESYS_TR object = ESYS_TR_NONE;
    auto code =
        Esys_TR_FromTPMPublic(parts.context, handle, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, &object);
    if (tpm_reason(code) == TPM2_RC_HANDLE) {
        return Error{Fault::not_found, "the TPM does not keep this kiosk's secret: it is another TPM, or was "
                                       "cleared since"};
    }
    if (code != TSS2_RC_SUCCESS) return tpm_refused("show what it keeps", code);
    const auto primary = TRY(parts.primary());
    const auto talk = TRY(parts.session(primary.get(), Encrypts::answer));
    TPM2B_SENSITIVE_DATA* given = nullptr;
    code = Esys_Unseal(parts.context, object, talk.get(), ESYS_TR_NONE, ESYS_TR_NONE, &given);
    Esys_TR_Close(parts.context, &object);
    const EsysPointer<TPM2B_SENSITIVE_DATA> data(given);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("give what it keeps", code);
    auto secret = SecretBytes::copy_of({data->buffer, data->size});
    wipe({data->buffer, sizeof data->buffer});
    return secret;
}

Result<> Tpm::forget(std::uint32_t handle)
{
    auto& parts = *m_parts;
    ESYS_TR object = ESYS_TR_NONE;
    auto code =
        Esys_TR_FromTPMPublic(parts.context, handle, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, &object);
    if (tpm_reason(code) == TPM2_RC_HANDLE) return {};
    if (code != TSS2_RC_SUCCESS) return tpm_refused("show what it keeps", code);
    ESYS_TR gone = ESYS_TR_NONE;
    code = Esys_EvictControl(parts.context, ESYS_TR_RH_OWNER, object, ESYS_TR_PASSWORD, ESYS_TR_NONE,
                             ESYS_TR_NONE, handle, &gone);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("forget a secret", code);
    return {};
}

Result<SealedByTpm> Tpm::seal(const SecretBytes& secret, const SecretBytes& auth)
{
    const auto primary = TRY(m_parts->primary());
    return m_parts->create(primary.get(), secret, auth.view(), 0); // without NODA: wrong tries are counted
}

Result<Unsealed> Tpm::unseal(const SealedByTpm& sealed, const SecretBytes& auth)
{
    auto& parts = *m_parts;
    const auto primary = TRY(parts.primary());
    auto loaded = parts.load(primary.get(), sealed);
    if (!loaded.ok()) return std::move(loaded).error();
    TRY(parts.set_auth(loaded.value().get(), auth.view()));
    const auto talk = TRY(parts.session(primary.get(), Encrypts::answer));
    TPM2B_SENSITIVE_DATA* given = nullptr;
    const auto code =
        Esys_Unseal(parts.context, loaded.value().get(), talk.get(), ESYS_TR_NONE, ESYS_TR_NONE, &given);
    const EsysPointer<TPM2B_SENSITIVE_DATA> data(given);
    const auto reason = tpm_reason(code);
    if (reason == TPM2_RC_AUTH_FAIL || reason == TPM2_RC_BAD_AUTH) return Unsealed{TpmAnswer::wrong, {}};
    if (reason == TPM2_RC_LOCKOUT) return Unsealed{TpmAnswer::locked_out, {}};
    if (code != TSS2_RC_SUCCESS) return tpm_refused("give what it sealed", code);
    Unsealed out{TpmAnswer::opened, SecretBytes::copy_of({data->buffer, data->size})};
    wipe({data->buffer, sizeof data->buffer});
    return out;
}

} // namespace northseal::vault
