#pragma once
// The embedded set of JSON-LD contexts: taken from npm packages when the project is built, each pinned by its
// SHA-256.

#include <string>
#include <string_view>
#include <vector>

#include "storage/base/json.h"

namespace northseal::linked_data {

// The parsed context document (an object with "@context"), or null: the caller refuses by name.
const Json* embedded_context(std::string_view url);
std::vector<std::string> embedded_context_urls();

} // namespace northseal::linked_data
