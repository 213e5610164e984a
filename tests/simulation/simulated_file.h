#pragma once
// One file three ways: as the program sees it, as the platter holds it, and the operations between the two
// that no sync has settled. The model is the kernel's page cache over a disk of 512-byte sectors: a sector
// that is written back is written whole, as it stood at some moment since the last sync; different sectors
// may be of different moments; and nothing says which.

#include <cstdint>
#include <vector>

#include "storage/base/bytes.h"
#include "tests/simulation/dice.h"

namespace northseal::simulation {

constexpr std::uint64_t sector_bytes = 512;

// What becomes of unsynced operations when the power goes.
enum class Survival {
    nothing,    // none of them reached the platter
    everything, // all did, the last one torn
    some,       // any part of them, sector by sector
};
constexpr Survival survival_of(std::uint64_t seed)
{
    return seed == 0 ? Survival::nothing : seed == 1 ? Survival::everything : Survival::some;
}

class SimulatedFile {
public:
    SimulatedFile() = default;
    explicit SimulatedFile(Bytes content) : m_live(content), m_durable(std::move(content)) {}

    const Bytes& live() const { return m_live; }
    bool is_settled() const { return m_unsynced.empty(); }

    void write(std::uint64_t offset, ByteView bytes);
    void truncate(std::uint64_t size);
    void sync();
    // A sync that the device refused: any part of it arrived, and the kernel holds the rest for clean, so
    // that no later sync writes it either. The program goes on seeing what it wrote.
    void fail_sync(Dice&);
    // The content when the power is back. `torn`: the last operation was under way when it went.
    Bytes after_power_loss(Survival, bool torn, Dice&) const;
    // On the platter and in the cache; only of a file that is settled.
    void flip_bit(std::uint64_t bit);

private:
    struct Operation {
        std::uint64_t first_sector{0};
        Bytes sectors; // whole ones, as they stood afterwards
        std::uint64_t size_after{0};
        std::uint64_t begin{0}; // of the bytes that were asked to change
        std::uint64_t end{0};
    };
    void note(std::uint64_t begin, std::uint64_t end);

    Bytes m_live;
    Bytes m_durable;
    std::vector<Operation> m_unsynced;
};

} // namespace northseal::simulation
