#pragma once
// JSON-LD 1.1 (W3C REC json-ld11-api): expansion and conversion to RDF. Contexts come from the embedded,
// hash-pinned set (contexts.h) or stand inline; any other is refused by name: nothing is ever fetched.

#include <optional>
#include <string>

#include "storage/base/json.h"
#include "storage/linked_data/rdf.h"

namespace northseal::linked_data {

enum class RdfDirection { none, i18n_datatype, compound_literal };
enum class ProcessingMode { json_ld_1_0, json_ld_1_1 };

// Past any of these the answer is Fault::full.
struct JsonLdLimits {
    std::size_t depth{64};           // of the document and of contexts within contexts
    std::size_t remote_contexts{32}; // context URLs followed in one document
    std::size_t nodes{100'000};      // values visited in all
    std::size_t quads{100'000};
    std::size_t context_terms{1'000'000}; // terms copied while contexts are worked out
    std::size_t text{32U << 20}; // bytes of IRIs that expansion makes: a long @vocab is written at each term
};

struct JsonLdOptions {
    std::string base{}; // IRI that relative references resolve against; empty leaves them relative, and toRdf
                        // drops them
    bool safe{
        false}; // what would be dropped (an undefined term, a relative reference) is an error that names it
    bool generalized{false}; // blank nodes may stand as predicates
    RdfDirection rdf_direction{RdfDirection::none};
    ProcessingMode processing_mode{ProcessingMode::json_ld_1_1};
    const Json* expand_context{nullptr}; // borrowed for the call
    // A member of the outermost object that is passed over: what a proof signs is the document without it,
    // and copying a document to take a member out costs a twentieth of verifying it.
    std::string left_out{};
    JsonLdLimits limits{};
};

// Errors carry the code of the specification first in their detail, e.g. "invalid term definition: …".
Result<Json> expand(const Json& document, const JsonLdOptions& = {});
Result<Dataset> to_rdf(const Json& document, const JsonLdOptions& = {});

} // namespace northseal::linked_data
