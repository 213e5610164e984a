#include "kiosk/words/pack.h"

#include <algorithm>
#include <set>

#include "kiosk/words/flat_table.h"
#include "storage/base/text.h"
#include "storage/base/toml_text.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t about_most = 16U << 10;
constexpr std::size_t file_most = 512U << 10;
constexpr std::size_t text_most = 2000; // letters of one text
constexpr const char* index_file = "languages.txt";
constexpr std::size_t index_most = 4096;
constexpr std::size_t tag_most = 16;
constexpr const char* recordings = "/recordings";

using Table = std::map<std::string, std::string, std::less<>>;

bool fail(PackReport& report, PackFault fault, std::string where)
{
    report.fault = fault;
    report.where = std::move(where);
    return false;
}

bool is_tag(const std::string& tag)
{
    return !tag.empty() && tag.size() <= tag_most &&
           tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos && tag != "en" &&
           tag != "fr";
}

// {of_name} is {name} with its article or elision.
std::set<std::string> holes(std::string_view text)
{
    std::set<std::string> out;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) break;
        std::string name(text.substr(open + 1, close - open - 1));
        if (name.starts_with("of_")) name.erase(0, 3);
        out.insert(std::move(name));
    }
    return out;
}

bool read_about(const std::string& folder, PackReport& report, Disk& disk)
{
    const auto bytes = disk.read(folder + "/" + pack_file, about_most);
    if (!bytes) return fail(report, PackFault::nothing_there, pack_file);
    const auto about = parse_toml(text_of(bytes.value()), about_most);
    if (!about) return fail(report, PackFault::not_a_table, pack_file);
    if (const auto* tag = about.value().find("tag")) report.tag = tag->text;
    if (const auto* made_by = about.value().find("made_by")) report.made_by = made_by->text;
    if (!is_tag(report.tag)) return fail(report, PackFault::nameless, "tag");
    return true;
}

bool add_table(const std::string& name, std::string_view text, Table& to, PackReport& report)
{
    const auto table = read_flat_table(text, file_most);
    if (!table) return fail(report, PackFault::not_a_table, name);
    for (const auto& [key, words] : table.value()) {
        // Two files may not disagree about a sentence.
        if (!to.emplace(key, words).second) return fail(report, PackFault::not_a_table, key);
    }
    return true;
}

bool read_tables(const std::string& folder, Table& to, PackReport& report, Disk& disk)
{
    const auto names = disk.list(folder);
    if (!names) return fail(report, PackFault::nothing_there, folder);
    std::size_t all = 0;
    for (const std::string& name : names.value()) {
        if (!name.ends_with(".toml") || name == pack_file) continue;
        const auto bytes = disk.read(folder + "/" + name, file_most);
        if (!bytes) return fail(report, PackFault::too_large, name);
        all += bytes.value().size();
        if (all > pack_words_most) return fail(report, PackFault::too_large, name);
        if (!add_table(name, text_of(bytes.value()), to, report)) return false;
    }
    if (to.empty()) return fail(report, PackFault::nothing_there, "words");
    return true;
}

bool check_text(const std::string& key, std::string& text, const Words& english, const LetterTest& can_draw,
                PackReport& report)
{
    if (!english.has(key)) return fail(report, PackFault::unknown_key, key);
    // What parts a list or a number may be a mere space.
    const bool parts = key.starts_with("list.") || key.starts_with("number.");
    if (text.empty() || (!parts && text.find_first_not_of(' ') == std::string::npos))
        return fail(report, PackFault::empty_text, key);
    if (count_code_points(text) > text_most) return fail(report, PackFault::too_large, key);
    const bool own_order = key.starts_with("date.") || key.starts_with("time.");
    if (!own_order && holes(text) != holes(english.pattern(key)))
        return fail(report, PackFault::other_holes, key);
    auto nfc = to_nfc(text);
    if (!nfc) return fail(report, PackFault::not_a_table, key);
    text = std::move(nfc.value());
    for (const char32_t letter : code_points(text)) {
        if (letter == U'\n' || can_draw(letter)) continue;
        std::string where;
        append_utf8(where, letter);
        return fail(report, PackFault::no_glyph, key + " " + where);
    }
    return true;
}

