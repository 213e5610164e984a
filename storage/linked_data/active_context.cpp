#include "storage/linked_data/active_context.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "storage/linked_data/iri.h"

namespace northseal::linked_data {

bool TermDefinition::same_as(const TermDefinition& other) const
{
    if (static_cast<bool>(context) != static_cast<bool>(other.context)) return false;
    if (context && *context != *other.context) return false;
    return iri == other.iri && prefix == other.prefix && reverse == other.reverse &&
           containers == other.containers && type == other.type && type_iri == other.type_iri &&
           language == other.language && direction == other.direction && index == other.index &&
           nest == other.nest;
}

bool ActiveContext::has_protected_terms() const
{
    return std::any_of(terms.begin(), terms.end(),
                       [](const auto& entry) { return entry.second->is_protected; });
}

std::string to_lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::optional<Direction> to_direction(const Json& value)
{
    if (value.is_null()) return Direction::none;
    if (value == "ltr") return Direction::ltr;
    if (value == "rtl") return Direction::rtl;
    return std::nullopt;
}

ExpandedIri expand_iri(const ActiveContext& context, std::string_view value, Relative relative)
{
    ExpandedIri out;
    if (value.starts_with('@')) {
        out.keyword = keyword_of(value);
        out.is_null = out.keyword == Keyword::none && has_keyword_form(value);
        if (out.is_null) return out;
        if (out.keyword != Keyword::none) {
            out.owned = value;
            return out;
        }
    }
    const bool vocab = relative == Relative::vocab || relative == Relative::vocab_and_document;
    const bool document = relative == Relative::document || relative == Relative::vocab_and_document;
    const auto* definition = context.find(value);
    if (definition != nullptr && (vocab || definition->keyword != Keyword::none)) {
        out.shared = &definition->iri;
        out.keyword = definition->keyword;
        out.is_null = definition->iri.empty();
        return out;
    }
    if (const auto colon = inner_colon(value); colon != std::string_view::npos) {
        const auto prefix = value.substr(0, colon);
        const auto suffix = value.substr(colon + 1);
        if (prefix == "_" || suffix.starts_with("//")) {
            out.owned = value;
            return out;
        }
        const auto* prefix_definition = context.find(prefix);
        if (prefix_definition != nullptr && prefix_definition->prefix && !prefix_definition->iri.empty()) {
            out.owned.reserve(prefix_definition->iri.size() + suffix.size());
            out.owned.append(prefix_definition->iri).append(suffix);
            return out;
        }
        if (has_iri_form(value)) {
            out.owned = value;
            return out;
        }
    }
    if (vocab && context.vocab) {
        out.owned = *context.vocab;
        out.owned += value;
    } else if (document && context.base) {
        out.owned = resolve_iri(*context.base, value);
    } else {
        out.owned = value;
    }
    return out;
}

} // namespace northseal::linked_data
