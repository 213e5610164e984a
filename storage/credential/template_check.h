#pragma once
// The rules a template must keep before anything is filled into it (README, "Template"): unknown words, holes
// that no claim can fill and shapes that our catalogue never compiles are refused by name and place.

#include <array>
#include <vector>

#include "storage/credential/fill.h"

namespace northseal::credential {

struct TemplateFacts {
    std::bitset<claim_count + 1> rendered;              // by a hole or by `$each`, anywhere
    std::bitset<claim_count + 1> always;                // rendered outside every `$if`
    std::bitset<claim_count + 1> tested;                // by `$if` on the claim as a whole
    std::array<std::size_t, claim_count + 1> choices{}; // options of the choice; 0 where it is none
    std::vector<std::size_t> level_choices;             // options for each outcome
    std::bitset<levels_most> level_optional;            // outcomes that may go without a level
    std::vector<Hole> object_choices;                   // choices among objects: they change the shape
};

constexpr std::size_t template_bytes_most = 512 * 1024;

// The facts point into `json`, which must stay where it is.
Result<TemplateFacts> check_template(const Json& json);

} // namespace northseal::credential
