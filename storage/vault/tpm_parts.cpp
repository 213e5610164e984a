#include "storage/vault/tpm_parts.h"

#include <tss2/tss2_mu.h>
#include <tss2/tss2_tctildr.h>

#include <algorithm>
#include <cstdio>

namespace northseal::vault {
namespace {

// Persistent objects of the owner begin at 0x81000000; this is out of the way of what others keep there.
constexpr std::uint32_t first_handle = 0x81014e53;
constexpr std::uint32_t handles_tried = 256;

TPM2B_PUBLIC primary_template()
{
    TPM2B_PUBLIC form{};
    auto& area = form.publicArea;
    area.type = TPM2_ALG_ECC;
    area.nameAlg = TPM2_ALG_SHA256;
    area.objectAttributes = TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT | TPMA_OBJECT_SENSITIVEDATAORIGIN |
                            TPMA_OBJECT_USERWITHAUTH | TPMA_OBJECT_NODA | TPMA_OBJECT_RESTRICTED |
                            TPMA_OBJECT_DECRYPT;
    auto& ecc = area.parameters.eccDetail;
    ecc.symmetric.algorithm = TPM2_ALG_AES;
    ecc.symmetric.keyBits.aes = 128;
    ecc.symmetric.mode.aes = TPM2_ALG_CFB;
    ecc.scheme.scheme = TPM2_ALG_NULL;
    ecc.curveID = TPM2_ECC_NIST_P256;
    ecc.kdf.scheme = TPM2_ALG_NULL;
    return form;
}

TPM2B_PUBLIC sealed_template(TPMA_OBJECT attributes)
{
    TPM2B_PUBLIC form{};
    auto& area = form.publicArea;
    area.type = TPM2_ALG_KEYEDHASH;
    area.nameAlg = TPM2_ALG_SHA256;
    area.objectAttributes =
        TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT | TPMA_OBJECT_USERWITHAUTH | attributes;
    area.parameters.keyedHashDetail.scheme.scheme = TPM2_ALG_NULL;
    return form;
}

} // namespace

Error tpm_refused(const std::string& doing, TSS2_RC code)
{
    char number[16];
    std::snprintf(number, sizeof number, "0x%x", code);
    return Error{Fault::io, "the TPM refused to " + doing + " (" + number + ")"};
}

TSS2_RC tpm_reason(TSS2_RC code)
{
    constexpr TSS2_RC layer = 0xffff0000, format_one = 0x80, reason = 0xbf;
    if ((code & layer) != 0) return code;
    return (code & format_one) != 0 ? code & reason : code;
}

TpmHandle::~TpmHandle()
{
    if (m_handle != ESYS_TR_NONE) Esys_FlushContext(m_context, m_handle);
}

TpmHandle::TpmHandle(TpmHandle&& other) noexcept
    : m_context(other.m_context), m_handle(std::exchange(other.m_handle, ESYS_TR_NONE))
{}

TpmHandle& TpmHandle::operator=(TpmHandle&& other) noexcept
{
    std::swap(m_context, other.m_context);
    std::swap(m_handle, other.m_handle);
    return *this;
}

Tpm::Parts::~Parts()
{
    if (context != nullptr) Esys_Finalize(&context);
    if (tcti != nullptr) Tss2_TctiLdr_Finalize(&tcti);
}

Result<TpmHandle> Tpm::Parts::primary()
{
    const auto form = primary_template();
    const TPM2B_SENSITIVE_CREATE nothing{};
    const TPM2B_DATA outside{};
    const TPML_PCR_SELECTION no_pcr{};
    ESYS_TR handle = ESYS_TR_NONE;
    const auto code =
        Esys_CreatePrimary(context, ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE, &nothing,
                           &form, &outside, &no_pcr, &handle, nullptr, nullptr, nullptr, nullptr);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("make its storage key; somebody may own it", code);
    return TpmHandle(context, handle);
}

Result<TpmHandle> Tpm::Parts::session(ESYS_TR primary, Encrypts what)
{
    TPMT_SYM_DEF symmetric{};
    symmetric.algorithm = TPM2_ALG_AES;
    symmetric.keyBits.aes = 128;
    symmetric.mode.aes = TPM2_ALG_CFB;
    ESYS_TR handle = ESYS_TR_NONE;
    auto code =
        Esys_StartAuthSession(context, primary, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE,
                              nullptr, TPM2_SE_HMAC, &symmetric, TPM2_ALG_SHA256, &handle);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("begin a session", code);
    TpmHandle out(context, handle);
    const TPMA_SESSION encryption =
        what == Encrypts::command ? TPMA_SESSION_DECRYPT : TPMA_SESSION_ENCRYPT; // as the TPM sees it
    const TPMA_SESSION wanted = TPMA_SESSION_CONTINUESESSION | encryption;
    code = Esys_TRSess_SetAttributes(context, handle, wanted, 0xff);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("encrypt a session", code);
    return out;
}

Result<SealedByTpm> Tpm::Parts::create(ESYS_TR primary, const SecretBytes& secret, ByteView auth,
                                       TPMA_OBJECT attributes)
{
    const auto talk = TRY(session(primary, Encrypts::command));
    TPM2B_SENSITIVE_CREATE sensitive{};
    if (secret.size() > sizeof sensitive.sensitive.data.buffer ||
        auth.size() > sizeof sensitive.sensitive.userAuth.buffer) {
        return refused("this is more than a TPM seals");
    }
    sensitive.sensitive.userAuth.size = static_cast<UINT16>(auth.size());
    std::copy(auth.begin(), auth.end(), sensitive.sensitive.userAuth.buffer);
    sensitive.sensitive.data.size = static_cast<UINT16>(secret.size());
    std::copy(secret.view().begin(), secret.view().end(), sensitive.sensitive.data.buffer);
    const auto form = sealed_template(attributes);
    const TPM2B_DATA outside{};
    const TPML_PCR_SELECTION no_pcr{};
    TPM2B_PRIVATE* made_private = nullptr;
    TPM2B_PUBLIC* made_public = nullptr;
    const auto code = Esys_Create(context, primary, talk.get(), ESYS_TR_NONE, ESYS_TR_NONE, &sensitive, &form,
                                  &outside, &no_pcr, &made_private, &made_public, nullptr, nullptr, nullptr);
    wipe({reinterpret_cast<std::uint8_t*>(&sensitive), sizeof sensitive});
    const EsysPointer<TPM2B_PRIVATE> private_part(made_private);
    const EsysPointer<TPM2B_PUBLIC> public_part(made_public);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("seal a secret", code);
    ByteArray<sizeof(TPM2B_PUBLIC)> packed{};
    std::size_t size = 0;
    if (Tss2_MU_TPM2B_PUBLIC_Marshal(public_part.get(), packed.data(), packed.size(), &size) != 0) {
        return Error{Fault::io, "what the TPM sealed cannot be written down"};
    }
    SealedByTpm out;
    out.public_part.assign(packed.begin(), packed.begin() + static_cast<long>(size));
    out.private_part.assign(private_part->buffer, private_part->buffer + private_part->size);
    return out;
}

Result<TpmHandle> Tpm::Parts::load(ESYS_TR primary, const SealedByTpm& sealed)
{
    TPM2B_PUBLIC public_part{};
    std::size_t read = 0;
    TPM2B_PRIVATE private_part{};
    if (sealed.private_part.size() > sizeof private_part.buffer ||
        Tss2_MU_TPM2B_PUBLIC_Unmarshal(sealed.public_part.data(), sealed.public_part.size(), &read,
                                       &public_part) != TSS2_RC_SUCCESS ||
        read != sealed.public_part.size()) {
        return corrupt("what the TPM sealed does not read back");
    }
    private_part.size = static_cast<UINT16>(sealed.private_part.size());
    std::copy(sealed.private_part.begin(), sealed.private_part.end(), private_part.buffer);
    ESYS_TR handle = ESYS_TR_NONE;
    const auto code = Esys_Load(context, primary, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE, &private_part,
                                &public_part, &handle);
    if (code != TSS2_RC_SUCCESS) {
        return tpm_refused("take back what it sealed: it is another TPM, or was cleared since", code);
    }
    return TpmHandle(context, handle);
}

Result<> Tpm::Parts::set_auth(ESYS_TR handle, ByteView auth)
{
    TPM2B_AUTH value{};
    if (auth.size() > sizeof value.buffer) return refused("this is more than a TPM compares");
    value.size = static_cast<UINT16>(auth.size());
    std::copy(auth.begin(), auth.end(), value.buffer);
    const auto code = Esys_TR_SetAuth(context, handle, &value);
    wipe({value.buffer, sizeof value.buffer});
    if (code != TSS2_RC_SUCCESS) return tpm_refused("take an authorization", code);
    return {};
}

Result<std::uint32_t> Tpm::Parts::free_handle()
{
    TPMI_YES_NO more = TPM2_NO;
    TPMS_CAPABILITY_DATA* found = nullptr;
    const auto code = Esys_GetCapability(context, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, TPM2_CAP_HANDLES,
                                         first_handle, TPM2_MAX_CAP_HANDLES, &more, &found);
    const EsysPointer<TPMS_CAPABILITY_DATA> data(found);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("say what it keeps", code);
    const auto& list = data->data.handles;
    const auto* end = list.handle + std::min<std::size_t>(list.count, TPM2_MAX_CAP_HANDLES);
    for (auto handle = first_handle; handle < first_handle + handles_tried; ++handle) {
        if (std::find(list.handle, end, handle) == end) return handle;
    }
    return Error{Fault::full, "the TPM keeps too many objects already"};
}

Result<std::uint32_t> Tpm::Parts::property(std::uint32_t name)
{
    TPMI_YES_NO more = TPM2_NO;
    TPMS_CAPABILITY_DATA* found = nullptr;
    const auto code = Esys_GetCapability(context, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE,
                                         TPM2_CAP_TPM_PROPERTIES, name, 1, &more, &found);
    const EsysPointer<TPMS_CAPABILITY_DATA> data(found);
    if (code != TSS2_RC_SUCCESS) return tpm_refused("say how it is set", code);
    const auto& list = data->data.tpmProperties;
    if (list.count != 1 || list.tpmProperty[0].property != name) {
        return Error{Fault::io, "the TPM does not say how it is set"};
    }
    return list.tpmProperty[0].value;
}

} // namespace northseal::vault
