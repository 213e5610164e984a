#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/linked_data/helpers.h"

using namespace northseal;
using namespace northseal::linked_data;

TEST_SUITE("storage/linked_data/safe")
{
    TEST_CASE("in safe mode nothing is dropped in silence: the error says what would be")
    {
        const std::pair<const char*, const char*> samples[] = {
            {R"({"urn:p":1,"undefined":2})", "invalid property: \"undefined\""},
            {R"({"@id":"rel","urn:p":1})", "relative @id reference: \"rel\""},
            {R"({"@type":"Rel","urn:p":1})", "relative @type reference: \"Rel\""},
            {R"({"@id":"@reserved","urn:p":1})", "reserved @id value: \"@reserved\""},
            {R"({"@context":{"t":{"@id":"urn:t","@type":"@id"}},"t":"rel"})",
             "relative object reference: \"rel\""},
            {R"({"urn:p":{"@id":"urn:a b"}})", "invalid object reference: \"urn:a b\""},
            {R"({"@context":{"@vocab":"rel/"},"urn:p":1})", "relative @vocab reference: \"rel/\""},
            {R"({"@context":{"@term":"urn:t"},"urn:p":1})", "reserved term: \"@term\""},
            {R"({"@context":{"t":{"@id":"@future"}},"urn:p":1})", "reserved @id value: \"@future\""},
            {R"({"@context":{"t":{"@reverse":"@future"}},"urn:p":1})",
             "reserved @reverse value: \"@future\""},
            {R"({"@context":{"@language":"e n"},"urn:p":"x"})", "invalid @language value: \"e n\""},
            {R"({"urn:p":{"@value":"x","@language":"e n"}})", "invalid @language value: \"e n\""},
            {R"({"urn:p":{"@value":"x","@direction":"rtl"}})", "rdfDirection not set"},
            {R"({"urn:p":{"@value":null}})", "null @value value"},
            {R"({"urn:p":{"@language":"en"}})", "object with only @language"},
            {R"([{"@id":"urn:a"}])", "object with only @id"},
            {R"({"@graph":[{"@value":"x"}],"urn:p":1})", "object with only @value"},
            {R"({"@graph":[{"@list":["x"]}],"urn:p":1})", "object with only @list"},
            {R"({"@graph":["x"],"urn:p":1})", "free-floating scalar"},
            {R"([{}])", "empty object"},
            {R"({"_:p":"x"})", "blank node predicate"},
            {R"({"@context":{"t":{"@id":"urn:t","@container":"@graph"}},"t":{"@id":"urn:a"}})",
             "empty graph"},
        };
        for (const auto& sample : samples) {
            const auto& document = sample.first;
            const auto& expected = sample.second;
            const auto error = test::canonical_of(document, {.safe = true});
            CHECK_MESSAGE(error.starts_with("error: " + std::string(expected)),
                          document << " gives " << error);
            CHECK_MESSAGE(!test::canonical_of(document).starts_with("error"), document);
        }
    }

    TEST_CASE("a context that was worked out before is refused as at first sight")
    {
        const std::string document = R"({"@context":{"@vocab":"rel/"},"urn:p":1})";
        CHECK_FALSE(test::canonical_of(document).starts_with("error"));
        CHECK(test::canonical_of(document, {.safe = true}).starts_with("error"));
        CHECK(test::canonical_of(document, {.safe = true}).starts_with("error"));
    }

    TEST_CASE("what is said in full passes safe mode")
    {
        CHECK(test::canonical_of(R"({"@id":"rel","urn:p":1})", {.base = "http://e.org/x", .safe = true}) ==
              "<http://e.org/rel> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
    }
}
