#pragma once
// One conversation with the TPM: context, primary key, salted session. The only place of tpm2-tss's types.
// Inside this module only.

#include <tss2/tss2_esys.h>

#include "storage/vault/tpm.h"

namespace northseal::vault {

// "the TPM refused to …" with its code; Fault::io.
Error tpm_refused(const std::string& doing, TSS2_RC code);
// The code without the number of the session or handle that it complains of.
TSS2_RC tpm_reason(TSS2_RC code);

struct EsysFree {
    void operator()(void* memory) const { Esys_Free(memory); }
};
template<class T>
using EsysPointer = std::unique_ptr<T, EsysFree>;

// An object or a session inside the TPM, which has room for few: gone with this.
class TpmHandle {
public:
    TpmHandle() = default;
    TpmHandle(ESYS_CONTEXT* context, ESYS_TR handle) : m_context(context), m_handle(handle) {}
    ~TpmHandle();
    TpmHandle(TpmHandle&& other) noexcept;
    TpmHandle& operator=(TpmHandle&& other) noexcept;
    ESYS_TR get() const { return m_handle; }

private:
    ESYS_CONTEXT* m_context{nullptr};
    ESYS_TR m_handle{ESYS_TR_NONE};
};

enum class Encrypts { command, answer };

struct Tpm::Parts {
    Parts() = default;
    ~Parts();
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    TSS2_TCTI_CONTEXT* tcti{nullptr};
    ESYS_CONTEXT* context{nullptr};

    Result<TpmHandle> primary(); // the storage primary key: ECC P-256, the same each time
    Result<TpmHandle> session(ESYS_TR primary, Encrypts);
    Result<SealedByTpm> create(ESYS_TR primary, const SecretBytes& secret, ByteView auth,
                               TPMA_OBJECT attributes);
    Result<TpmHandle> load(ESYS_TR primary, const SealedByTpm&);
    Result<> set_auth(ESYS_TR handle, ByteView auth);
    Result<std::uint32_t> free_handle(); // where nothing is kept yet
    Result<std::uint32_t> property(std::uint32_t name);
};

} // namespace northseal::vault
