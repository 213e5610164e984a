#include "storage/linked_data/iri.h"

#include <doctest/doctest.h>
#include <utility>

using namespace northseal::linked_data;

TEST_SUITE("storage/linked_data/iri")
{
    TEST_CASE("references resolve as in RFC 3986 section 5.4")
    {
        const std::pair<const char*, const char*> samples[] = {
            {"g:h", "g:h"},
            {"g", "http://a/b/c/g"},
            {"./g", "http://a/b/c/g"},
            {"g/", "http://a/b/c/g/"},
            {"/g", "http://a/g"},
            {"//g", "http://g"},
            {"?y", "http://a/b/c/d;p?y"},
            {"g?y", "http://a/b/c/g?y"},
            {"#s", "http://a/b/c/d;p?q#s"},
            {"g#s", "http://a/b/c/g#s"},
            {"g?y#s", "http://a/b/c/g?y#s"},
            {";x", "http://a/b/c/;x"},
            {"", "http://a/b/c/d;p?q"},
            {".", "http://a/b/c/"},
            {"./", "http://a/b/c/"},
            {"..", "http://a/b/"},
            {"../g", "http://a/b/g"},
            {"../..", "http://a/"},
            {"../../g", "http://a/g"},
            {"../../../g", "http://a/g"},
            {"/./g", "http://a/g"},
            {"/../g", "http://a/g"},
            {"g.", "http://a/b/c/g."},
            {"..g", "http://a/b/c/..g"},
            {"./../g", "http://a/b/g"},
            {"./g/.", "http://a/b/c/g/"},
            {"g/./h", "http://a/b/c/g/h"},
            {"g/../h", "http://a/b/c/h"},
            {"g;x=1/../y", "http://a/b/c/y"},
            {"g?y/../x", "http://a/b/c/g?y/../x"},
            {"g#s/../x", "http://a/b/c/g#s/../x"},
        };
        for (const auto& [reference, target] : samples)
            CHECK(resolve_iri("http://a/b/c/d;p?q", reference) == target);
        CHECK(resolve_iri("http://a", "g") == "http://a/g");
        CHECK(resolve_iri("", "g") == "g");
        CHECK(resolve_iri("urn:x:y", "#z") == "urn:x:y#z");
    }

    TEST_CASE("an IRI has a scheme, one fragment at most, and nothing that N-Quads cannot write")
    {
        CHECK(is_iri("http://example.org/ᐊᓂ?q=1#f"));
        CHECK(is_iri("did:web:example.org#kiosk-1"));
        for (const char* text :
             {"", "rel/ative", "#f", "1a:b", ":x", "http://e.org/a b", "http://e.org/<x>", "http://e.org/{x}",
              "http://e.org/\\", "http://e.org/a#b#c", "http://e.org/\x01"})
            CHECK_FALSE(is_iri(text));
    }

    TEST_CASE("a language tag is letters, then subtags of up to eight letters and digits")
    {
        for (const char* text : {"en", "fr-CA", "iu-Cans-CA", "x-1234", "sl-rozaj-biske-1994"})
            CHECK(is_language_tag(text));
        for (const char* text :
             {"", "-", "e n", "en-", "en--us", "1en", "abcdefghi", "en-abcdefghi", "en_US"})
            CHECK_FALSE(is_language_tag(text));
    }

    TEST_CASE("a blank node label is what N-Quads can read back")
    {
        for (const char* text : {"b0", "0", "a.b", "a-b", "ᐊ", "x:y"}) CHECK(is_blank_label(text));
        for (const char* text : {"", "-a", ".a", "a.", "a b", "a>"}) CHECK_FALSE(is_blank_label(text));
    }
}
