#pragma once
// Competency frameworks that programmes align to (ESCO, NOC 2021, OaSIS, Skills and Competencies Taxonomy):
// the entries that were looked up, each with label, identifier, source and date. Files in assets/frameworks;
// nothing is invented.

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
    std::string source;
    std::string looked_up; // date, YYYY-MM-DD
};

struct Framework {
    std::string id;
    std::map<std::string, std::string> name;                              // by language
    std::map<std::string, std::map<std::string, FrameworkEntry>> entries; // key -> language -> entry
};

class Frameworks {
public:
    Result<> add(std::string_view toml); // one file of assets/frameworks
    const Framework* find(const std::string& id) const;

private:
    std::map<std::string, Framework> m_frameworks;
};

} // namespace northseal::catalogue
