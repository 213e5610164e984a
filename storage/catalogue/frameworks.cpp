#include "storage/catalogue/frameworks.h"

#include "storage/base/clock.h"
#include "storage/catalogue/table_reader.h"

namespace northseal::catalogue {

namespace {

// Addresses are signed as they stand: absolute, and without what a URL or an HTML page would read otherwise.
bool is_address(std::string_view url)
{
    if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
    return url.find_first_of(" \"<>\\^`{|}&") == std::string_view::npos;
}

Result<FrameworkEntry> read_entry(const TomlNode& node, const std::string& where)
{
    const auto table =
        TRY(TableReader::open(node, where, {"label", "code", "url", "source", "looked_up", "edition"}));
    FrameworkEntry out;
    out.label = TRY(table.text("label", 300));
    out.code = TRY(table.text("code", 64, Need::optional));
    out.url = TRY(table.text("url", 300));
    if (!is_address(out.url)) return table.wrong("url", "write the whole address, from https:// on");
    out.source = TRY(table.text("source", 500));
    out.looked_up = TRY(table.text("looked_up", 10));
    if (!from_date_time(out.looked_up + "T00:00:00Z").ok()) {
        return table.wrong("looked_up", "write the day as \"2026-11-24\"");
    }
    out.edition = TRY(table.text("edition", 200, Need::optional));
    return out;
}

Result<std::map<std::string, std::string>> read_names(const TableReader& table)
{
    std::vector<std::string> languages;
    if (const auto* names = table.find("name")) {
        for (const auto& member : names->members) languages.push_back(member.key);
    }
    if (languages.empty()) languages.emplace_back("en");
    return table.words("name", languages, 200);
}

} // namespace

Result<> Frameworks::add(std::string_view toml)
{
    const auto root = TRY(parse_toml(toml, framework_file_most));
    const auto table =
        TRY(TableReader::open(root, "the framework", {"northseal", "id", "kind", "name", "entry"}));
    TRY(table.one_of("northseal", {"framework 1"}));
    Framework out;
    out.id = TRY(table.id("id"));
    out.kind = TRY(table.one_of("kind", {"skills", "occupations"}));
    out.name = TRY(read_names(table));
    const auto* entries = table.find("entry");
    if (entries == nullptr || entries->kind != TomlNode::Kind::table) {
        return table.wrong("entry", "write one table an entry and language, such as [entry.numeracy.en]");
    }
    for (const auto& entry : entries->members) {
        if (!is_id(entry.key)) {
            return table.wrong("entry", "\"" + entry.key.substr(0, 64) +
                                            "\" is no key: write a to z, 0 to 9 and hyphens");
        }
        for (const auto& language : entry.value.members) {
            const auto where = "entry " + entry.key + "." + language.key.substr(0, 16);
            out.entries[entry.key][language.key] = TRY(read_entry(language.value, where));
        }
    }
    const auto id = out.id;
    if (!m_frameworks.emplace(id, std::move(out)).second) {
        return refused("line 1: the framework \"" + id + "\" was read already: keep one file of it");
    }
    return {};
}

const Framework* Frameworks::find(const std::string& id) const
{
    const auto found = m_frameworks.find(id);
    return found == m_frameworks.end() ? nullptr : &found->second;
}

std::optional<FoundEntry> Frameworks::find_entry(const std::string& framework, const std::string& entry,
                                                 const std::string& language) const
{
    const auto* of = find(framework);
    if (of == nullptr) return std::nullopt;
    const auto by_language = of->entries.find(entry);
    if (by_language == of->entries.end() || by_language->second.empty()) return std::nullopt;
    auto found = by_language->second.find(language);
    if (found == by_language->second.end()) found = by_language->second.find("en");
    if (found == by_language->second.end()) found = by_language->second.begin();
    auto name = of->name.find(language);
    if (name == of->name.end()) name = of->name.find("en");
    if (name == of->name.end()) name = of->name.begin();
    auto shown = found->second.edition.empty() ? name->second : found->second.edition;
    if (found->first != language) shown += " (" + found->first + ")"; // the label is in that language
    return FoundEntry{of, &found->second, found->first, std::move(shown)};
}

} // namespace northseal::catalogue
