#pragma once
// The words that JSON-LD 1.1 reserves (syntax section 1.7, and those of framing, which expansion must know to
// refuse).

#include <string_view>

namespace northseal::linked_data {

enum class Keyword : unsigned char {
    none, // no keyword
    at_base,
    at_container,
    at_context,
    at_default,
    at_direction,
    at_embed,
    at_explicit,
    at_graph,
    at_id,
    at_import,
    at_included,
    at_index,
    at_json,
    at_language,
    at_list,
    at_nest,
    at_none,
    at_omit_default,
    at_prefix,
    at_preserve,
    at_propagate,
    at_protected,
    at_require_all,
    at_reverse,
    at_set,
    at_type,
    at_value,
    at_version,
    at_vocab
};

Keyword keyword_of(std::string_view);
// "@" and letters: reserved for keywords to come, so it is ignored where it stands.
bool has_keyword_form(std::string_view);

} // namespace northseal::linked_data