bool check_recordings(const std::string& folder, const Words& english, PackReport& report, Disk& disk)
{
    const std::string place = folder + recordings;
    if (!disk.exists(place)) return true;
    const auto names = disk.list(place);
    if (!names) return true;
    std::size_t all = 0;
    for (const std::string& name : names.value()) {
        const std::size_t dot = name.rfind('.');
        const std::string key = name.substr(0, dot);
        const std::string kind = dot == std::string::npos ? std::string() : name.substr(dot);
        if (kind != ".wav" || !english.has(key)) return fail(report, PackFault::unknown_key, name);
        const auto bytes = disk.read(place + "/" + name, pack_recording_most);
        if (!bytes) return fail(report, PackFault::too_large, name);
        all += bytes.value().size();
        if (all > pack_recordings_most) return fail(report, PackFault::too_large, name);
        ++report.recordings;
    }
    return true;
}

std::vector<std::string> tags_in(const std::string& folder, Disk& disk)
{
    std::vector<std::string> out;
    const auto bytes = disk.read(folder + "/" + index_file, index_most);
    if (!bytes) return out;
    std::string_view rest = text_of(bytes.value());
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string tag(rest.substr(0, end));
        if (is_tag(tag)) out.push_back(std::move(tag));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

Result<> write_index(const std::string& folder, const std::vector<std::string>& tags, Disk& disk)
{
    std::string text;
    for (const auto& tag : tags) text += tag + "\n";
    return disk.write_durably(folder + "/" + index_file, view(text));
}

Result<> copy_files(const std::string& from, const std::string& to, Disk& disk)
{
    TRY(disk.make_folder(to));
    // What an earlier pack of this language had and this one has not must not be said any more.
    for (const auto& name : TRY(disk.list(to))) TRY(disk.remove(to + "/" + name));
    for (const auto& name : TRY(disk.list(from))) {
        const auto bytes = TRY(disk.read(from + "/" + name, pack_recording_most));
        TRY(disk.write_durably(to + "/" + name, bytes));
    }
    return {};
}

} // namespace

Pack read_pack(const std::string& folder, const Words& english, const LetterTest& can_draw, Disk& disk)
{
    Pack out;
    PackReport& report = out.report;
    report.folder = folder;
    report.all = english.size();
    Table table;
    if (!read_about(folder, report, disk) || !read_tables(folder, table, report, disk)) return out;
    for (auto& [key, text] : table) {
        if (!check_text(key, text, english, can_draw, report)) return out;
    }
    // Without these nobody could choose it.
    for (const char* key : {"language.name", "language.choose"}) {
        if (!table.contains(key)) {
            fail(report, PackFault::nameless, key);
            return out;
        }
    }
    if (!check_recordings(folder, english, report, disk)) return out;
    report.name = table.at("language.name");
    report.has = table.size();
    out.words = Words::of_pack(report.tag, std::move(table), english);
    report.missing = out.words->uncovered();
    return out;
}

Result<> install_pack(const std::string& folder, const PackReport& report, const std::string& into,
                      Disk& disk)
{
    if (report.fault != PackFault::none || !is_tag(report.tag))
        return refused("a pack with a fault is not installed");
    TRY(disk.make_folder(into));
    // It is in the list only while it is whole: out before the first file changes, in again after the last.
    auto tags = tags_in(into, disk);
    std::erase(tags, report.tag);
    TRY(write_index(into, tags, disk));
    const std::string place = into + "/" + report.tag;
    TRY(copy_files(folder, place, disk));
    if (disk.exists(folder + recordings))
        TRY(copy_files(folder + recordings, place + recordings, disk));
    else if (disk.exists(place + recordings))
        for (const auto& name : TRY(disk.list(place + recordings)))
            TRY(disk.remove(place + recordings + "/" + name));
    tags.push_back(report.tag);
    std::sort(tags.begin(), tags.end());
    return write_index(into, tags, disk);
}

std::vector<std::string> packs_in(const std::string& folder, Disk& disk)
{
    std::vector<std::string> out;
    for (const auto& tag : tags_in(folder, disk)) out.push_back(folder + "/" + tag);
    return out;
}

} // namespace northseal::kiosk
