#pragma once
// A file of words: one table, flat, of texts alone. Read under the bounds of storage/base/toml_text.h,
// because a pack comes from a stranger's stick.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/base/result.h"

namespace northseal::kiosk {

// Key and text, by key. Errors say which line, or which key, and how it is to be written.
Result<std::vector<std::pair<std::string, std::string>>> read_flat_table(std::string_view toml,
                                                                         std::size_t most_bytes);

} // namespace northseal::kiosk
