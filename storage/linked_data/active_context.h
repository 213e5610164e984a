#pragma once
// The active context of JSON-LD 1.1 (API section 4.1): term definitions and defaults, immutable once it is
// made, so that the contexts of the embedded set are worked out once and shared.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "storage/base/json.h"
#include "storage/linked_data/json_ld.h"
#include "storage/linked_data/keywords.h"

namespace northseal::linked_data {

enum class Direction : unsigned char { none, ltr, rtl };
enum class TypeMapping : unsigned char { absent, id, vocab, json, none, iri };

// A set of container values.
enum Container : unsigned char {
    container_graph = 1,
    container_id = 2,
    container_index = 4,
    container_language = 8,
    container_list = 16,
    container_set = 32,
    container_type = 64
};

struct TermDefinition {
    std::string name;
    std::string iri;                // empty: the term is decoupled, it maps to nothing
    Keyword keyword{Keyword::none}; // what `iri` is, if it is one
    bool prefix{false};
    bool is_protected{false};
    bool reverse{false};
    unsigned char containers{0};
    TypeMapping type{TypeMapping::absent};
    std::string type_iri;                // TypeMapping::iri
    std::optional<std::string> language; // empty: explicitly none
    std::optional<Direction> direction;  // none: explicitly none
    std::string index;                   // the property that indexes; empty: @index itself
    std::string nest;
    std::shared_ptr<const Json> context; // the scoped context, if there is one; it may be JSON null
    std::string base_url;                // what `context` resolves against

    bool has(Container one) const { return (containers & one) != 0; }
    // In everything but protection.
    bool same_as(const TermDefinition&) const;
};

struct ActiveContext;
using ContextPtr = std::shared_ptr<const ActiveContext>;

struct ActiveContext {
    // The keys are views of the definitions' own names.
    std::unordered_map<std::string_view, std::shared_ptr<const TermDefinition>> terms;
    std::optional<std::string> base; // absent: relative references stay relative
    std::string original_base;
    std::optional<std::string> vocab;
    std::string language;
    Direction direction{Direction::none};
    ContextPtr previous; // to return to where a node object begins, after a context that does not propagate
    std::string warning; // the first thing that safe mode refuses in it: "code: what"

    const TermDefinition* find(std::string_view term) const
    {
        const auto found = terms.find(term);
        return found == terms.end() ? nullptr : found->second.get();
    }
    bool has_protected_terms() const;
};

struct ExpandedIri {
    const std::string* shared{nullptr}; // a term definition's own IRI: valid as long as the context is
    std::string owned;
    Keyword keyword{Keyword::none};
    bool is_null{false};

    const std::string& text() const { return shared != nullptr ? *shared : owned; }
};

// IRI Expansion, API section 5.2, where no context is being defined.
enum class Relative : unsigned char { none, vocab, document, vocab_and_document };
ExpandedIri expand_iri(const ActiveContext&, std::string_view value, Relative);

// ASCII only, as language tags are: tags are compared and signed in lower case.
std::string to_lower(std::string_view);
// "ltr", "rtl" or null; nothing else is a direction.
std::optional<Direction> to_direction(const Json&);

// Where the first colon is that is not the first character; npos where there is none.
inline std::size_t inner_colon(std::string_view text)
{
    return text.size() < 2 ? std::string_view::npos : text.find(':', 1);
}

} // namespace northseal::linked_data
