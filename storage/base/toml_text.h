#pragma once
// TOML 1.0 as a tree of plain values, each with its line: the only place that knows toml++. Read under
// bounds, because these files come from strangers too.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/result.h"

namespace northseal {

struct TomlMember;

struct TomlNode {
    enum class Kind { text, integer, yes_no, list, table, other }; // other: floats, dates and times
    Kind kind{Kind::other};
    std::size_t line{0}; // from 1
    std::string text;
    std::int64_t integer{0};
    bool yes{false};
    std::vector<TomlNode> items;     // of a list
    std::vector<TomlMember> members; // of a table, by key

    const TomlNode* find(std::string_view key) const;
};

struct TomlMember {
    std::string key;
    TomlNode value;
};

constexpr std::size_t toml_depth_most = 16; // dots in one key, and brackets within brackets

// Errors begin with "line N: ".
Result<TomlNode> parse_toml(std::string_view, std::size_t most_bytes);

} // namespace northseal
