// A programme file from anywhere: reading, checking and compiling it ends in a value or in an error that says
// something, and whatever reads can be checked and compiles or says why not.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "storage/catalogue/compile.h"
#include "storage/catalogue/framework_check.h"

using namespace northseal;

namespace {

catalogue::Frameworks read_frameworks()
{
    catalogue::Frameworks out;
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/frameworks")) {
        std::ifstream text(file.path(), std::ios::binary);
        const std::string toml{std::istreambuf_iterator<char>(text), std::istreambuf_iterator<char>()};
        if (!out.add(toml).ok()) std::abort();
    }
    return out;
}

// Names in any language that a programme may have.
catalogue::Issuer issuer_in(const std::vector<std::string>& languages)
{
    catalogue::Issuer out{"did:web:fuzz.invalid", "fuzz.invalid", {}, "CA", "Ontario", {{1, {}}}};
    for (const auto& language : languages) {
        out.name[language] = "Sample institution";
        out.sites[0].name[language] = "Sample site";
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto frameworks = read_frameworks();
    const std::string_view toml(reinterpret_cast<const char*>(data), size);
    catalogue::Frameworks more;
    if (const auto added = more.add(toml); !added.ok() && added.error().detail.empty()) std::abort();
    const auto programme = catalogue::read_programme(toml);
    if (!programme.ok()) {
        if (programme.error().detail.empty()) std::abort();
        return 0;
    }
    const auto report = catalogue::check_framework(programme.value(), frameworks);
    if (report.findings.size() != catalogue::framework_criteria) std::abort();
    const auto issuer = issuer_in(programme.value().languages);
    for (const auto& language : programme.value().languages) {
        const auto text = catalogue::compile_template(programme.value(), issuer, frameworks, language);
        if (!text.ok()) continue;
        const auto again = catalogue::compile_template(programme.value(), issuer, frameworks, language);
        if (!again.ok() || text.value() != again.value()) std::abort();
    }
    return 0;
}
