#pragma once
// The machine's TPM 2.0 (README, "Class A"), through tpm2-tss: it keeps one secret for whoever asks on this
// machine, and others for whoever knows what guards them, counting wrong tries by itself. Everything secret
// passes between program and chip encrypted, under a session salted by the storage primary key.

#include <cstdint>
#include <memory>
#include <string>

#include "storage/base/secret.h"

namespace northseal::vault {

// How slowly the TPM lets itself be asked by a thief who holds it: `max_tries` at once, then one for each
// `recovery_seconds` (README, "Class A", does the sums).
struct TpmLockout {
    std::uint32_t max_tries{256};
    std::uint32_t recovery_seconds{7200};
    std::uint32_t owner_recovery_seconds{86400}; // after a wrong lockout authorization
    friend bool operator==(const TpmLockout&, const TpmLockout&) = default;
};

struct TpmState {
    std::uint32_t wrong_tries{0};
    std::uint32_t max_tries{0};
    std::uint32_t recovery_seconds{0};
    bool locked_out{false};
    bool lockout_is_owned{false}; // somebody has set its authorization
};

struct SealedByTpm {
    Bytes public_part;
    Bytes private_part; // only the TPM that made it reads it
};

enum class TpmAnswer { opened, wrong, locked_out };
struct Unsealed {
    TpmAnswer answer{TpmAnswer::wrong};
    SecretBytes secret;
};

class Tpm {
public:
    // `place` is a TCTI: "device:/dev/tpmrm0". Fault::io where no TPM answers there.
    static Result<Tpm> open(const std::string& place);
    ~Tpm();
    Tpm(Tpm&&) noexcept;
    Tpm& operator=(Tpm&&) noexcept;

    Result<TpmState> state();
    // Who may clear the count of wrong tries and set how it counts. Empty is nobody's: anybody may.
    Result<> change_lockout_auth(ByteView known, ByteView wanted);
    Result<> set_lockout(ByteView lockout_auth, const TpmLockout&);
    Result<> clear_wrong_tries(ByteView lockout_auth);

    // A secret of 32 bytes inside the chip, for whoever asks on this machine. The handle is where it lies.
    Result<std::uint32_t> keep(const SecretBytes&);
    Result<SecretBytes> kept(std::uint32_t handle); // Fault::not_found where nothing lies there
    Result<> forget(std::uint32_t handle);          // for good; no error where nothing lies there

    // A secret that only this chip gives, and only against `auth` (32 bytes); each wrong one is counted.
    Result<SealedByTpm> seal(const SecretBytes& secret, const SecretBytes& auth);
    Result<Unsealed> unseal(const SealedByTpm&, const SecretBytes& auth);

private:
    struct Parts;
    explicit Tpm(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> m_parts;
};

} // namespace northseal::vault
