#include "storage/catalogue/endorsement.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/base/random.h"
#include "storage/catalogue/framework_check.h"
#include "storage/credential/did.h"
#include "storage/credential/proof.h"
#include "storage/credential/template.h"
#include "tests/catalogue/fixtures.h"

using namespace northseal;
using namespace northseal::catalogue;
using namespace northseal::test;

namespace {

SigningKey partner_key()
{
    SeededRandom random(12);
    return SigningKey::generate(random);
}

Endorsement signed_endorsement()
{
    const auto key = partner_key();
    const auto did = credential::to_did_key(key.public_key());
    Json document = {
        {"@context",
         {"https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}},
        {"id", "urn:uuid:6f0d6f7e-1111-4222-8333-944445555666"},
        {"type", {"VerifiableCredential", "EndorsementCredential"}},
        {"name", "Sample endorsement"},
        {"issuer", {{"id", did}, {"type", {"Profile"}}, {"name", "Sample partner"}}},
        {"validFrom", "2026-01-01T00:00:00Z"},
        {"credentialSubject",
         {{"id", "https://demo.northseal.invalid/programmes/sample-stack/1/en"},
          {"type", {"EndorsementSubject"}},
          {"endorsementComment", "The competency is in demand and the assessment reflects the job."}}}};
    const Json options = {{"type", "DataIntegrityProof"},
                          {"cryptosuite", "eddsa-rdfc-2022"},
                          {"created", "2026-01-01T00:00:00Z"},
                          {"verificationMethod", did + "#" + did.substr(8)},
                          {"proofPurpose", "assertionMethod"}};
    document["proof"] = credential::create_proof(document, options, key).value();
    return {"Sample partner",         {{"en", "In demand."}},       {{"en", "Reflects the job."}}, true,
            canonical_json(document), to_multikey(key.public_key())};
}

} // namespace

TEST_SUITE("storage/catalogue/endorsement")
{
    TEST_CASE("what a partner signed stands in the template, and the template is one that can be filled")
    {
        auto programme = read_fixture("tests/catalogue/shapes/stack.toml");
        programme.illustrative = false;
        programme.endorsements = {signed_endorsement()};
        const auto frameworks = read_frameworks("assets/frameworks");
        CHECK(check_framework(programme, frameworks).findings[9].met == Met::yes);
        const auto text = compile_template(programme, demo_issuer(), frameworks, "en");
        REQUIRE(text.ok());
        CHECK(text.value().find("EndorsementCredential") != std::string::npos);
        const auto read = credential::Template::read(text.value());
        REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : read.error().detail));
        SeededRandom random(3);
        const auto proved = read.value().prove(random, 8);
        CHECK_MESSAGE(proved.ok(), (proved.ok() ? "" : proved.error().detail));
    }

    TEST_CASE("an endorsement with another key or a changed word does not hold, and is never compiled")
    {
        auto changed = signed_endorsement();
        changed.credential = with(changed.credential, "in demand", "in great demand");
        CHECK_FALSE(check_endorsement(changed).ok());
        auto other = signed_endorsement();
        SeededRandom random(13);
        other.key = to_multikey(SigningKey::generate(random).public_key());
        CHECK_FALSE(check_endorsement(other).ok());
        auto programme = read_fixture("tests/catalogue/shapes/stack.toml");
        programme.illustrative = false;
        programme.endorsements = {changed};
        CHECK_FALSE(
            compile_template(programme, demo_issuer(), read_frameworks("assets/frameworks"), "en").ok());
    }

    TEST_CASE("a credential that is no endorsement, or says nothing, is refused")
    {
        auto endorsement = signed_endorsement();
        endorsement.credential = with(endorsement.credential, "EndorsementCredential", "Anything");
        CHECK_FALSE(check_endorsement(endorsement).ok());
        endorsement.credential = "{}";
        CHECK_FALSE(check_endorsement(endorsement).ok());
    }
}
