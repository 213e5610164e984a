// What must be refused, so that one award has one slip: the reference's 32 cases and their likes.
#include <doctest/doctest.h>

#include <functional>

#include "storage/credential/cbor.h"
#include "storage/credential/slip.h"
#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

namespace {

// Both ways to the credential refuse the same: filling it whole, and by its compiled shape.
bool accepted(const std::function<void(Claims&)>& change)
{
    auto claims = reference_claims("en-typical");
    change(claims);
    const auto tmpl = reference_template("en");
    const bool filled = tmpl.fill(claims).ok();
    CHECK(tmpl.hash_data(claims).ok() == filled);
    CHECK(tmpl.signed_json(claims, Signature{}).ok() == filled);
    return filled;
}

Bytes typical_claims()
{
    return from_hex(reference_line("claims-en-typical.cbor.hex")).value();
}

// The claims' bytes with one piece put for another.
bool decodes(const std::string& from, const std::string& to)
{
    auto hex = to_hex(typical_claims());
    const auto at = hex.find(from);
    REQUIRE(at != hex.npos);
    hex.replace(at, from.size(), to);
    return decode_claims(from_hex(hex).value()).ok();
}

} // namespace

TEST_SUITE("storage/credential/refusals")
{
    TEST_CASE("well-formed claims are accepted, one outcome without a level among them")
    {
        CHECK(accepted([](Claims&) {}));
        CHECK(accepted([](Claims& c) { c.levels[1] = 0; }));
        CHECK(accepted([](Claims& c) { c.status_index = 0xffffffff; }));
    }

    TEST_CASE("a name must be there, composed, trimmed, on one line and well formed")
    {
        CHECK_FALSE(accepted([](Claims& c) { c.learner_name = ""; }));
        CHECK_FALSE(accepted([](Claims& c) { c.learner_name = "E\xcc\x81milie"; }));
        CHECK_FALSE(accepted([](Claims& c) { c.learner_name = "A\nB"; }));
        CHECK_FALSE(accepted([](Claims& c) { c.learner_name = "A "; }));
        CHECK_FALSE(accepted([](Claims& c) { c.learner_name = "\xed\xa0\x80"; }));
        CHECK_FALSE(accepted([](Claims& c) { c.learner_name = std::string(501, 'a'); }));
    }

    TEST_CASE("a claim that says what the template says without it is refused")
    {
        CHECK_FALSE(accepted([](Claims& c) { c.awarded_date = c.valid_from; }));
        CHECK_FALSE(accepted([](Claims& c) {
            c.narrative = "The assessor observed all five tasks directly and recorded a level for each "
                          "outcome at the time.";
        }));
    }

    TEST_CASE("levels must be one an outcome, each a level that there is, and not all absent")
    {
        CHECK_FALSE(accepted([](Claims& c) { c.levels.push_back(3); }));
        CHECK_FALSE(accepted([](Claims& c) { c.levels.pop_back(); }));
        CHECK_FALSE(accepted([](Claims& c) { c.levels[2] = 5; }));
        CHECK_FALSE(accepted([](Claims& c) { c.levels = {0, 0, 0, 0, 0}; }));
        CHECK_FALSE(accepted([](Claims& c) { c.levels.clear(); }));
    }

    TEST_CASE("evidence strictly ascends")
    {
        const auto digest = [](std::uint8_t first) { return EvidenceDigest{first}; };
        CHECK(accepted([&](Claims& c) { c.evidence = {digest(1), digest(2)}; }));
        CHECK_FALSE(accepted([&](Claims& c) { c.evidence = {digest(1), digest(1)}; }));
        CHECK_FALSE(accepted([&](Claims& c) { c.evidence = {digest(2), digest(1)}; }));
    }

    TEST_CASE("a kiosk, a site and a time are ones that there can be")
    {
        CHECK_FALSE(accepted([](Claims& c) { c.kiosk = "7q#f"; }));
        CHECK_FALSE(accepted([](Claims& c) { c.kiosk = ""; }));
        CHECK_FALSE(accepted([](Claims& c) { c.site = 3; }));
        CHECK_FALSE(accepted([](Claims& c) { c.site = 0; }));
        CHECK_FALSE(accepted([](Claims& c) { c.valid_from = -1; }));
        CHECK_FALSE(accepted([](Claims& c) { c.valid_from = instant_most + 1; }));
    }

    TEST_CASE("bytes that we would not write are not read")
    {
        REQUIRE(decodes("f5", "f5"));
        CHECK_FALSE(decodes("10f5", "1001"));                         // specimen 1
        CHECK_FALSE(decodes("10f5", "10f4"));                         // false
        CHECK_FALSE(decodes("0401", "041801"));                       // longer than the shortest form
        CHECK_FALSE(decodes("10f51101", "110110f5"));                 // keys out of order
        CHECK_FALSE(decodes("1101", "10f5"));                         // a key twice
        CHECK_FALSE(decodes("0785", "079f"));                         // a length without end
        CHECK_FALSE(decodes("1101", "1201"));                         // claim 18
        CHECK_FALSE(decodes("1101", "1100"));                         // site 0 written out
        CHECK_FALSE(decodes("0f1a00065e2a", "0f1b0000000100000000")); // index 2^32
        CHECK_FALSE(decodes("68313034", "68ff3034"));                 // bad UTF-8
        CHECK_FALSE(decodes("ad01", "ac01"));                         // something after the end
        CHECK_FALSE(decodes("ad01", "ae01"));                         // one pair too few
        CHECK_FALSE(decodes("0785"
                            "0303040303",
                            "0780"));                     // an empty list
        CHECK_FALSE(decodes("021a6a2c1fe5", "02f97c00")); // a float
        CHECK_FALSE(decodes("021a6a2c1fe5", "0220"));     // a negative number
        CHECK_FALSE(decodes("021a6a2c1fe5", "02c101"));   // a tag
    }

    TEST_CASE("claims without an id, a time or an index are none")
    {
        CHECK_FALSE(decode_claims(from_hex("a0").value()).ok());
        CHECK_FALSE(decode_claims(from_hex("a102"
                                           "01")
                                      .value())
                        .ok());
        CHECK_FALSE(decode_claims({}).ok());
    }

    TEST_CASE("a length that lies is refused before anything is made room for")
    {
        CHECK_FALSE(decode_claims(from_hex("bbffffffffffffffff").value()).ok());
        CHECK_FALSE(decode_claims(from_hex("a1079bffffffffffffffff").value()).ok());
        CHECK_FALSE(decode_claims(from_hex("a1057affffffff").value()).ok());
        CHECK_FALSE(decode_claims(Bytes(claims_bytes_most + 1, 0xa0)).ok());
    }

    TEST_CASE("digits that we would not write are not read")
    {
        const auto text = reference_line("slip-en-typical.txt");
        REQUIRE(read_slip_text(text).ok());
        CHECK_FALSE(read_slip_text(text + "0").ok());
        CHECK_FALSE(read_slip_text(text + "000").ok());
        CHECK_FALSE(read_slip_text(text.substr(0, text.size() - 17)).ok());
        CHECK_FALSE(read_slip_text(text + " ").ok());
        CHECK_FALSE(read_slip_text(text + "#").ok());
        CHECK_FALSE(read_slip_text("http" + text.substr(5)).ok());
        CHECK_FALSE(from_digits("99999999999999999").ok()); // over 2^56
        CHECK_FALSE(from_digits("1234").ok());              // no number of bytes takes four digits
        CHECK_FALSE(from_digits("256").ok());
        CHECK_FALSE(from_digits("12a").ok());
        CHECK_FALSE(from_digits("").ok());
        CHECK_FALSE(read_slip_text(std::string(slip_text_most + 1, '0')).ok());
    }
}
