#pragma once
// The files that the catalogue's tests read, and small changes to them.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "storage/catalogue/compile.h"
#include "tests/support/shared.h"

namespace northseal::test {

inline std::string source_file(const std::string& name)
{
    auto text = read_file(std::string(NORTHSEAL_SOURCE_DIR) + "/" + name);
    REQUIRE_MESSAGE(!text.empty(), name);
    return text;
}

inline catalogue::Programme read_fixture(const std::string& name)
{
    auto read = catalogue::read_programme(source_file(name));
    REQUIRE_MESSAGE(read.ok(), name << ": " << (read.ok() ? "" : read.error().detail));
    return std::move(read).value();
}

// All files of one folder: assets/frameworks, or the tests' own.
inline catalogue::Frameworks read_frameworks(const std::string& folder)
{
    catalogue::Frameworks out;
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(NORTHSEAL_SOURCE_DIR) + "/" + folder)) {
        if (file.path().extension() != ".toml") continue;
        const auto added = out.add(read_file(file.path().string()));
        REQUIRE_MESSAGE(added.ok(), file.path().string() << ": " << (added.ok() ? "" : added.error().detail));
    }
    return out;
}

inline catalogue::Issuer demo_issuer()
{
    return {
        "did:web:demo.northseal.invalid",
        "demo.northseal.invalid",
        {{"en", "Northseal demonstration institution"}, {"fr", "Établissement de démonstration Northseal"}},
        "CA",
        "Ontario",
        {{1,
          {{"en", "Demonstration community learning centre"},
           {"fr", "Centre d’apprentissage communautaire de démonstration"}}},
         {2, {{"en", "Demonstration training trailer"}, {"fr", "Roulotte de formation de démonstration"}}}}};
}

// The text with its first `from` replaced: a fixture broken in one place.
inline std::string with(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

} // namespace northseal::test
