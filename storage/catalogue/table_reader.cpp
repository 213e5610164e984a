#include "storage/catalogue/table_reader.h"

#include <algorithm>

#include "storage/base/text.h"
#include "storage/catalogue/nearest.h"

namespace northseal::catalogue {

namespace {

Error at_line(std::size_t line, const std::string& where, const std::string& what)
{
    return refused("line " + std::to_string(line) + ": " + where + ": " + what);
}

// "&" is left out of what is signed: some verifiers read it as the start of an HTML entity.
Result<> check_words(const std::string& text, std::size_t most)
{
    TRY(check_text(text, most));
    if (text.find('&') != std::string::npos) return refused("text has an \"&\": write the word for \"and\"");
    return {};
}

bool is_decimal(std::string_view text)
{
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto digits = [](std::string_view part, std::size_t most) {
        return !part.empty() && part.size() <= most &&
               std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (!digits(whole, 4) || (whole.size() > 1 && whole.front() == '0')) return false;
    return point == std::string_view::npos || (digits(text.substr(point + 1), 2) && text.back() != '0');
}

} // namespace

bool is_id(std::string_view text)
{
    if (text.empty() || text.size() > 64 || text.front() == '-' || text.back() == '-') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Result<TableReader> TableReader::open(const TomlNode& node, std::string where,
                                      std::initializer_list<std::string_view> known_keys)
{
    if (node.kind != TomlNode::Kind::table) {
        return at_line(node.line, where, "this must be a table, as the README of the programme file shows");
    }
    for (const auto& member : node.members) {
        if (std::find(known_keys.begin(), known_keys.end(), member.key) != known_keys.end()) continue;
        const auto meant = nearest(member.key, std::span(known_keys.begin(), known_keys.size()));
        return at_line(
            member.value.line, where,
            "the key \"" + member.key.substr(0, 64) + "\" is not known" +
                (meant.empty() ? std::string(": take it out") : ": did you mean \"" + meant + "\"?"));
    }
    return TableReader(node, std::move(where));
}

Error TableReader::wrong(std::string_view key, const std::string& what) const
{
    const auto* node = find(key);
    return at_line(node == nullptr ? m_node->line : node->line, m_where, std::string(key) + ": " + what);
}

Error TableReader::missing(std::string_view key, const std::string& what_to_write) const
{
    return at_line(m_node->line, m_where, "\"" + std::string(key) + "\" is missing: " + what_to_write);
}

Result<std::string> TableReader::text(std::string_view key, std::size_t most, Need need) const
{
    const auto* node = find(key);
    if (node == nullptr) {
        if (need == Need::optional) return std::string();
        return missing(key, "write " + std::string(key) + " = \"…\"");
    }
    if (node->kind != TomlNode::Kind::text) return wrong(key, "this must be text in quotation marks");
    if (const auto fine = check_text(node->text, most); !fine.ok()) return wrong(key, fine.error().detail);
    return node->text;
}

Result<std::string> TableReader::id(std::string_view key, Need need) const
{
    auto out = TRY(text(key, 64, need));
    if (!is_id(out) && !(out.empty() && need == Need::optional)) {
        return wrong(key, "an id is made of a to z, 0 to 9 and hyphens between them, such as \"o1\"");
    }
    return out;
}

Result<std::string> TableReader::one_of(std::string_view key,
                                        std::initializer_list<std::string_view> choices) const
{
    auto out = TRY(text(key, 64));
    if (std::find(choices.begin(), choices.end(), out) != choices.end()) return out;
    std::string all;
    for (const auto choice : choices) all += (all.empty() ? "\"" : ", \"") + std::string(choice) + "\"";
    return wrong(key, "\"" + out + "\" is none of " + all);
}

Result<bool> TableReader::yes_no(std::string_view key) const
{
    const auto* node = find(key);
    if (node == nullptr) return false;
    if (node->kind != TomlNode::Kind::yes_no) return wrong(key, "write true or false, without marks");
    return node->yes;
}

Result<std::optional<std::int64_t>> TableReader::whole(std::string_view key, std::int64_t least,
                                                       std::int64_t most) const
{
    const auto* node = find(key);
    if (node == nullptr) return std::optional<std::int64_t>();
    if (node->kind != TomlNode::Kind::integer || node->integer < least || node->integer > most) {
        return wrong(key, "write a whole number from " + std::to_string(least) + " to " +
                              std::to_string(most) + ", without marks");
    }
    return std::optional<std::int64_t>(node->integer);
}

Result<std::string> TableReader::decimal(std::string_view key, Need need) const
{
    auto out = TRY(text(key, 16, need));
    if (!out.empty() && !is_decimal(out)) {
        return wrong(key, "write a number in quotation marks with a point and at most two decimals, such as "
                          "\"30\" or \"7.5\"");
    }
    return out;
}

Result<Words> TableReader::words(std::string_view key, std::span<const std::string> languages,
                                 std::size_t most, Need need) const
{
    const auto* node = find(key);
    if (node != nullptr) return read_words(*node, m_where + ": " + std::string(key), languages, most);
    if (need == Need::optional) return Words();
    return missing(key, "write " + std::string(key) + "." + languages.front() + " = \"…\"" +
                            (languages.size() > 1 ? " and the same in each other language" : ""));
}

Result<Words> read_words(const TomlNode& node, const std::string& where,
                         std::span<const std::string> languages, std::size_t most)
{
    if (node.kind != TomlNode::Kind::table) {
        return at_line(node.line, where,
                       "write one text a language, such as ." + languages.front() + " = \"…\"");
    }
    Words out;
    for (const auto& member : node.members) {
        if (std::find(languages.begin(), languages.end(), member.key) == languages.end()) {
            return at_line(member.value.line, where,
                           "\"" + member.key.substr(0, 64) +
                               "\" is not among the programme's languages: add it there or take it out here");
        }
        if (member.value.kind != TomlNode::Kind::text) {
            return at_line(member.value.line, where, "this must be text in quotation marks");
        }
        if (const auto fine = check_words(member.value.text, most); !fine.ok()) {
            return at_line(member.value.line, where, member.key + ": " + fine.error().detail);
        }
        out.emplace(member.key, member.value.text);
    }
    for (const auto& language : languages) {
        if (!out.contains(language)) {
            return at_line(node.line, where, "the text in \"" + language + "\" is missing: write it");
        }
    }
    return out;
}

Result<std::vector<std::string>> TableReader::texts(std::string_view key, std::size_t most_items,
                                                    std::size_t most) const
{
    std::vector<std::string> out;
    const auto* node = find(key);
    if (node == nullptr) return out;
    if (node->kind != TomlNode::Kind::list || node->items.size() > most_items) {
        return wrong(key, "write a list of at most " + std::to_string(most_items) + " texts in brackets");
    }
    for (const auto& item : node->items) {
        if (item.kind != TomlNode::Kind::text) return wrong(key, "each item must be text in quotation marks");
        if (const auto fine = check_text(item.text, most); !fine.ok()) return wrong(key, fine.error().detail);
        if (std::find(out.begin(), out.end(), item.text) != out.end()) {
            return wrong(key, "\"" + item.text + "\" stands twice");
        }
        out.push_back(item.text);
    }
    return out;
}

Result<std::vector<const TomlNode*>> TableReader::tables(std::string_view key, std::size_t most_items) const
{
    std::vector<const TomlNode*> out;
    const auto* node = find(key);
    if (node == nullptr) return out;
    if (node->kind != TomlNode::Kind::list || node->items.size() > most_items) {
        return wrong(key, "write at most " + std::to_string(most_items) + " tables, each headed [[" +
                              std::string(key) + "]]");
    }
    for (const auto& item : node->items) out.push_back(&item);
    return out;
}

} // namespace northseal::catalogue
