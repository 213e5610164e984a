#pragma once
// Every word a person reads comes from assets/words/LANGUAGE/*.toml: flat tables of strings, keys like
// "home.title", holes like {name}. A count has two keys, ".one" and ".many". What a language does not have is
// taken from English, and said in the coverage report.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/base/disk.h"

namespace northseal::kiosk {

class Words {
public:
    using Fills = std::vector<std::pair<std::string_view, std::string_view>>;

    // `folder` holds one folder a language. Refuses a file that is no flat table of strings.
    static Result<Words> load(const std::string& folder, const std::string& language, Disk&);

    // A language that somebody brought (pack.h), over the English that it falls back to.
    static Words of_pack(std::string language, std::map<std::string, std::string, std::less<>> own,
                         const Words& english);

    const std::string& language() const { return m_language; }
    // A key that no language has comes back as ⟦key⟧, so that it is seen and not silently empty.
    std::string operator()(std::string_view key, const Fills& = {}) const;
    // `key`.one or `key`.many by the rule of the language; {count} is filled with the number as it is
    // written.
    std::string count(std::string_view key, std::int64_t, const Fills& = {}) const;
    bool has(std::string_view key) const; // in this language itself
    // As it stands in the file, holes and all; empty where no language has it.
    std::string_view pattern(std::string_view key) const;

    // Keys that English has and this language does not: what a reader meets in English.
    std::vector<std::string> uncovered() const;
    std::size_t size() const { return m_english.size(); }

    // "Rose", "Rose and Jade", "Rose, Elijah and Jade".
    std::string list(const std::vector<std::string>&) const;
    // 40,000 or 40 000.
    std::string number(std::int64_t) const;

private:
    using Table = std::map<std::string, std::string, std::less<>>;
    static Result<Table> load_table(const std::string& folder, Disk&);

    std::string m_language;
    Table m_own;
    Table m_english;
};

} // namespace northseal::kiosk
