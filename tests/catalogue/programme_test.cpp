#include "storage/catalogue/programme.h"

#include <doctest/doctest.h>

#include "storage/base/text.h"
#include "storage/catalogue/framework_check.h"
#include "tests/catalogue/fixtures.h"

using namespace northseal;
using namespace northseal::catalogue;
using namespace northseal::test;

namespace {

const std::string northern = "assets/programmes/northern-mathematics.toml";

std::string refusal(const std::string& toml)
{
    const auto read = read_programme(toml);
    REQUIRE_FALSE(read.ok());
    return read.error().detail;
}

bool says(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("storage/catalogue/programme")
{
    TEST_CASE("the northern mathematics programme is whole in English and in French")
    {
        const auto programme = read_fixture(northern);
        CHECK(programme.illustrative);
        CHECK(programme.languages == std::vector<std::string>{"en", "fr"});
        REQUIRE(programme.outcomes.size() >= 5);
        for (const auto& outcome : programme.outcomes) {
            CHECK(outcome.levels.size() == 4);
            for (const auto& level : outcome.levels) {
                // Five lines of about twenty letters on a level card.
                for (const auto& [language, words] : level.words) CHECK(count_code_points(words) <= 95);
            }
        }
    }

    TEST_CASE("the northern mathematics programme claims no partner, no endorsement and no credit")
    {
        const auto programme = read_fixture(northern);
        CHECK(programme.partners.empty());
        CHECK(programme.endorsements.empty());
        CHECK_FALSE(programme.credits.has_value());
    }

    TEST_CASE("an unknown key is refused with its line and the nearest known key")
    {
        const auto text = refusal(with(source_file(northern), "hours = ", "huors = "));
        CHECK(says(text, "line "));
        CHECK(says(text, "did you mean \"hours\"?"));
    }

    TEST_CASE("a text that lacks one of the languages is refused")
    {
        CHECK(says(refusal(with(source_file(northern), "delivery_mode.fr", "# delivery_mode.fr")),
                   "the text in \"fr\" is missing"));
    }

    TEST_CASE("a text in a language that the programme does not have is refused")
    {
        CHECK(says(refusal(with(source_file(northern), "delivery_mode.fr", "delivery_mode.de")),
                   "not among the programme's languages"));
    }

    TEST_CASE("text that is not in normalization form C, or has an ampersand, is refused")
    {
        CHECK(says(refusal(with(source_file(northern), "Émergent", "E\xcc\x81mergent")), "form C"));
        CHECK(says(refusal(with(source_file(northern), "Emerging", "This & that")), "write the word"));
    }

    TEST_CASE("ids keep to small letters, figures and hyphens")
    {
        CHECK(says(refusal(with(source_file(northern), "id = \"o1\"", "id = \"O 1\"")), "an id is made of"));
    }

    TEST_CASE("what does not resolve is refused: competencies, levels, doubled ids")
    {
        CHECK(says(refusal(with(source_file(northern), "\"quantities\", \"calculating\"", "\"nothing\"")),
                   "there is no competency \"nothing\""));
        CHECK(says(refusal(with(source_file(northern), "required_level = 3", "required_level = 5")),
                   "from 1 to 4"));
        CHECK(says(refusal(with(source_file(northern), "id = \"o2\"", "id = \"o1\"")), "is taken"));
    }

    TEST_CASE("an illustrative programme cannot carry a partner's signature")
    {
        const auto text =
            refusal(source_file(northern) +
                    "\n[[endorsement]]\nby = \"Sample partner\"\ndemand.en = \"a\"\ndemand.fr = "
                    "\"a\"\nperformance.en = \"b\"\nperformance.fr = \"b\"\ncredential = "
                    "\"{}\"\nkey = \"z6Mk\"\n");
        CHECK(says(text, "cannot carry"));
    }

    TEST_CASE("a text that is no TOML, too large or too deep is refused by its line")
    {
        CHECK(says(refusal("northseal = "), "line 1"));
        CHECK(says(refusal(std::string(programme_file_most + 1, '#')), "larger than 256 KiB"));
        std::string deep = "a";
        for (int i = 0; i < 20000; ++i) deep += ".a";
        CHECK(says(refusal(deep + " = 1"), "levels within one another"));
        CHECK(says(refusal("a = " + std::string(20000, '[')), "levels within one another"));
        CHECK(says(refusal("\xff"), "UTF-8"));
    }

    TEST_CASE("letters beyond ASCII stand in texts and remarks only, and a byte order mark is passed over")
    {
        CHECK(says(refusal("nom\u00e9 = 1"), "line 1: a letter with an accent"));
        CHECK(says(refusal("a = 1\nlevel = 0\"\u00e9\""), "line 2: a quotation mark stands inside"));
        CHECK(says(refusal("level = \"x\" \"\u00e9\""), "line 1: a quotation mark stands inside"));
        CHECK(says(refusal("# \u00e9\n\u03c1\n"), "line 2"));
        CHECK(says(refusal("name = \u201cA\u201d"), "straight quotation marks"));
        CHECK(read_programme("\xef\xbb\xbf" + source_file(northern)).ok());
    }

    TEST_CASE("dots and brackets within texts do not count as depth")
    {
        const std::string dots(300, '.');
        CHECK(read_programme(with(source_file(northern), "application of a skill", dots + "[[[")).ok() ==
              false); // too long for its place, and refused for that alone
        CHECK(says(refusal(with(source_file(northern), "application of a skill", dots + "[[[")),
                   "longer than 120"));
    }

    TEST_CASE("each shape of the pilots reads and compiles in each of its languages")
    {
        const auto frameworks = read_frameworks("assets/frameworks");
        for (const auto* shape : {"stack", "ladder", "portfolio", "series", "research"}) {
            const auto programme = read_fixture("tests/catalogue/shapes/" + std::string(shape) + ".toml");
            CHECK(programme.shape == shape);
            CHECK(check_framework(programme, frameworks).conforms());
            for (const auto& language : programme.languages) {
                CHECK(compile_template(programme, demo_issuer(), frameworks, language).ok());
            }
        }
    }

    TEST_CASE("a shape without what it needs is refused")
    {
        const auto shape = [](const std::string& name) {
            return source_file("tests/catalogue/shapes/" + name + ".toml");
        };
        CHECK(says(refusal(with(shape("stack"), "kind = \"requires\"", "kind = \"leads_to\"")), "a stack"));
        CHECK(says(refusal(with(shape("series"), "shape = \"series\"", "shape = \"ladder\"")), "a ladder"));
        CHECK(says(refusal(with(shape("series"), "kind = \"part_of\"", "kind = \"requires\"")), "a series"));
        CHECK(says(refusal(with(shape("portfolio"), "\"required\"", "\"allowed\"")), "a portfolio"));
        CHECK(says(refusal(with(shape("research"), "purpose.en", "# purpose.en")), "purpose"));
    }

    TEST_CASE("the example of the README is one that can be read")
    {
        const auto text = source_file("storage/catalogue/README.md");
        const auto begin = text.find("northseal = \"programme 1\"");
        const auto read = read_programme(text.substr(begin, text.find("```", begin) - begin));
        CHECK_MESSAGE(read.ok(), (read.ok() ? "" : read.error().detail));
    }
}
