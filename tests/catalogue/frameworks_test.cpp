#include "storage/catalogue/frameworks.h"

#include <doctest/doctest.h>

#include "tests/catalogue/fixtures.h"

using namespace northseal;
using namespace northseal::catalogue;
using namespace northseal::test;

TEST_SUITE("storage/catalogue/frameworks")
{
    TEST_CASE("an entry is shown in the language asked for where it was looked up in it")
    {
        const auto frameworks = read_frameworks("assets/frameworks");
        const auto found = frameworks.find_entry("esco", "analytical-calculations", "fr");
        REQUIRE(found.has_value());
        CHECK(found->language == "fr");
        CHECK(found->entry->label == "exécuter des calculs mathématiques et analytiques");
    }

    TEST_CASE("an entry that was looked up in English only says so in French")
    {
        const auto frameworks = read_frameworks("assets/frameworks");
        const auto found = frameworks.find_entry("sct", "numeracy", "fr");
        REQUIRE(found.has_value());
        CHECK(found->entry->label == "Numeracy");
        CHECK(found->framework_name.ends_with("(en)"));
    }

    TEST_CASE("what is not there is not made up")
    {
        const auto frameworks = read_frameworks("assets/frameworks");
        CHECK_FALSE(frameworks.find_entry("esco", "anything", "en").has_value());
        CHECK_FALSE(frameworks.find_entry("anything", "numeracy", "en").has_value());
        CHECK(frameworks.find("anything") == nullptr);
    }

    TEST_CASE("an entry without source, date or whole address is refused by its line")
    {
        const auto file = source_file("assets/frameworks/noc-2021.toml");
        const auto refused_for = [](const std::string& toml) {
            Frameworks frameworks;
            const auto added = frameworks.add(toml);
            REQUIRE_FALSE(added.ok());
            CHECK(added.error().detail.starts_with("line "));
            return added.error().detail;
        };
        CHECK(refused_for(with(file, "source = ", "# source = ")).find("source") != std::string::npos);
        CHECK(refused_for(with(file, "2026-11-24", "yesterday")).find("looked_up") != std::string::npos);
        CHECK(refused_for(with(file, "https://", "")).find("url") != std::string::npos);
        CHECK(refused_for(with(file, "code = ", "kode = ")).find("did you mean \"code\"") !=
              std::string::npos);
    }

    TEST_CASE("two files of one framework are refused")
    {
        Frameworks frameworks;
        const auto file = source_file("assets/frameworks/esco.toml");
        CHECK(frameworks.add(file).ok());
        CHECK_FALSE(frameworks.add(file).ok());
    }
}
