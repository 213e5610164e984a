#pragma once
// Documents as text in, N-Quads as text out.

#include <string>

#include "storage/linked_data/canonical.h"
#include "storage/linked_data/json_ld.h"
#include "tests/support/shared.h"

namespace northseal::test {

Json json_of(const std::string& text);
// Canonical N-Quads, or "error: …".
std::string canonical_of(const std::string& document, const linked_data::JsonLdOptions& = {});
std::string expansion_error(const std::string& document, const linked_data::JsonLdOptions& = {});
std::string reference_file(const std::string& name);

} // namespace northseal::test
