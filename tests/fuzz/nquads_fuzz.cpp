// Any bytes as N-Quads: what is read is written so that it reads back the same, and the canonical form is
// canonical.

#include <cstdint>
#include <cstdlib>

#include "storage/linked_data/canonical.h"

using namespace northseal;
using namespace northseal::linked_data;

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto dataset =
        parse_nquads({reinterpret_cast<const char*>(data), size}, {.bytes = 1U << 16, .quads = 2'000});
    if (!dataset.ok()) {
        must(!dataset.error().detail.empty());
        return 0;
    }
    for (const auto& quad : dataset.value()) {
        const auto again = parse_nquads(to_nquad(quad));
        must(again.ok() && again.value().size() == 1 && again.value().front() == quad);
    }
    const CanonicalLimits limits{.deep_hashes = 200, .permutations = 1'000, .related_hashes = 20'000};
    const auto canonical = canonicalize(dataset.value(), CanonicalHash::sha256, limits);
    if (!canonical.ok()) {
        must(canonical.error().fault == Fault::full);
        return 0;
    }
    const auto read_back = parse_nquads(canonical.value().nquads);
    must(read_back.ok() && read_back.value().size() == dataset.value().size());
    const auto again = canonicalize(read_back.value(), CanonicalHash::sha256, limits);
    must(again.ok() && again.value().nquads == canonical.value().nquads);
    return 0;
}
