#pragma once
// What a person may have meant by a word that is not known.

#include <span>
#include <string>
#include <string_view>

namespace northseal::catalogue {

// The candidate with the fewest letters changed, or empty where none is near.
std::string nearest(std::string_view word, std::span<const std::string_view> candidates);

} // namespace northseal::catalogue
