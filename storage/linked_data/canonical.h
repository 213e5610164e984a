#pragma once
// RDF Dataset Canonicalization, RDFC-1.0 (W3C REC rdf-canon).

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "storage/linked_data/rdf.h"

namespace northseal::linked_data {

enum class CanonicalHash { sha256, sha384 };

struct CanonicalLimits {
    // For the whole dataset. A poison graph ends in Fault::full, in about a second; a credential needs none
    // of these.
    std::size_t deep_hashes{4'000};       // calls of Hash N-Degree Quads
    std::size_t permutations{50'000};     // orders of alike nodes tried
    std::size_t depth{400};               // calls of Hash N-Degree Quads within one another
    std::size_t related_hashes{500'000};  // calls of Hash Related Blank Node
    std::size_t copied_labels{2'000'000}; // labels copied with the issuers that hold them
};

struct Canonical {
    std::string nquads;                        // sorted lines
    std::map<std::string, std::string> labels; // input blank node label -> canonical label, both without "_:"
    std::size_t deep_hashes{0};                // what it took
    std::size_t permutations{0};
};

Result<Canonical> canonicalize(const Dataset&, CanonicalHash = CanonicalHash::sha256, CanonicalLimits = {});

// Hash First Degree Quads (section 4.6): the lines of the quads that mention a blank node, that node written
// _:a and every other _:z. Sorts the lines. For whoever labels a dataset whose blank nodes all differ in the
// first degree: their labels are c14n0, c14n1, … in the order of these hashes.
std::string first_degree_hash(std::span<std::string> lines, CanonicalHash = CanonicalHash::sha256);

} // namespace northseal::linked_data
