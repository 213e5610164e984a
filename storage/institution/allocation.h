#pragma once
// Which status indexes a kiosk may use. Drawn at random one by one over all lists and never twice, so that an
// index says nothing of the kiosk, the community or the day, and counts nothing.

#include <cstdint>
#include <set>
#include <vector>

#include "storage/base/random.h"

namespace northseal::institution {

constexpr std::uint32_t lists_least = 2;
constexpr std::uint32_t lists_most = 1000; // 131 million awards

// A kiosk may draw among half as many again as it may issue.
constexpr std::uint32_t indexes_for(std::uint32_t count)
{
    return count + (count + 1) / 2;
}

// How many lists there must be for `more` indexes beside those used: never more than half full, so that a
// draw soon ends and an index stays hard to guess. More than lists_most is Fault::full.
Result<std::uint32_t> lists_for(std::uint32_t lists, std::size_t used, std::uint32_t more);

// Ascending; adds them to `used`.
std::vector<std::uint32_t> draw_indexes(std::set<std::uint32_t>& used, std::uint32_t lists,
                                        std::uint32_t count, Random&);

} // namespace northseal::institution
