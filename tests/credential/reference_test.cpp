#include "tests/credential/reference.h"

#include <doctest/doctest.h>

#include "storage/base/hash.h"
#include "storage/credential/forms.h"
#include "storage/credential/slip.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

TEST_SUITE("storage/credential/reference")
{
    TEST_CASE("a template is named by the SHA-256 of its RFC 8785 form")
    {
        CHECK(to_hex(reference_template("en").id()) ==
              "24795bce6a1f48c7352c6e4486cb7e2b3ef785f63e387ae791360f935e0d7649");
        CHECK(to_hex(reference_template("fr").prefix()) == "983fd380f70bfd6d");
        CHECK(reference_template("fr").language() == "fr");
    }

    TEST_CASE("claims have exactly the reference's bytes, both ways")
    {
        for (const std::string award : reference_awards) {
            CAPTURE(award);
            const auto claims = reference_claims(award);
            const auto bytes = encode_claims(claims).value();
            CHECK(to_hex(bytes) == reference_line("claims-" + award + ".cbor.hex"));
            CHECK(decode_claims(bytes).value() == claims);
            CHECK(to_json(claims) == reference_json("claims-" + award + ".json"));
        }
    }

    TEST_CASE("signing again gives the reference's credentials and slips, byte for byte")
    {
        for (const std::string award : reference_awards) {
            CAPTURE(award);
            const auto tmpl = reference_template(award.substr(0, 2));
            const auto claims = reference_claims(award);
            const auto made = sign(tmpl, claims, reference_key("kiosk-" + claims.kiosk)).value();
            CHECK(to_json(tmpl, made).value() == reference_line("credential-" + award + ".json"));
            CHECK(to_slip_url(slip_of(made), "https://verify.example.ca/").value() ==
                  reference_line("slip-" + award + ".txt"));
        }
    }

    TEST_CASE("the paper alone gives back the whole credential, and its proof is good")
    {
        for (const std::string award : reference_awards) {
            CAPTURE(award);
            const auto tmpl = reference_template(award.substr(0, 2));
            const auto slip = read_slip_text(reference_line("slip-" + award + ".txt")).value();
            REQUIRE(slip.prefix == tmpl.prefix());
            const Signed rebuilt{tmpl.id(), slip.claims, slip.signature};
            CHECK(to_json(tmpl, rebuilt).value() == reference_line("credential-" + award + ".json"));
            CHECK(verify_signature(tmpl, rebuilt, reference_key("kiosk-" + slip.claims.kiosk).public_key())
                      .value());
        }
    }

    TEST_CASE("JSON gives back the claims and the signature that it was made of")
    {
        for (const std::string award : reference_awards) {
            CAPTURE(award);
            const auto tmpl = reference_template(award.substr(0, 2));
            const auto back = recover(tmpl, reference_json("credential-" + award + ".json")).value();
            CHECK(back.claims == reference_claims(award));
            CHECK(slip_of(back) == read_slip_text(reference_line("slip-" + award + ".txt")).value());
        }
    }

    TEST_CASE("the canonical forms and the 64 bytes that are signed are the reference's")
    {
        const auto tmpl = reference_template("en");
        auto document = tmpl.fill(reference_claims("en-typical")).value();
        const auto proof = document["proof"];
        document.erase("proof");
        CHECK(canonical_document(document).value() == reference("nquads-en-typical.nq"));
        CHECK(canonical_proof(document, proof).value() == reference("nquads-proof-en-typical.nq"));
        CHECK(to_hex(tmpl.hash_data(reference_claims("en-typical")).value()) ==
              reference_line("hash-data-en-typical.hex"));
        const auto syllabics = tmpl.hash_data(reference_claims("en-syllabics")).value();
        CHECK(to_hex(ByteView(syllabics).last(32)) ==
              to_hex(sha256(view(reference("nquads-en-syllabics.nq")))));
    }

    TEST_CASE("the received digest is the reference's")
    {
        const auto example = reference_json("received-example.json");
        const auto tmpl = reference_template("en");
        const auto slip = read_slip_text(reference_line("slip-en-typical.txt")).value();
        CHECK(slip.claims.status_index == example["statusIndex"].get<std::uint32_t>());
        CHECK(to_hex(received_digest({tmpl.id(), slip.claims, slip.signature}).value()) ==
              example["received"].get<std::string>());
    }

    TEST_CASE("a typical award of five outcomes and a name of 25 letters fits 185 bytes")
    {
        auto claims = reference_claims("en-typical");
        claims.specimen = false;
        const auto made = sign(reference_template("en"), claims, reference_key("kiosk-7q3f")).value();
        CHECK(encode_slip(slip_of(made)).value().size() == 181);
    }
}
