#include "tests/simulation/simulated_file.h"

#include <algorithm>

namespace northseal::simulation {
namespace {

using Difference = std::ptrdiff_t;

// Copies what both hold of [begin, end).
void copy_range(const Bytes& from, std::uint64_t from_begin, Bytes& to, std::uint64_t to_begin,
                std::uint64_t count)
{
    if (from_begin >= from.size() || to_begin >= to.size()) return;
    count = std::min({count, from.size() - from_begin, to.size() - to_begin});
    std::copy_n(from.begin() + static_cast<Difference>(from_begin), count,
                to.begin() + static_cast<Difference>(to_begin));
}

} // namespace

void SimulatedFile::note(std::uint64_t begin, std::uint64_t end)
{
    Operation operation;
    operation.first_sector = begin / sector_bytes;
    const auto from = operation.first_sector * sector_bytes;
    const auto past = (end + sector_bytes - 1) / sector_bytes * sector_bytes;
    operation.sectors.resize(past - from);
    copy_range(m_live, from, operation.sectors, 0, past - from);
    operation.size_after = m_live.size();
    operation.begin = begin;
    operation.end = end;
    m_unsynced.push_back(std::move(operation));
}

void SimulatedFile::write(std::uint64_t offset, ByteView bytes)
{
    const auto end = offset + bytes.size();
    const auto grown_from = std::min<std::uint64_t>(offset, m_live.size());
    if (end > m_live.size()) m_live.resize(end);
    std::copy(bytes.begin(), bytes.end(), m_live.begin() + static_cast<Difference>(offset));
    note(grown_from, end);
}

void SimulatedFile::truncate(std::uint64_t size)
{
    const auto before = m_live.size();
    m_live.resize(size);
    // The cut part is noted as zeros: what stood there never comes back when the file grows again.
    note(std::min<std::uint64_t>(size, before), std::max<std::uint64_t>(size, before));
}

void SimulatedFile::sync()
{
    m_durable.resize(m_live.size());
    for (const auto& operation : m_unsynced) {
        const auto from = operation.first_sector * sector_bytes;
        copy_range(m_live, from, m_durable, from, operation.sectors.size());
    }
    m_unsynced.clear();
}

void SimulatedFile::fail_sync(Dice& dice)
{
    m_durable = after_power_loss(Survival::some, false, dice);
    m_unsynced.clear();
}

Bytes SimulatedFile::after_power_loss(Survival survival, bool torn, Dice& dice) const
{
    Bytes out = m_durable;
    const auto count = m_unsynced.size();
    if (survival == Survival::nothing || count == 0) return out;
    // Half of the mixed fates are plain prefixes: a disk that keeps the order, stopped somewhere.
    const bool in_order = survival == Survival::everything || dice.one_in(2);
    const auto moment = survival == Survival::everything ? count : dice.below(count + 1);
    const auto size_at = survival == Survival::everything || in_order ? moment : dice.below(count + 1);
    std::uint64_t largest = out.size();
    for (const auto& operation : m_unsynced) largest = std::max(largest, operation.end);
    out.resize((largest + sector_bytes - 1) / sector_bytes * sector_bytes);

    std::vector<std::uint64_t> moments(out.size() / sector_bytes, moment);
    if (!in_order) {
        for (auto& each : moments) each = dice.below(count + 1);
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto& operation = m_unsynced[i];
        const bool tears = torn && i + 1 == count && operation.end > operation.begin;
        // Within its own bytes a write may stop anywhere; bytes outside of them keep what they were.
        const auto stop = tears ? operation.begin + dice.below(operation.end - operation.begin) : out.size();
        for (std::uint64_t at = 0; at < operation.sectors.size(); at += sector_bytes) {
            const auto place = operation.first_sector * sector_bytes + at;
            if (moments[place / sector_bytes] <= i || place >= stop) continue;
            copy_range(operation.sectors, at, out, place, std::min(sector_bytes, stop - place));
        }
    }
    out.resize(size_at == 0 ? m_durable.size() : m_unsynced[size_at - 1].size_after);
    return out;
}

void SimulatedFile::flip_bit(std::uint64_t bit)
{
    const auto mask = static_cast<std::uint8_t>(1U << (bit % 8));
    if (bit / 8 < m_live.size()) m_live[bit / 8] ^= mask;
    if (bit / 8 < m_durable.size()) m_durable[bit / 8] ^= mask;
}

} // namespace northseal::simulation
