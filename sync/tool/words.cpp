#include "sync/tool/words.h"

#include "storage/base/toml_text.h"

namespace northseal::tool {
namespace {

constexpr std::size_t words_most = 256U << 10;

std::string find_words(const TomlNode& table, const std::string& key)
{
    if (const auto* found = table.find(key)) return found->text;
    return {};
}

} // namespace

VerdictWords verdict_words(Tool& tool, const std::string& language, std::string_view verdict)
{
    VerdictWords out;
    const auto bytes = tool.disk.read(tool.assets + "/words/" + language + "/verdict.toml", words_most);
    if (bytes.ok()) {
        const auto table = parse_toml(text_of(bytes.value()), words_most);
        const auto key = "verdict." + std::string(verdict);
        if (table.ok()) {
            out.title = find_words(table.value(), key + ".title");
            out.sentence = find_words(table.value(), key + ".sentence");
            out.what_next = find_words(table.value(), key + ".what_next");
        }
    }
    if (out.title.empty()) {
        out.title = verdict;
        std::replace(out.title.begin(), out.title.end(), '_', ' ');
    }
    return out;
}

} // namespace northseal::tool
