#include "storage/credential/template.h"

#include <doctest/doctest.h>

#include "storage/base/hash.h"
#include "storage/base/random.h"
#include "storage/credential/forms.h"
#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

namespace {

// The reference template with one place changed (a JSON pointer), read.
Result<Template> changed(const std::string& where, const Json& to)
{
    auto json = reference_json("template-en.json");
    json[Json::json_pointer(where)] = to;
    return Template::read(json.dump());
}

bool reads(const std::string& where, const Json& to)
{
    return changed(where, to).ok();
}

Json claim(const char* name, const char* type)
{
    return {{"$claim", name}, {"as", type}};
}

} // namespace

TEST_SUITE("storage/credential/template")
{
    TEST_CASE("a template is the same whatever white space it is written with")
    {
        const auto one = reference_template("en");
        const auto other = Template::read(reference_json("template-en.json").dump(4)).value();
        CHECK(one.id() == other.id());
        CHECK(other.text() == canonical_json(reference_json("template-en.json")));
    }

    TEST_CASE("words, claims and types that are not known are refused by place")
    {
        CHECK_FALSE(reads("/credential/name", {{"$when", "specimen"}}));
        CHECK_FALSE(reads("/credential/name", claim("nickname", "text")));
        CHECK_FALSE(reads("/credential/name", claim("learnerName", "html")));
        CHECK_FALSE(reads("/credential/name", {{"$claim", "learnerName"}, {"as", "text"}, {"extra", "x"}}));
        CHECK(changed("/credential/name", claim("nickname", "text")).error().detail ==
              "template, at /name: there is no claim named \"nickname\"");
        CHECK_FALSE(reads("/northseal", "template 2"));
        CHECK_FALSE(reads("/note", "x"));
    }

    TEST_CASE("a claim names a node only as a type that is an IRI whatever it says")
    {
        CHECK_FALSE(reads("/credential/credentialSubject/achievement/id", claim("learnerName", "text")));
        CHECK_FALSE(reads("/credential/credentialSubject/achievement/id", claim("statusIndex", "position")));
        CHECK_FALSE(reads("/credential/credentialSubject/type", claim("learnerName", "text")));
        CHECK_FALSE(reads("/credential/@context/2/timeSource", claim("learnerName", "text")));
    }

    TEST_CASE("a hole must be one that its claim can fill")
    {
        CHECK_FALSE(reads("/credential/name", claim("learnerName", "date-time")));
        CHECK_FALSE(reads("/credential/name", claim("evidence", "digest")));
        CHECK_FALSE(reads("/credential/name", {{"$item", "digest"}}));
        CHECK_FALSE(reads("/credential/name", {{"$each", "evidence"}, {"do", {{"$item", "digest"}}}}));
        CHECK_FALSE(reads("/credential/timeSource/of", Json::array()));
        CHECK_FALSE(reads("/credential/timeSource/of", {"a", "a"}));
        CHECK_FALSE(reads("/credential/timeSource/of", {"a", claim("learnerName", "text")}));
        CHECK_FALSE(reads("/credential/credentialSubject/result/0/at", 500));
    }

    TEST_CASE("an $if whose branches are equal, or whose claim is never absent, is refused")
    {
        CHECK_FALSE(reads("/credential/name", {{"$if", "witness"}, {"then", "a"}, {"else", "a"}}));
        CHECK_FALSE(reads("/credential/name", {{"$if", "id"}, {"then", "a"}, {"else", "b"}}));
        CHECK_FALSE(reads("/credential/name", {{"$if", "levels"}, {"then", "a"}}));
    }

    TEST_CASE("numbers stand only where the standard wants them, null and empty lists nowhere")
    {
        CHECK_FALSE(reads("/credential/name", 1));
        CHECK_FALSE(reads("/credential/name", nullptr));
        CHECK_FALSE(reads("/credential/name", Json::array()));
        CHECK(reads("/credential/credentialSubject/achievement/creditsAvailable", 0.5));
    }

    TEST_CASE("the proof's options are those of the suite, by a key of the issuer")
    {
        CHECK_FALSE(reads("/credential/proof/cryptosuite", "eddsa-jcs-2022"));
        CHECK_FALSE(reads("/credential/proof/created", "2026-01-01T00:00:00Z"));
        CHECK_FALSE(reads("/credential/proof/verificationMethod/base", "did:web:other.example#kiosk-"));
        CHECK_FALSE(reads("/credential/id", "urn:uuid:9987db90-de24-4b51-a5f2-e4c22b629b2a"));
        CHECK_FALSE(reads("/credential/credentialStatus", "none")); // no place for the status index
    }

    TEST_CASE("both paths come to the same JSON and the same canonical form, whatever the claims")
    {
        SeededRandom random(2026);
        for (const auto* const language : {"en", "fr"}) {
            const auto proved = reference_template(language).prove(random, 60);
            CHECK_MESSAGE(proved.ok(), (proved.ok() ? "" : proved.error().detail));
        }
    }

    TEST_CASE("nodes that look alike are left to the whole algorithm, with the same result")
    {
        // Name and number of one type and equal: two nodes that only the whole algorithm tells apart.
        const auto tmpl =
            changed("/credential/credentialSubject/identifier/1/then/identityType", "name").value();
        auto claims = reference_claims("en-typical");
        claims.learner_number = claims.learner_name;
        auto document = tmpl.fill(claims).value();
        document.erase("proof");
        const auto hash = sha256(view(canonical_document(document).value()));
        CHECK(to_hex(ByteView(tmpl.hash_data(claims).value()).last(32)) == to_hex(hash));
        SeededRandom random(5);
        CHECK(tmpl.prove(random, 20).ok());
    }

    TEST_CASE("a text that would land in an IRI is found when the shape is expanded")
    {
        const auto tmpl = changed("/credential/issuer/image", claim("learnerName", "text"));
        REQUIRE(tmpl.ok());
        CHECK_FALSE(tmpl.value().hash_data(reference_claims("en-typical")).ok());
    }

    TEST_CASE(
        "validUntil is so many calendar months after validFrom, the last day where the month is shorter")
    {
        const auto tmpl =
            changed("/credential/validUntil", {{"$claim", "validFrom"}, {"as", "date-time"}, {"months", 1}})
                .value();
        auto claims = reference_claims("en-typical");
        claims.valid_from = from_date_time("2027-01-31T10:00:00Z").value();
        CHECK(tmpl.fill(claims).value()["validUntil"] == "2027-02-28T10:00:00Z");
        SeededRandom random(1);
        CHECK(tmpl.prove(random, 10).ok());
        claims.valid_from = instant_most - 10;
        CHECK_FALSE(tmpl.hash_data(claims).ok());
        CHECK_FALSE(
            reads("/credential/validUntil", {{"$claim", "validFrom"}, {"as", "date-time"}, {"months", 0}}));
        CHECK_FALSE(reads("/credential/validUntil",
                          {{"$claim", "kiosk"}, {"as", "key"}, {"base", "did:web:x#"}, {"months", 3}}));
    }

    TEST_CASE("what is proved stays proved by as many rounds, what fails goes on failing, one draw each")
    {
        SeededRandom random(7);
        SeededRandom same(7);
        const auto sound = reference_template("en");
        const auto unsound = changed("/credential/credentialSubject/favouriteColour", "blue").value();
        for (int time = 0; time < 2; ++time) {
            CHECK(sound.prove(random, 2).ok());
            CHECK_FALSE(unsound.prove(random, 2).ok());
            CHECK(sound.prove(random, 3 + time).ok());
            for (int proof = 0; proof < 3; ++proof) static_cast<void>(same.below(1U << 31U));
        }
        CHECK(random.bytes<8>() == same.bytes<8>());
    }

    TEST_CASE("a term that no context defines is refused by name, never left unsigned")
    {
        const auto tmpl = changed("/credential/credentialSubject/favouriteColour", "blue").value();
        CHECK(tmpl.hash_data(reference_claims("en-typical")).error().detail.find("favouriteColour") !=
              std::string::npos);
    }
}
