#pragma once
// Randomness is passed in, so that a whole community can be replayed from one seed.

#include <cstdint>
#include <span>

#include "storage/base/bytes.h"

namespace northseal {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t>) = 0;

    std::uint64_t below(std::uint64_t bound); // uniform in [0, bound), bound > 0
    template<std::size_t N>
    ByteArray<N> bytes()
    {
        ByteArray<N> out;
        fill(out);
        return out;
    }
    ByteArray<16> uuid(); // RFC 9562 version 4
};

class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t>) override;
};

// The same bytes for the same seed: for tests, for the simulator, and to throw dice of one draw. Never for a
// key that matters.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed);
    void fill(std::span<std::uint8_t>) override;

private:
    ByteArray<32> m_key{};
    std::uint64_t m_block{0};
};

} // namespace northseal
