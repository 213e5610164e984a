#include "storage/base/hash.h"

#include <openssl/evp.h>

namespace northseal {
namespace {

// Fetched once: looking an algorithm up by name costs more than hashing a short text.
const EVP_MD* sha256_method()
{
    static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    return method;
}

// libcrypto fails here only without memory or with a broken installation: nothing could be signed or checked
// after that.
void must(int answer)
{
    if (answer != 1) std::abort();
}

} // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    must(EVP_DigestInit_ex(m_context.get(), sha256_method(), nullptr));
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

Sha256& Sha256::add(ByteView bytes)
{
    must(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()));
    return *this;
}

Digest Sha256::finish()
{
    Digest out;
    must(EVP_DigestFinal_ex(m_context.get(), out.data(), nullptr));
    must(EVP_DigestInit_ex(m_context.get(), nullptr, nullptr));
    return out;
}

Sha256 Sha256::copy() const
{
    Sha256 out;
    must(EVP_MD_CTX_copy_ex(out.m_context.get(), m_context.get()));
    return out;
}

Digest sha256(ByteView bytes)
{
    thread_local Sha256 hasher;
    return hasher.add(bytes).finish();
}

Digest sha256(std::initializer_list<ByteView> parts)
{
    thread_local Sha256 hasher;
    for (const auto part : parts) hasher.add(part);
    return hasher.finish();
}

ByteArray<48> sha384(ByteView bytes)
{
    ByteArray<48> out;
    must(EVP_Digest(bytes.data(), bytes.size(), out.data(), nullptr, EVP_sha384(), nullptr));
    return out;
}

} // namespace northseal
