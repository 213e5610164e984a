#include "storage/credential/status_list.h"

#include <doctest/doctest.h>

#include "storage/credential/did.h"
#include "storage/credential/proof.h"
#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

namespace {

StatusBits bits_of(const std::string& name, StatusListFacts& facts)
{
    return read_status_list(reference_json(name), facts).value();
}

} // namespace

TEST_SUITE("storage/credential/status_list")
{
    TEST_CASE("the reference's lists come out byte for byte")
    {
        for (const auto* const name : {"status-0.json", "status-1.json", "status-3.json", "status-5.json",
                                       "status-3-revoked.json", "status-3-by-status-did.json"}) {
            CAPTURE(name);
            StatusListFacts facts;
            const auto bits = bits_of(name, facts);
            CHECK(sign_status_list(facts, bits, reference_key("publisher-1")).value() ==
                  canonical_json(reference_json(name)));
        }
    }

    TEST_CASE("a bit is the entry's own, the first the top bit of the first byte")
    {
        StatusListFacts facts;
        const auto bits = bits_of("status-3-revoked.json", facts);
        CHECK(facts.issuer == "did:web:demo.northseal.invalid");
        CHECK(bits.get(24106));
        CHECK_FALSE(bits.get(24105));
        CHECK_FALSE(bits.get(24107));
        StatusBits made;
        made.set(0);
        made.set(status_list_entries - 1);
        const auto back = StatusBits::decode(made.encoded()).value();
        CHECK(back.get(0));
        CHECK(back.get(status_list_entries - 1));
        CHECK_FALSE(back.get(1));
    }

    TEST_CASE("a list that does not unpack to its entries is refused, and no bomb unpacks further")
    {
        CHECK_FALSE(StatusBits::decode("").ok());
        CHECK_FALSE(StatusBits::decode("u").ok());
        CHECK_FALSE(StatusBits::decode("uAAAA").ok());
        auto text = StatusBits().encoded();
        REQUIRE(StatusBits::decode(text).ok());
        CHECK_FALSE(StatusBits::decode(text + "AAAA").ok());
        CHECK_FALSE(StatusBits::decode(text.substr(0, text.size() - 8)).ok());
        CHECK_FALSE(StatusBits::decode(text.substr(1)).ok());
        // gzip of 16,385 zero bytes, one more than a list has
        CHECK_FALSE(
            StatusBits::decode("uH4sIAAAAAAACA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC7AUqdctYBQAAA").ok());
    }

    TEST_CASE("a list of another kind or purpose is not taken for one")
    {
        StatusListFacts facts;
        auto json = reference_json("status-3.json");
        json["credentialSubject"]["statusPurpose"] = "suspension";
        CHECK_FALSE(read_status_list(json, facts).ok());
        CHECK_FALSE(read_status_list(reference_json("credential-en-typical.json"), facts).ok());
        CHECK_FALSE(read_status_list(Json(3), facts).ok());
    }

    TEST_CASE("a changed bit breaks the publisher's proof")
    {
        auto json = reference_json("status-3.json");
        const auto lookup = [](const std::string&) -> Result<PublicKey> {
            return reference_key("publisher-1").public_key();
        };
        CHECK(verify_proofs(json, lookup).value()[0].valid);
        json["credentialSubject"]["encodedList"] =
            reference_json("status-3-revoked.json")["credentialSubject"]["encodedList"];
        CHECK_FALSE(verify_proofs(json, lookup).value()[0].valid);
    }
}
