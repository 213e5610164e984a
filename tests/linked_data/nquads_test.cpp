#include <doctest/doctest.h>

#include "storage/linked_data/rdf.h"

using namespace northseal;
using namespace northseal::linked_data;

namespace {

std::string round_trip(const std::string& text)
{
    const auto dataset = parse_nquads(text);
    if (!dataset.ok()) return "error: " + dataset.error().detail;
    std::string out;
    for (const auto& quad : dataset.value()) out += to_nquad(quad);
    return out;
}

} // namespace

TEST_SUITE("storage/linked_data/nquads")
{
    TEST_CASE("terms of every kind are read and written back in canonical form")
    {
        CHECK(round_trip("<urn:s> <urn:p> <urn:o> .") == "<urn:s> <urn:p> <urn:o> .\n");
        CHECK(round_trip("_:a\t<urn:p>\t_:b.c _:g.\r\n# a comment\n\n") == "_:a <urn:p> _:b.c _:g .\n");
        CHECK(round_trip("<urn:s><urn:p>\"x\"@en-CA<urn:g>.") == "<urn:s> <urn:p> \"x\"@en-CA <urn:g> .\n");
        CHECK(round_trip("<urn:s> <urn:p> \"1\"^^<urn:t> . # end") == "<urn:s> <urn:p> \"1\"^^<urn:t> .\n");
        CHECK(round_trip("<urn:s> <urn:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#string> .") ==
              "<urn:s> <urn:p> \"x\" .\n");
    }

    TEST_CASE("canonical form escapes what it must and nothing else")
    {
        CHECK(round_trip(R"(<urn:s> <urn:p> "\u0009\b\n\r\f\"\'\\\u0000\u000b\u001F\u007F" .)") ==
              "<urn:s> <urn:p> \"\\t\\b\\n\\r\\f\\\"'\\\\\\u0000\\u000B\\u001F\\u007F\" .\n");
        CHECK(round_trip(R"(<urn:\u221e> <urn:p> "\U0001F303\u0080" .)") ==
              "<urn:∞> <urn:p> \"🌃\xC2\x80\" .\n");
        CHECK(round_trip(R"(<urn:s> <urn:p> "\uFFFE\uFFFD" .)") ==
              "<urn:s> <urn:p> \"\\uFFFE\xEF\xBF\xBD\" .\n");
    }

    TEST_CASE("the same quad twice is one quad")
    {
        CHECK(parse_nquads("<urn:s> <urn:p> \"a\" .\n<urn:s> <urn:p> \"\\u0061\" .\n").value().size() == 1);
    }

    TEST_CASE("what is no N-Quads is refused, and the line is named")
    {
        for (const char* text :
             {"<urn:s> <urn:p> .", "<urn:s> <urn:p> <urn:o>", "\"s\" <urn:p> <urn:o> .",
              "<urn:s> _:p <urn:o> .", "<urn:s> <urn:p> <urn:o> \"g\" .", "<s> <urn:p> <urn:o> .",
              "<urn:s> <urn:p> <urn:a\\u0020b> .", "<urn:s> <urn:p> \"x .", "<urn:s> <urn:p> \"\\x\" .",
              "<urn:s> <urn:p> \"\\u12\" .", "<urn:s> <urn:p> \"\\uD800\" .", "<urn:s> <urn:p> \"x\"@ .",
              "<urn:s> <urn:p> <urn:o> . <urn:s>", "_:-a <urn:p> <urn:o> .", "<urn:s",
              "<urn:s> <urn:p> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> ."})
            CHECK_MESSAGE(!parse_nquads(text).ok(), text);
        CHECK(
            parse_nquads("<urn:s> <urn:p> <urn:o> .\r\nnonsense\r\n").error().detail.starts_with("line 2: "));
        CHECK_FALSE(parse_nquads("<urn:s> <urn:p> \"\xC3\x28\" .").ok());
    }

    TEST_CASE("a document past its bounds is full, not read")
    {
        CHECK(parse_nquads("<urn:s> <urn:p> <urn:o> .", {.bytes = 10}).error().fault == Fault::full);
        CHECK(parse_nquads("<urn:s> <urn:p> <urn:a> .\n<urn:s> <urn:p> <urn:b> .", {.quads = 1})
                  .error()
                  .fault == Fault::full);
    }
}
