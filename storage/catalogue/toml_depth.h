#pragma once
// How deep a TOML text would nest, told without building it: toml++ 3.3 has no bound of its own for dotted
// keys, and a tree of a hundred thousand tables is taken down by recursion.

#include <string_view>

#include "storage/base/result.h"

namespace northseal::catalogue {

Result<> check_toml_depth(std::string_view toml, std::size_t most);

} // namespace northseal::catalogue
