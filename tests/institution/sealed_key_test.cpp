#include "storage/institution/sealed_key.h"

#include <doctest/doctest.h>

using namespace northseal;
using namespace northseal::institution;

namespace {

SecretBytes secret(std::string_view text)
{
    return SecretBytes::copy_of(view(text));
}

struct Sealed {
    SeededRandom random{5};
    SigningKey key = SigningKey::generate(random);
    std::string text = seal_key("desk", key, secret("river stone kettle"), random, Hardness::fast).value();
};

} // namespace

TEST_SUITE("storage/institution/sealed_key")
{
    TEST_CASE("a sealed key opens with its passphrase and with no other")
    {
        const Sealed sealed;
        CHECK(open_key("desk", sealed.text, secret("river stone kettle")).value().public_key() ==
              sealed.key.public_key());
        const auto wrong = open_key("desk", sealed.text, secret("river stone kettles"));
        CHECK(wrong.error().fault == Fault::refused);
        CHECK(wrong.error().detail.find("does not open") != std::string::npos);
    }

    TEST_CASE("the file holds neither the seed nor the passphrase")
    {
        const Sealed sealed;
        const auto seed = sealed.key.seed();
        CHECK(sealed.text.find(to_base64url(seed.view())) == std::string::npos);
        CHECK(sealed.text.find(to_hex(seed.view())) == std::string::npos);
        CHECK(sealed.text.find("kettle") == std::string::npos);
    }

    TEST_CASE("one key's file cannot stand in for another's, nor carry another public key")
    {
        const Sealed sealed;
        CHECK_FALSE(open_key("root", sealed.text, secret("river stone kettle")).ok());
        auto renamed = sealed.text;
        renamed.replace(renamed.find("desk"), 4, "root");
        CHECK_FALSE(open_key("root", renamed, secret("river stone kettle")).ok());
    }

    TEST_CASE("a short passphrase is refused before anything is written")
    {
        Sealed sealed;
        CHECK(seal_key("desk", sealed.key, secret("short"), sealed.random, Hardness::fast).error().fault ==
              Fault::refused);
    }

    TEST_CASE("a forged file that asks for all the memory there is, is refused at once")
    {
        const Sealed sealed;
        auto forged = sealed.text;
        const auto at = forged.find("\"memory\":8192");
        REQUIRE(at != std::string::npos);
        forged.replace(at, 13, "\"memory\":9007199254740991");
        CHECK(open_key("desk", forged, secret("river stone kettle")).error().fault == Fault::corrupt);
    }
}
