#pragma once
// The embedded set of JSON-LD contexts: taken from npm packages when the project is built, each pinned by its
// SHA-256 in contexts.txt. Nothing is ever fetched; whoever meets another URL refuses it by name.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/json.h"

namespace northseal::linked_data {

struct EmbeddedContext {
    std::string_view url;
    std::string_view package; // npm
    std::string_view sha256;  // of `bytes`, in hex
    std::string_view bytes;
};

std::span<const EmbeddedContext> embedded_contexts();

// The parsed context document (an object with "@context"), or null: the caller refuses by name. It lives as
// long as the program and never changes.
const Json* embedded_context(std::string_view url);
std::vector<std::string> embedded_context_urls();

} // namespace northseal::linked_data
