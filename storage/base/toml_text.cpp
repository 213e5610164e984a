#include "storage/base/toml_text.h"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
// The parser asserts what it then checks and reports (a table header that starts with no key): a bad file is
// an error in words here, never the end of the program.
#undef NDEBUG // or it would be told to assume what it asserts
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <toml++/toml.h>

#include "storage/base/text.h"
#include "storage/base/toml_depth.h"

namespace northseal {

namespace {

std::size_t line_of(const toml::node& node, std::size_t inherited)
{
    const auto line = static_cast<std::size_t>(node.source().begin.line);
    return line == 0 ? inherited : line;
}

TomlNode copied(const toml::node& node, std::size_t inherited)
{
    TomlNode out;
    out.line = line_of(node, inherited);
    if (const auto* text = node.as_string()) {
        out.kind = TomlNode::Kind::text;
        out.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        out.kind = TomlNode::Kind::integer;
        out.integer = integer->get();
    } else if (const auto* yes = node.as_boolean()) {
        out.kind = TomlNode::Kind::yes_no;
        out.yes = yes->get();
    } else if (const auto* list = node.as_array()) {
        out.kind = TomlNode::Kind::list;
        for (const auto& item : *list) out.items.push_back(copied(item, out.line));
    } else if (const auto* table = node.as_table()) {
        out.kind = TomlNode::Kind::table;
        for (const auto& [key, value] : *table) {
            const auto line = static_cast<std::size_t>(key.source().begin.line);
            out.members.push_back({std::string(key.str()), copied(value, line == 0 ? out.line : line)});
        }
    }
    return out;
}

} // namespace

const TomlNode* TomlNode::find(std::string_view key) const
{
    for (const auto& member : members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

Result<TomlNode> parse_toml(std::string_view text, std::size_t most_bytes)
{
    if (text.size() > most_bytes) {
        return refused("line 1: the file is larger than " + std::to_string(most_bytes / 1024) +
                       " KiB: shorten it");
    }
    if (!is_utf8(text)) return refused("line 1: the file is not UTF-8: save it as UTF-8");
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3); // some editors put a byte order mark there
    TRY(check_toml_form(text, toml_depth_most));
    const auto parsed = toml::parse(text);
    if (!parsed) {
        return refused("line " + std::to_string(parsed.error().source().begin.line) + ": " +
                       std::string(parsed.error().description()));
    }
    return copied(parsed.table(), 1);
}

} // namespace northseal
