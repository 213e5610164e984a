#include "storage/catalogue/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace northseal::catalogue {

namespace {

// Levenshtein's distance; both words are short.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t kept = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({kept, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> candidates)
{
    if (word.size() > 64) return {};
    std::string_view best;
    std::size_t best_distance = word.size() / 2 + 1; // farther than that is another word
    for (const auto candidate : candidates) {
        const auto here = distance(word, candidate);
        if (here < best_distance) {
            best_distance = here;
            best = candidate;
        }
    }
    return std::string(best);
}

} // namespace northseal::catalogue
