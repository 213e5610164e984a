#include "sync/tool/assets.h"

#include <cstdlib>
#include <set>

namespace northseal::tool {
namespace {

constexpr std::size_t framework_file_most = 1U << 20;
constexpr std::size_t words_needed = 2048; // eleven bits a word: 66 for six, behind Argon2id

} // namespace

std::string assets_folder()
{
    const char* set = std::getenv("NORTHSEAL_ASSETS");
    return set != nullptr && *set != '\0' ? set : NORTHSEAL_ASSETS_FOLDER;
}

Result<catalogue::Frameworks> load_frameworks(Tool& tool)
{
    catalogue::Frameworks out;
    const auto folder = tool.assets + "/frameworks";
    const auto names = tool.disk.list(folder);
    if (!names.ok()) {
        return Error{Fault::not_found, "the frameworks are not at " + folder +
                                           ": set NORTHSEAL_ASSETS to the folder \"assets\""};
    }
    for (const auto& name : names.value()) {
        if (!name.ends_with(".toml")) continue;
        const auto bytes = TRY(tool.disk.read(folder + "/" + name, framework_file_most));
        const auto added = out.add(text_of(bytes));
        if (!added.ok()) return corrupt(folder + "/" + name + ": " + added.error().detail);
    }
    return out;
}

Result<std::string> draw_words(Tool& tool, std::size_t count)
{
    const auto path = tool.assets + "/words/passphrase.txt";
    const auto bytes = TRY(tool.disk.read(path, 1U << 20));
    std::set<std::string> all;
    auto rest = text_of(bytes);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (end > 0) all.emplace(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (all.size() < words_needed) return corrupt(path + " has fewer than 2048 words");
    const std::vector<std::string> list(all.begin(), all.end());
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += (out.empty() ? "" : " ") + list[static_cast<std::size_t>(tool.random.below(list.size()))];
    }
    return out;
}

Result<institution::WordList> load_word_list(Tool& tool)
{
    const auto path = tool.assets + "/words/passphrase.txt";
    const auto bytes = TRY(tool.disk.read(path, institution::word_list_most));
    auto list = institution::WordList::read(text_of(bytes));
    if (!list.ok()) return corrupt(path + ": " + list.error().detail);
    return list;
}

} // namespace northseal::tool
