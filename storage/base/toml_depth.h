#pragma once
// What toml++ must not be shown, told by walking the text: how deep it would nest (toml++ 3.3 has no bound of
// its own for dotted keys, and a tree of a hundred thousand tables is taken down by recursion), and letters
// beyond ASCII outside strings and comments (TOML 1.0 has none there, and toml++ 3.3 is undefined on them). A
// quotation mark where no key or value begins opens no string either.

#include <string_view>

#include "storage/base/result.h"

namespace northseal {

Result<> check_toml_form(std::string_view toml, std::size_t most);

} // namespace northseal
