#include "kiosk/words/words.h"

#include "kiosk/words/flat_table.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t words_file_most = 512 * 1024;

Result<> add_file(std::map<std::string, std::string, std::less<>>& to, const std::string& path,
                  std::string_view text)
{
    const auto table = read_flat_table(text, words_file_most);
    if (!table) return refused(path + ", " + table.error().detail);
    for (const auto& [key, words] : table.value()) {
        if (!to.emplace(key, words).second)
            return refused(path + ": \"" + key + "\" stands in another file too");
    }
    return {};
}

std::string filled(std::string_view pattern, const Words::Fills& fills)
{
    std::string out;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        out += pattern.substr(0, open);
        bool found = false;
        for (const auto& [hole, value] : fills) {
            if (hole != name) continue;
            out += value;
            found = true;
            break;
        }
        if (!found) out += pattern.substr(open, close - open + 1);
        pattern.remove_prefix(close + 1);
    }
    out += pattern;
    return out;
}

} // namespace

Result<Words::Table> Words::load_table(const std::string& folder, Disk& disk)
{
    Table table;
    const auto names = TRY(disk.list(folder));
    for (const std::string& name : names) {
        if (!name.ends_with(".toml")) continue;
        const std::string path = folder + "/" + name;
        const Bytes bytes = TRY(disk.read(path, words_file_most));
        TRY(add_file(table, path, text_of(bytes)));
    }
    if (table.empty()) return Error{Fault::not_found, "there are no words in " + folder};
    return table;
}

Result<Words> Words::load(const std::string& folder, const std::string& language, Disk& disk)
{
    const bool plain_name = !language.empty() && language.size() <= 16 &&
                            language.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
    if (!plain_name) return refused("\"" + language + "\" is no language: write en, fr or a pack's own tag");
    Words words;
    words.m_language = language;
    words.m_english = TRY(load_table(folder + "/en", disk));
    if (language == "en")
        words.m_own = words.m_english;
    else
        words.m_own = TRY(load_table(folder + "/" + language, disk));
    return words;
}

Words Words::of_pack(std::string language, Table own, const Words& english)
{
    Words words;
    words.m_language = std::move(language);
    words.m_own = std::move(own);
    words.m_english = english.m_english;
    return words;
}

std::string_view Words::pattern(std::string_view key) const
{
    const auto own = m_own.find(key);
    if (own != m_own.end()) return own->second;
    const auto english = m_english.find(key);
    return english != m_english.end() ? std::string_view(english->second) : std::string_view();
}

std::string Words::operator()(std::string_view key, const Fills& fills) const
{
    const auto own = m_own.find(key);
    if (own != m_own.end()) return filled(own->second, fills);
    const auto english = m_english.find(key);
    if (english != m_english.end()) return filled(english->second, fills);
    return "⟦" + std::string(key) + "⟧";
}

std::string Words::count(std::string_view key, std::int64_t count, const Fills& fills) const
{
    // French counts nought with one; English does not.
    const bool one = count == 1 || (count == 0 && m_language == "fr");
    const std::string figure = number(count);
    Fills all = fills;
    all.emplace_back("count", figure);
    return (*this)(std::string(key) + (one ? ".one" : ".many"), all);
}

bool Words::has(std::string_view key) const
{
    return m_own.find(key) != m_own.end();
}

std::vector<std::string> Words::uncovered() const
{
    std::vector<std::string> out;
    for (const auto& [key, value] : m_english) {
        if (!has(key)) out.push_back(key);
    }
    return out;
}

std::string Words::list(const std::vector<std::string>& items) const
{
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? (*this)("list.and") : (*this)("list.comma");
        out += items[i];
    }
    return out;
}

std::string Words::number(std::int64_t value) const
{
    const std::string digits = std::to_string(value < 0 ? -value : value);
    // Four figures stand together in French and in English; five and more are grouped.
    const std::string group = digits.size() > 4 ? (*this)("number.group") : std::string();
    std::string out = value < 0 ? "-" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += group;
        out += digits[i];
    }
    return out;
}

} // namespace northseal::kiosk
