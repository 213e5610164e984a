// Layouts of the on-screen keyboard, read from assets/keyboards.

#include <algorithm>
#include <sstream>

#include "kiosk/widgets/keyboard.h"
#include "storage/base/text.h"
#include "storage/base/toml_text.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t file_most = 64U << 10U;
constexpr std::size_t rows_most = 5;
constexpr std::size_t keys_most = 12;

std::string text_in(const TomlNode& file, const char* name) // empty where there is none
{
    const TomlNode* node = file.find(name);
    return node == nullptr ? std::string{} : node->text;
}

std::vector<std::string> split(const std::string& text)
{
    std::istringstream words(text);
    std::vector<std::string> out;
    for (std::string word; words >> word;) out.push_back(word);
    return out;
}

Result<std::vector<std::vector<std::string>>> rows_of(const TomlNode& file, const char* name)
{
    std::vector<std::vector<std::string>> out;
    const TomlNode* rows = file.find(name);
    if (rows == nullptr) return out;
    for (const TomlNode& row : rows->items) {
        if (row.kind != TomlNode::Kind::text)
            return refused(std::string(name) + " must be a list of rows of keys");
        std::vector<std::string> keys = split(row.text);
        if (keys.empty() || keys.size() > keys_most)
            return refused(std::string(name) + " has a row of " + std::to_string(keys.size()) +
                           " keys; 1 to 12 fit");
        out.push_back(std::move(keys));
    }
    if (out.size() > rows_most) return refused(std::string(name) + " has more than five rows");
    return out;
}

std::vector<std::pair<std::string, std::string>> pairs_of(const TomlNode& file, const char* name)
{
    std::vector<std::pair<std::string, std::string>> out;
    if (const TomlNode* pairs = file.find(name)) {
        for (const auto& [from, to] : pairs->members) out.emplace_back(from, to.text);
    }
    return out;
}

void add_accents(std::vector<std::vector<Key>>& rows, const TomlNode& file)
{
    const std::vector<std::string> raised = split(text_in(file, "finals"));
    for (std::vector<Key>& row : rows) {
        for (Key& key : row) key.raised = std::find(raised.begin(), raised.end(), key.text) != raised.end();
    }
    for (const auto& [from, offered] : pairs_of(file, "accents")) {
        for (std::vector<Key>& row : rows) {
            for (Key& key : row) {
                if (key.text == from) key.accents = split(offered);
                if (key.shifted == from && key.text != key.shifted) key.shifted_accents = split(offered);
            }
        }
    }
}

Result<std::vector<std::vector<Key>>> keys_of(const TomlNode& file)
{
    const auto plain = TRY(rows_of(file, "rows"));
    const auto shifted = TRY(rows_of(file, "shifted"));
    if (plain.size() < 3) return refused("rows must hold three to five rows");
    std::vector<std::vector<Key>> out;
    for (std::size_t row = 0; row < plain.size(); ++row) {
        if (!shifted.empty() && (shifted.size() != plain.size() || shifted[row].size() != plain[row].size()))
            return refused("shifted must have as many keys as rows, row by row");
        out.emplace_back();
        for (std::size_t key = 0; key < plain[row].size(); ++key)
            out.back().push_back(
                {plain[row][key], shifted.empty() ? plain[row][key] : shifted[row][key], {}, {}, false});
    }
    add_accents(out, file);
    return out;
}

Result<KeyboardLayout> read_layout(const TomlNode& file)
{
    KeyboardLayout out;
    out.id = text_in(file, "id");
    for (const auto& [language, name] : pairs_of(file, "names")) out.names[language] = name;
    out.language = text_in(file, "language");
    out.switch_label = text_in(file, "switch");
    out.source = text_in(file, "source");
    if (out.id.empty() || out.name("en").empty() || out.switch_label.empty() || out.source.empty())
        return refused("id, an English name, switch and source must all be there");
    if (count_code_points(out.switch_label) > 4) return refused("switch may hold four letters at most");
    out.rows = TRY(keys_of(file));
    out.has_shift = file.find("shifted") != nullptr;
    const auto signs = TRY(rows_of(file, "signs"));
    for (const auto& row : signs) {
        out.signs.emplace_back();
        for (const std::string& key : row) out.signs.back().push_back({key, key, {}, {}, false});
    }
    out.lengthen = pairs_of(file, "lengthen");
    out.add_w = pairs_of(file, "add_w");
    for (const auto& [from, offered] : pairs_of(file, "accents")) {
        if (from == "-") out.hyphen_accents = split(offered);
    }
    return out;
}

Result<KeyboardLayout> parse_layout(std::string_view text)
{
    return read_layout(TRY(parse_toml(text, file_most)));
}

} // namespace

const std::string& KeyboardLayout::name(const std::string& language) const
{
    static const std::string none;
    const auto own = names.find(language);
    if (own != names.end()) return own->second;
    const auto english = names.find("en");
    return english == names.end() ? none : english->second;
}

Result<std::vector<KeyboardLayout>> load_keyboards(const std::string& folder, Disk& disk)
{
    std::vector<KeyboardLayout> out;
    const std::vector<std::string> names = TRY(disk.list(folder));
    for (const std::string& name : names) {
        if (!name.ends_with(".toml")) continue;
        const Bytes bytes = TRY(disk.read(folder + "/" + name, file_most));
        Result<KeyboardLayout> layout = parse_layout(text_of(bytes));
        if (!layout.ok())
            return Error{layout.error().fault,
                         "the keyboard " + folder + "/" + name + ": " + layout.error().detail};
        out.push_back(std::move(layout).value());
    }
    if (out.empty()) return Error{Fault::not_found, "there is no keyboard in " + folder};
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::pair(a.language.empty(), a.name("en")) < std::pair(b.language.empty(), b.name("en"));
    });
    return out;
}

} // namespace northseal::kiosk
