#include "storage/base/text.h"

#include <doctest/doctest.h>

using namespace northseal;

TEST_SUITE("storage/base/text")
{
    TEST_CASE("a name is kept in normalization form C, with its marks, in any script")
    {
        CHECK(clean_text_claim("  E\xcc\x81milie\t Lac ").value() == "\xc3\x89milie Lac");
        CHECK(clean_text_claim("ᐊᓇ ᒪᕆ ᐱᓯᒧ").value() == "ᐊᓇ ᒪᕆ ᐱᓯᒧ");
        CHECK(clean_text_claim("hən̓q̓əmin̓əm̓").value() == "hən̓q̓əmin̓əm̓");
    }

    TEST_CASE("what a claim may not hold is refused")
    {
        CHECK_FALSE(clean_text_claim("   ").ok());
        CHECK_FALSE(clean_text_claim("a\x07").ok());
        CHECK_FALSE(clean_text_claim("\xff").ok());
        CHECK_FALSE(clean_text_claim(std::string(501, 'a')).ok());
        CHECK(clean_text_claim(std::string(500, 'a')).ok());
        CHECK_FALSE(check_text_claim("E\xcc\x81").ok());
        CHECK_FALSE(check_text_claim(" a").ok());
        CHECK_FALSE(check_text_claim("a\xc2\xa0").ok());
        CHECK_FALSE(check_text_claim("a\xe2\x80\xa8"
                                     "b")
                        .ok());
    }

    TEST_CASE("UTF-8 is well formed or it is not")
    {
        CHECK(is_utf8("ᓂᑕ"));
        CHECK_FALSE(is_utf8("\xc0\x80"));         // overlong
        CHECK_FALSE(is_utf8("\xed\xa0\x80"));     // surrogate
        CHECK_FALSE(is_utf8("\xf4\x90\x80\x80")); // beyond U+10FFFF
        CHECK_FALSE(is_utf8("\xe1\x90"));
    }

    TEST_CASE("search forgives case, accents and spacing forms, and keeps other scripts")
    {
        CHECK(to_search_form("Émilie") == "emilie");
        CHECK(to_search_form("ŁUTSEL") == to_search_form("łutsel"));
        CHECK(to_search_form("ᐊᓇ") == "ᐊᓇ");
    }

    TEST_CASE("UTF-16 has surrogates where it must")
    {
        CHECK(to_utf16("a\xf0\x9f\x98\x80") == std::u16string(u"a\xd83d\xde00"));
    }
}
