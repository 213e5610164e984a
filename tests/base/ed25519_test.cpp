#include "storage/base/ed25519.h"

#include <doctest/doctest.h>

#include "storage/base/hash.h"
#include "storage/base/random.h"

using namespace northseal;

TEST_SUITE("storage/base/ed25519")
{
    TEST_CASE("RFC 8032 section 7.1, test 2")
    {
        const auto seed =
            from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").value();
        const auto key = SigningKey::from_seed(seed);
        CHECK(to_hex(key.public_key()) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        CHECK(to_hex(key.sign(Bytes{0x72})) == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb6"
                                               "9da085ac1e43e15996e458f3613d0f11d8c387b2eaeb"
                                               "4302aeeb00d291612bb0c00");
    }

    TEST_CASE("a signature fits its own message under its own key only")
    {
        SeededRandom random(7);
        const auto key = SigningKey::generate(random);
        const auto other = SigningKey::generate(random);
        auto signature = key.sign(view("award"));
        CHECK(verify(key.public_key(), view("award"), signature));
        CHECK_FALSE(verify(key.public_key(), view("awarD"), signature));
        CHECK_FALSE(verify(other.public_key(), view("award"), signature));
        signature[40] ^= 1;
        CHECK_FALSE(verify(key.public_key(), view("award"), signature));
    }

    TEST_CASE("a Multikey is read back, and another kind of key is refused")
    {
        SeededRandom random(8);
        const auto key = SigningKey::generate(random).public_key();
        CHECK(from_multikey(to_multikey(key)).value() == key);
        CHECK(to_multikey(key).starts_with("z6Mk"));
        CHECK_FALSE(from_multikey("z" + to_base58(joined({Bytes{0xec, 0x01}, key}))).ok());
        CHECK_FALSE(from_multikey(to_multikey(key) + "1").ok());
    }

    TEST_CASE("a key of small order verifies nothing")
    {
        // The identity point, for which S = 0 and R = identity would fit every message under a lax verifier.
        PublicKey identity{1};
        Signature forged{1};
        CHECK_FALSE(verify(identity, view("anything"), forged));
    }

    TEST_CASE("SHA-256 of parts is SHA-256 of the whole")
    {
        CHECK(sha256({view("north"), view("seal")}) == sha256(view("northseal")));
        CHECK(to_hex(sha256(view("abc"))) ==
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(to_hex(sha384(view("abc"))).starts_with("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"));
    }

    TEST_CASE("two holders make the same shared key, and a third or another context another one")
    {
        SeededRandom random(9);
        const auto one = SigningKey::generate(random), two = SigningKey::generate(random),
                   three = SigningKey::generate(random);
        const auto shared = one.shared_key(two.public_key(), "a");
        const auto same = two.shared_key(one.public_key(), "a");
        REQUIRE(shared.ok());
        REQUIRE(same.ok());
        CHECK(equal_in_constant_time(shared.value().view(), same.value().view()));
        for (const auto& other :
             {one.shared_key(three.public_key(), "a"), three.shared_key(two.public_key(), "a"),
              one.shared_key(two.public_key(), "b")}) {
            REQUIRE(other.ok());
            CHECK_FALSE(equal_in_constant_time(shared.value().view(), other.value().view()));
        }
    }

    TEST_CASE("nothing is shared with a point of small order")
    {
        SeededRandom random(9);
        PublicKey one_point{};
        one_point[0] = 1;
        CHECK_FALSE(SigningKey::generate(random).shared_key(one_point, "a").ok());
    }
}
