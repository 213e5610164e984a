#pragma once
// Choices from a seed: quick, the same on every machine, and good for nothing secret (splitmix64).

#include <cstdint>

namespace northseal::simulation {

class Dice {
public:
    // Mixed first: seeds whose difference is the step would otherwise get one sequence, only shifted.
    explicit Dice(std::uint64_t seed) : m_state(mixed(mixed(seed) + 1)) {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return mixed(m_state);
    }
    // 0 to bound - 1; 0 where the bound is 0. The slight unevenness at huge bounds does not matter here.
    std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
    }
    bool one_in(std::uint64_t chances) { return below(chances) == 0; }

private:
    static std::uint64_t mixed(std::uint64_t bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
        return bits ^ (bits >> 31);
    }

    std::uint64_t m_state;
};

} // namespace northseal::simulation
