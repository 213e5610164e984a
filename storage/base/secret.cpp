#include "storage/base/secret.h"

#include <sodium.h>

#include <cstring>

namespace northseal {

SecretBytes::SecretBytes(std::size_t size) : m_size(size)
{
    if (size == 0) return;
    if (sodium_init() < 0) std::abort();
    m_data.reset(static_cast<std::uint8_t*>(sodium_malloc(size)));
    if (!m_data) std::abort(); // no locked memory: going on would put keys where they can be swapped out
    std::memset(m_data.get(), 0, size);
}

SecretBytes SecretBytes::copy_of(ByteView bytes)
{
    SecretBytes out(bytes.size());
    std::copy(bytes.begin(), bytes.end(), out.writable().begin());
    return out;
}

SecretBytes SecretBytes::clone() const
{
    return copy_of(view());
}

void SecretBytes::Free::operator()(std::uint8_t* data) const
{
    sodium_free(data);
}

void wipe(std::span<std::uint8_t> bytes)
{
    if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

void wipe(std::string& text)
{
    if (!text.empty()) sodium_memzero(text.data(), text.size());
    text.clear();
}

bool equal_in_constant_time(ByteView a, ByteView b)
{
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace northseal
