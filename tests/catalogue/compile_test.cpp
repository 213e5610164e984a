#include "storage/catalogue/compile.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/base/random.h"
#include "tests/catalogue/fixtures.h"

using namespace northseal;
using namespace northseal::catalogue;
using namespace northseal::test;

namespace {

Frameworks frameworks()
{
    return read_frameworks("tests/catalogue/frameworks");
}

Json compiled(const Programme& programme, const std::string& language = "en")
{
    const auto text = compile_template(programme, demo_issuer(), frameworks(), language);
    REQUIRE_MESSAGE(text.ok(), (text.ok() ? "" : text.error().detail));
    return parse_json(text.value()).value();
}

void check_reference(const std::string& language)
{
    const auto expected = source_file("tests/vectors/reference/template-" + language + ".json");
    const auto text = compile_template(read_fixture("tests/catalogue/reference.toml"), demo_issuer(),
                                       frameworks(), language);
    REQUIRE_MESSAGE(text.ok(), (text.ok() ? "" : text.error().detail));
    CHECK(text.value() == canonical_json(parse_json(expected).value()));
}

} // namespace

TEST_SUITE("storage/catalogue/compile")
{
    TEST_CASE("the reference programme compiles to the reference templates, byte for byte")
    {
        check_reference("en");
        check_reference("fr");
    }

    TEST_CASE("an illustrative programme can be awarded as a specimen only")
    {
        auto programme = read_fixture("tests/catalogue/reference.toml");
        programme.illustrative = true;
        const auto json = compiled(programme);
        CHECK(json["credential"]["specimen"] == Json{{"$claim", "specimen"}, {"as", "true"}});
    }

    TEST_CASE("a programme that asks for a witness has no certificate without one")
    {
        auto programme = read_fixture("tests/catalogue/reference.toml");
        programme.witness_required = true;
        CHECK(compiled(programme)["credential"]["credentialSubject"]["witness"] ==
              Json{{"$claim", "witness"}, {"as", "text"}});
    }

    TEST_CASE("expiry counts from the award's own date, not from its correction")
    {
        auto programme = read_fixture("tests/catalogue/reference.toml");
        programme.valid_months = 24;
        const auto until = compiled(programme)["credential"]["validUntil"];
        CHECK(until["then"] == Json{{"$claim", "awardedDate"}, {"as", "date-time"}, {"months", 24}});
        CHECK(until["else"] == Json{{"$claim", "validFrom"}, {"as", "date-time"}, {"months", 24}});
    }

    TEST_CASE("credits are a number of the template, and whole ones have no point")
    {
        auto programme = read_fixture("tests/catalogue/reference.toml");
        programme.credits = "0.5";
        CHECK(compiled(programme)["credential"]["credentialSubject"]["creditsEarned"].dump() == "0.5");
        programme.credits = "3";
        CHECK(compiled(programme)["credential"]["credentialSubject"]["achievement"]["creditsAvailable"]
                  .dump() == "3");
    }

    TEST_CASE("an alignment that nobody looked up is refused by name")
    {
        auto programme = read_fixture("tests/catalogue/reference.toml");
        programme.alignments.push_back({"esco", "made-up"});
        const auto text = compile_template(programme, demo_issuer(), frameworks(), "en");
        REQUIRE_FALSE(text.ok());
        CHECK(text.error().detail.find("made-up") != std::string::npos);
    }

    TEST_CASE("evidence files have no place where the programme keeps none")
    {
        auto programme = read_fixture("tests/catalogue/reference.toml");
        programme.evidence_files = false;
        CHECK(compiled(programme)["credential"]["evidence"].size() == 1);
    }

    TEST_CASE("the name xsd is never defined")
    {
        auto programme = read_fixture("tests/catalogue/reference.toml");
        CHECK_FALSE(compiled(programme)["credential"]["@context"][2].contains("xsd"));
    }

    TEST_CASE("an issuer whose DID and host differ, or whose sites have a gap, is refused")
    {
        const auto programme = read_fixture("tests/catalogue/reference.toml");
        auto issuer = demo_issuer();
        issuer.host = "other.invalid";
        CHECK_FALSE(compile_template(programme, issuer, frameworks(), "en").ok());
        issuer = demo_issuer();
        issuer.sites[1].number = 3;
        CHECK_FALSE(compile_template(programme, issuer, frameworks(), "en").ok());
        CHECK_FALSE(compile_template(programme, demo_issuer(), frameworks(), "oj").ok());
    }

    TEST_CASE("every programme compiles into templates that prove equal by both paths")
    {
        const auto looked_up = read_frameworks("assets/frameworks");
        for (const auto* file :
             {"assets/programmes/northern-mathematics.toml", "tests/catalogue/shapes/stack.toml",
              "tests/catalogue/shapes/ladder.toml", "tests/catalogue/shapes/portfolio.toml",
              "tests/catalogue/shapes/series.toml", "tests/catalogue/shapes/research.toml"}) {
            const auto programme = read_fixture(file);
            for (const auto& language : programme.languages) {
                const auto text = compile_template(programme, demo_issuer(), looked_up, language);
                REQUIRE(text.ok());
                const auto read = credential::Template::read(text.value());
                REQUIRE_MESSAGE(read.ok(), file << ": " << (read.ok() ? "" : read.error().detail));
                SeededRandom random(5);
                CHECK(read.value().prove(random, 4).ok());
            }
        }
    }

    TEST_CASE("a programme in a language of its own brings the words that its certificates need")
    {
        auto programme = read_fixture("tests/catalogue/shapes/ladder.toml");
        const auto looked_up = read_frameworks("assets/frameworks");
        auto toml = source_file("tests/catalogue/shapes/ladder.toml");
        for (std::size_t at = 0; (at = toml.find("en = \"", at)) != std::string::npos; at += 2) {
            toml.replace(at, 2, "xx");
        }
        toml = with(toml, "[\"en\"]", "[\"xx\"]");
        auto issuer = demo_issuer();
        issuer.name["xx"] = issuer.name["en"];
        for (auto& site : issuer.sites) site.name["xx"] = site.name["en"];
        const auto bare = read_programme(toml);
        REQUIRE_MESSAGE(bare.ok(), (bare.ok() ? "" : bare.error().detail));
        CHECK_FALSE(compile_template(bare.value(), issuer, looked_up, "xx").ok());
        const auto brought =
            read_programme(toml + "\n[certificate_words.xx]\ntime_source = [\"a\", \"b\", \"c\"]\n"
                                  "identity_grade = [\"d\", \"e\", \"f\"]\n"
                                  "supervision = [\"g\", \"h\", \"i\"]\nevidence_item = \"j\"\n");
        REQUIRE_MESSAGE(brought.ok(), (brought.ok() ? "" : brought.error().detail));
        CHECK(compile_template(brought.value(), issuer, looked_up, "xx").ok());
    }
}
