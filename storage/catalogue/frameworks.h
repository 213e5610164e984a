#pragma once
// Competency frameworks that programmes align to (ESCO, NOC 2021, OaSIS, Skills and Competencies Taxonomy):
// the entries that were looked up, each with label, identifier, source and date. Files in assets/frameworks
// (README, "Framework file"); nothing is invented.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "storage/base/result.h"

namespace northseal::catalogue {

struct FrameworkEntry {
    std::string label;
    std::string code; // may be empty
    std::string url;
    std::string source;    // where label and identifier were seen together
    std::string looked_up; // date, YYYY-MM-DD
    std::string
        edition; // stands for the framework's name where this entry is of another edition; may be empty
};

struct Framework {
    std::string id;
    std::string kind;                                                     // "skills" or "occupations"
    std::map<std::string, std::string> name;                              // by language
    std::map<std::string, std::map<std::string, FrameworkEntry>> entries; // key -> language -> entry
};

// One entry as a programme in some language shows it.
struct FoundEntry {
    const Framework* framework;
    const FrameworkEntry* entry; // in the language asked for, else in English, else in the first there is
    std::string language;        // of the entry
    std::string framework_name;  // as it stands in targetFramework
};

constexpr std::size_t framework_file_most = 256 * 1024;

class Frameworks {
public:
    Result<> add(std::string_view toml); // one file of assets/frameworks
    const Framework* find(const std::string& id) const;
    std::optional<FoundEntry> find_entry(const std::string& framework, const std::string& entry,
                                         const std::string& language) const;

private:
    std::map<std::string, Framework> m_frameworks;
};

} // namespace northseal::catalogue
