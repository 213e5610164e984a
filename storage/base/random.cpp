#include "storage/base/random.h"

#include <sodium.h>

#include <cstdlib>
#include <cstring>

namespace northseal {

std::uint64_t Random::below(std::uint64_t bound)
{
    if (bound == 0) std::abort();
    // Draw again from the uneven rest at the top, so that no value is likelier than another.
    const std::uint64_t uneven = (0 - bound) % bound;
    for (;;) {
        std::uint64_t drawn = 0;
        for (const auto byte : bytes<8>()) drawn = drawn << 8 | byte;
        if (drawn >= uneven) return drawn % bound;
    }
}

ByteArray<16> Random::uuid()
{
    auto out = bytes<16>();
    out[6] = static_cast<std::uint8_t>((out[6] & 0x0f) | 0x40);
    out[8] = static_cast<std::uint8_t>((out[8] & 0x3f) | 0x80);
    return out;
}

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    if (out.empty()) return; // the library wants an address even for nothing
    if (sodium_init() < 0) std::abort();
    randombytes_buf(out.data(), out.size());
}

SeededRandom::SeededRandom(std::uint64_t seed)
{
    std::memcpy(m_key.data(), &seed, sizeof seed);
}

void SeededRandom::fill(std::span<std::uint8_t> out)
{
    if (out.empty()) return;
    // Each call is its own stream: (key, number of the call).
    ByteArray<crypto_stream_chacha20_NONCEBYTES> nonce{};
    std::memcpy(nonce.data(), &m_block, sizeof m_block);
    ++m_block;
    crypto_stream_chacha20(out.data(), out.size(), nonce.data(), m_key.data());
}

} // namespace northseal
