#pragma once
// RDF Dataset Canonicalization, RDFC-1.0 (W3C REC rdf-canon).

#include <map>
#include <string>

#include "storage/linked_data/rdf.h"

namespace northseal::linked_data {

enum class CanonicalHash { sha256, sha384 };

struct CanonicalLimits {
    // Calls of Hash N-Degree Quads and permutations tried, for the whole dataset. A poison graph ends in
    // Fault::full, in well under a second; a credential needs none of either.
    std::size_t deep_hashes{4'000};
    std::size_t permutations{50'000};
};

struct Canonical {
    std::string nquads;                        // sorted lines
    std::map<std::string, std::string> labels; // input blank node label -> canonical label, both without "_:"
};

Result<Canonical> canonicalize(const Dataset&, CanonicalHash = CanonicalHash::sha256, CanonicalLimits = {});

} // namespace northseal::linked_data
