#pragma once
// IRIs as RDF and JSON-LD ask for them: resolution of references (RFC 3986 section 5.2) and the forms that
// decide what becomes a quad.

#include <string>
#include <string_view>

namespace northseal::linked_data {

// Has a scheme, one fragment at most, and no character that N-Quads forbids in an IRI (controls, space and
// <>"{}|^`\).
bool is_iri(std::string_view);
// "scheme:…", whatever follows; JSON-LD calls it "having the form of an IRI".
bool has_iri_form(std::string_view);
inline bool is_blank(std::string_view text)
{
    return text.starts_with("_:");
}
// BCP 47 section 2.1, in the loose form that JSON-LD checks: letters, then subtags of up to eight letters and
// digits.
bool is_language_tag(std::string_view);
// What may follow "_:" in N-Quads.
bool is_blank_label(std::string_view);

// The reference resolved against the base, dots removed. An empty base leaves the reference as it is.
std::string resolve_iri(std::string_view base, std::string_view reference);

} // namespace northseal::linked_data
