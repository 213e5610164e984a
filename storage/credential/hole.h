#pragma once
// A typed hole of a template and the text that a claim puts into it (README, "Template").

#include <cstdint>
#include <optional>
#include <string>

#include "storage/credential/claims.h"

namespace northseal::credential {

enum class HoleType : std::uint8_t { text, uuid, date_time, choice, yes, digest, key, list, entry, position };

std::optional<HoleType> hole_type_named(std::string_view); // "date-time", "true", …
// Whether that claim can fill that hole at all.
bool fits(Claim, HoleType);
// Those that may stand where a node is named: what they render is an IRI whatever the claim says.
bool names_a_node(HoleType);

struct Hole {
    HoleType type{HoleType::text};
    Claim claim{Claim::id};
    std::size_t at{0};         // the outcome, or the evidence item
    const Json* node{nullptr}; // the hole as the template has it; lives as long as the template

    bool same_as(const Hole&) const; // fills to the same text for every claims
};

// What a hole renders is `fixed_part` and then `claimed_part`. A choice must be among texts.
std::string fixed_part(const Hole&);
Result<std::string> claimed_part(const Hole&, const Claims&);
// The option that a choice takes, text or object.
Result<const Json*> chosen_option(const Hole&, const Claims&);
bool has_only_texts(const Json& options);

} // namespace northseal::credential
