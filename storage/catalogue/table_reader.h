#pragma once
// Reading a TOML table strictly: a key that nobody knows is an error that names its line and the nearest key
// that is known, and every text keeps the rules of storage/base/text.h.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/toml_text.h"
#include "storage/catalogue/programme.h"

namespace northseal::catalogue {

enum class Need { required, optional };

class TableReader {
public:
    // `where` names the table for people: "outcome 2", "the programme". Borrows the node.
    static Result<TableReader> open(const TomlNode&, std::string where,
                                    std::initializer_list<std::string_view> known_keys);

    const TomlNode* find(std::string_view key) const { return m_node->find(key); }
    Error wrong(std::string_view key, const std::string& what) const; // "line 7: outcome 2: hours: …"

    Result<std::string> text(std::string_view key, std::size_t most, Need = Need::required) const;
    // Lower-case letters, figures and hyphens: part of public addresses.
    Result<std::string> id(std::string_view key, Need = Need::required) const;
    Result<std::string> one_of(std::string_view key, std::initializer_list<std::string_view> choices) const;
    Result<bool> yes_no(std::string_view key) const; // absent: no
    Result<std::optional<std::int64_t>> whole(std::string_view key, std::int64_t least,
                                              std::int64_t most) const;
    // Digits with at most two decimals, as printed: "30", "7.5".
    Result<std::string> decimal(std::string_view key, Need = Need::required) const;
    // A text in each of the languages, no more and no fewer. Empty where it is absent and optional.
    Result<Words> words(std::string_view key, std::span<const std::string> languages, std::size_t most,
                        Need = Need::required) const;
    Result<std::vector<std::string>> texts(std::string_view key, std::size_t most_items,
                                           std::size_t most) const;
    // A list of tables ([[key]]); empty where it is absent.
    Result<std::vector<const TomlNode*>> tables(std::string_view key, std::size_t most_items) const;

private:
    TableReader(const TomlNode& node, std::string where) : m_node(&node), m_where(std::move(where)) {}
    Error missing(std::string_view key, const std::string& what_to_write) const;

    const TomlNode* m_node;
    std::string m_where;
};

// Words that stand in a table by themselves, one key a language.
Result<Words> read_words(const TomlNode&, const std::string& where, std::span<const std::string> languages,
                         std::size_t most);

bool is_id(std::string_view);

} // namespace northseal::catalogue
