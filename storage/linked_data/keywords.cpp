#include "storage/linked_data/keywords.h"

#include <algorithm>
#include <utility>

namespace northseal::linked_data {
namespace {

constexpr std::pair<std::string_view, Keyword> keywords[] = {
    {"@base", Keyword::at_base},
    {"@container", Keyword::at_container},
    {"@context", Keyword::at_context},
    {"@default", Keyword::at_default},
    {"@direction", Keyword::at_direction},
    {"@embed", Keyword::at_embed},
    {"@explicit", Keyword::at_explicit},
    {"@graph", Keyword::at_graph},
    {"@id", Keyword::at_id},
    {"@import", Keyword::at_import},
    {"@included", Keyword::at_included},
    {"@index", Keyword::at_index},
    {"@json", Keyword::at_json},
    {"@language", Keyword::at_language},
    {"@list", Keyword::at_list},
    {"@nest", Keyword::at_nest},
    {"@none", Keyword::at_none},
    {"@omitDefault", Keyword::at_omit_default},
    {"@prefix", Keyword::at_prefix},
    {"@preserve", Keyword::at_preserve},
    {"@propagate", Keyword::at_propagate},
    {"@protected", Keyword::at_protected},
    {"@requireAll", Keyword::at_require_all},
    {"@reverse", Keyword::at_reverse},
    {"@set", Keyword::at_set},
    {"@type", Keyword::at_type},
    {"@value", Keyword::at_value},
    {"@version", Keyword::at_version},
    {"@vocab", Keyword::at_vocab},
};

} // namespace

Keyword keyword_of(std::string_view text)
{
    if (!text.starts_with('@')) return Keyword::none;
    const auto* found =
        std::lower_bound(std::begin(keywords), std::end(keywords), text,
                         [](const auto& entry, std::string_view name) { return entry.first < name; });
    return found != std::end(keywords) && found->first == text ? found->second : Keyword::none;
}

bool has_keyword_form(std::string_view text)
{
    if (text.size() < 2 || text.front() != '@') return false;
    return std::all_of(text.begin() + 1, text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

} // namespace northseal::linked_data
