#include "storage/base/bytes.h"

#include <doctest/doctest.h>

#include "storage/base/random.h"

using namespace northseal;

TEST_SUITE("storage/base/bytes")
{
    TEST_CASE("every encoding gives back the bytes it was given")
    {
        SeededRandom random(1);
        for (std::size_t size = 0; size < 70; ++size) {
            Bytes bytes(size);
            random.fill(bytes);
            if (size > 3) bytes[0] = bytes[1] = 0; // base58 keeps leading zeros apart
            CHECK(from_hex(to_hex(bytes)).value() == bytes);
            CHECK(from_base64(to_base64(bytes)).value() == bytes);
            CHECK(from_base64url(to_base64url(bytes)).value() == bytes);
            CHECK(from_base58(to_base58(bytes)).value() == bytes);
        }
    }

    TEST_CASE("known texts: RFC 4648 and the Bitcoin alphabet")
    {
        CHECK(to_base64(view("foob")) == "Zm9vYg==");
        CHECK(to_base64url(Bytes{0xfb, 0xff}) == "-_8");
        CHECK(to_base58(view("Hello World!")) == "2NEpo7TZRRrLZSi2U");
        CHECK(to_base58(Bytes{0, 0, 1}) == "112");
    }

    TEST_CASE("a decoder refuses what its encoder would not write")
    {
        CHECK_FALSE(from_hex("AB").ok());
        CHECK_FALSE(from_hex("abc").ok());
        CHECK_FALSE(from_base64("Zm9vYg").ok());      // no padding
        CHECK_FALSE(from_base64("Zm9vYh==").ok());    // stray bits
        CHECK_FALSE(from_base64url("Zm9vYg==").ok()); // padding
        CHECK_FALSE(from_base64url("Zm9vY").ok());
        CHECK_FALSE(from_base58("0OIl").ok());
        CHECK_FALSE(from_base58(std::string(300, 'z')).ok());
    }
}
