#include "kiosk/words/flat_table.h"

#include "storage/base/toml_text.h"

namespace northseal::kiosk {

Result<std::vector<std::pair<std::string, std::string>>> read_flat_table(std::string_view toml,
                                                                         std::size_t most_bytes)
{
    auto table = TRY(parse_toml(toml, most_bytes));
    std::vector<std::pair<std::string, std::string>> out;
    out.reserve(table.members.size());
    for (auto& [key, node] : table.members) {
        if (node.kind != TomlNode::Kind::text) {
            return refused("line " + std::to_string(node.line) + ": \"" + key +
                           "\" is no text; write one line: \"key\" = \"words\"");
        }
        out.emplace_back(std::move(key), std::move(node.text));
    }
    return out;
}

} // namespace northseal::kiosk
