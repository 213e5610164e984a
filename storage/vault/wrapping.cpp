// The key that learners' keys are wrapped under, and its replacement.

#include "storage/vault/people.h"
#include "storage/vault/vault.h"

namespace northseal::vault {
namespace {

std::string place_of_wrapping(std::int64_t epoch)
{
    return "wrapping:sealed:" + std::to_string(epoch);
}

Error no_wrapping_while_locked()
{
    return Error{Fault::locked, "the vault is locked"};
}

} // namespace

Result<Vault::Wrapping> Vault::new_wrapping(std::int64_t epoch)
{
    if (!m_open) return no_wrapping_while_locked();
    Wrapping out{SecretBytes(32), {}};
    m_random->fill(out.key.writable());
    const auto under = derive(m_open->master, Purpose::wrapping_key);
    out.sealed = seal(under.view(), out.key.view(), place_of_wrapping(epoch), *m_random);
    return out;
}

Result<Bytes> Vault::wrap_anew(const Wrapping& wrapping, std::int64_t learner, const BriefKey& key)
{
    if (!m_open) return no_wrapping_while_locked();
    return seal(wrapping.key.view(), key.view(), place_of_learner_key(learner), *m_random);
}

Result<> Vault::use_wrapping(std::int64_t epoch, ByteView sealed)
{
    if (!m_open) return no_wrapping_while_locked();
    const auto under = derive(m_open->master, Purpose::wrapping_key);
    auto key = open_sealed_secret(under.view(), sealed, place_of_wrapping(epoch));
    if (!key.ok() || key.value().size() != 32)
        return corrupt("the key that wraps learners' keys does not open");
    m_open->learner_wrapping = std::move(key).value();
    return {};
}

} // namespace northseal::vault
