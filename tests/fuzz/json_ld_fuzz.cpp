// Any bytes as a JSON-LD document: an answer or an error, never a crash or a hang. What safe mode accepts
// says the same without it, its N-Quads read back, and their canonical form is canonical already.

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "storage/linked_data/canonical.h"
#include "storage/linked_data/json_ld.h"

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
    // The first byte chooses the options; the rest is the document.
    if (size == 0) return 0;
    const auto document =
        parse_json({reinterpret_cast<const char*>(data) + 1, size - 1}, {.bytes = 1U << 16});
    if (!document.ok()) return 0;
    JsonLdOptions options;
    options.safe = (data[0] & 1) != 0;
    options.generalized = false;
    if ((data[0] & 2) != 0) options.base = "http://example.org/dir/doc?q#f";
    if ((data[0] & 4) != 0) options.processing_mode = ProcessingMode::json_ld_1_0;
    if ((data[0] & 8) != 0) options.rdf_direction = RdfDirection::i18n_datatype;
    if ((data[0] & 16) != 0) options.rdf_direction = RdfDirection::compound_literal;
    options.limits.nodes = 5'000;
    options.limits.quads = 5'000;
    options.limits.context_terms = 50'000;
    options.limits.text = 1U << 20;
    const auto dataset = to_rdf(document.value(), options);
    if (!dataset.ok()) {
        must(!dataset.error().detail.empty());
        return 0;
    }
    const CanonicalLimits limits{.deep_hashes = 200, .permutations = 1'000, .related_hashes = 20'000};
    const auto canonical = canonicalize(dataset.value(), CanonicalHash::sha256, limits);
    if (!canonical.ok()) return 0;
    const auto read_back = parse_nquads(canonical.value().nquads);
    must(read_back.ok() && read_back.value().size() == dataset.value().size());
    const auto again = canonicalize(read_back.value(), CanonicalHash::sha256, limits);
    must(again.ok() && again.value().nquads == canonical.value().nquads);
    if (options.safe) {
        options.safe = false;
        const auto unsafe = to_rdf(document.value(), options);
        must(unsafe.ok() && unsafe.value() == dataset.value());
    }
    return 0;
}
