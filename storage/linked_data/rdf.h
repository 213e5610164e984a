#pragma once
// RDF 1.1 terms, quads and N-Quads (W3C REC n-quads), as JSON-LD and RDFC-1.0 need them.

#include <string>
#include <string_view>
#include <vector>

#include "storage/base/result.h"

namespace northseal::linked_data {

enum class TermKind : unsigned char { none, iri, blank, literal }; // none: the default graph's name

struct Term {
    TermKind kind{TermKind::none};
    std::string value; // the IRI; the label without "_:"; the lexical form
    std::string
        datatype; // literals only; empty stands for xsd:string, or rdf:langString where there is a language
    std::string language; // literals only

    friend bool operator==(const Term&, const Term&) = default;
};

struct Quad {
    Term subject;
    Term predicate;
    Term object;
    Term graph;

    friend bool operator==(const Quad&, const Quad&) = default;
};

using Dataset = std::vector<Quad>;

// Canonical N-Quads form of one quad, newline included (RDFC-1.0 section 5: escapes only what it must).
std::string to_nquad(const Quad&);
// The same of one term; nothing for the default graph.
void append_term(std::string& to, const Term&);
// A lexical form as it stands between the quotes of canonical N-Quads; for whoever fills holes in ready
// lines.
void append_literal_text(std::string& to, std::string_view);

struct NQuadsLimits {
    std::size_t bytes{8U << 20};
    std::size_t quads{100'000};
    bool generalized{false}; // blank nodes may stand as predicates
};

// Any N-Quads document; duplicates are dropped. Errors name the line.
Result<Dataset> parse_nquads(std::string_view, NQuadsLimits = {});

} // namespace northseal::linked_data
