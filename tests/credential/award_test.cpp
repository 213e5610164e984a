#include "storage/credential/award.h"

#include <doctest/doctest.h>

#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

TEST_SUITE("storage/credential/award")
{
    TEST_CASE("what stands on paper is what was signed")
    {
        const auto award = read_award(reference_json("credential-en-full.json")).value();
        CHECK(award.holder == "Sample Learner Northwater");
        CHECK(award.holder_number == "10482213");
        CHECK(award.language == "en");
        CHECK(award.institution == "Northseal demonstration institution");
        CHECK(award.code == "DEMO-MATH-1");
        CHECK(award.hours == "30");
        CHECK(award.site == "Demonstration community learning centre");
        CHECK(award.witness == "Demo Witness");
        CHECK(award.evidence_items == 2);
        CHECK(award.narrative.starts_with("Cut and fitted a ramp"));
        CHECK(award.awarded_date == "2026-05-22T15:04:05Z");
        CHECK(award.alignments[0] == "Numerical Ability (Skills and Competencies Taxonomy 2023 Version 1.0 "
                                     "(OaSIS, Employment and Social Development Canada))");
        CHECK(award.status_entry == "https://demo.northseal.invalid/status/5#44641");
        CHECK(award.verification_method == "did:web:demo.northseal.invalid#kiosk-m2xd");
        CHECK(award.specimen);
    }

    TEST_CASE("outcomes have the levels that were reached, and levels have their order from what they say")
    {
        auto json = reference_json("credential-en-typical.json");
        auto& rungs =
            json["credentialSubject"]["achievement"]["resultDescription"][2]["rubricCriterionLevel"];
        std::reverse(rungs.begin(), rungs.end());
        const auto award = read_award(json).value();
        REQUIRE(award.outcomes.size() == 5);
        const auto& outcome = award.outcomes[2];
        CHECK(outcome.name == "Use ratio, rate and proportion");
        CHECK(outcome.levels[0].name == "Beginning");
        CHECK(outcome.achieved == 4);
        CHECK_FALSE(outcome.levels[1].meets_standard);
        CHECK(outcome.levels[2].meets_standard);
        CHECK(award.outcomes[0].achieved == 3);
    }

    TEST_CASE("an outcome without a result was not assessed")
    {
        auto claims = reference_claims("en-typical");
        claims.levels[4] = 0;
        const auto json = reference_template("en").fill(claims).value();
        CHECK(read_award(json).value().outcomes[4].achieved == 0);
    }

    TEST_CASE("a name in syllabics is read as it was written")
    {
        const auto award = read_award(reference_json("credential-en-syllabics.json")).value();
        CHECK(award.holder == reference_claims("en-syllabics").learner_name);
    }

    TEST_CASE("a credential that is none, or whose result names no level, is refused")
    {
        CHECK_FALSE(read_award(Json("x")).ok());
        CHECK_FALSE(read_award(reference_json("status-3.json")).ok());
        auto json = reference_json("credential-en-typical.json");
        json["credentialSubject"]["result"][0]["achievedLevel"] = "https://elsewhere.example/l9";
        CHECK_FALSE(read_award(json).ok());
        json["credentialSubject"]["result"][0]["achievedLevel"] = 3;
        CHECK_FALSE(read_award(json).ok());
    }

    TEST_CASE("a serial is eight letters and figures that nobody misreads")
    {
        const auto serial = serial_of("urn:uuid:ccc5ceca-5b47-4462-a523-b737ec73988f");
        CHECK(serial.size() == 9);
        CHECK(serial[4] == '-');
        CHECK(serial.find_first_of("ILOU") == serial.npos);
        CHECK(serial != serial_of("urn:uuid:ccc5ceca-5b47-4462-a523-b737ec73988e"));
    }
}
