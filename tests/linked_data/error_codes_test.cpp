// Each error code of JSON-LD 1.1 API section 9.6 that can arise where nothing is fetched.

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <span>

#include "tests/linked_data/helpers.h"

using namespace northseal;
using namespace northseal::linked_data;

namespace {

struct Sample {
    const char* code;
    const char* document;
};

void check_all(std::span<const Sample> samples, const JsonLdOptions& options = {})
{
    for (const auto& sample : samples) {
        const auto error = test::expansion_error(sample.document, options);
        CHECK_MESSAGE(error.starts_with(std::string(sample.code) + ": "),
                      sample.document << " gives: " << error);
    }
}

} // namespace

TEST_SUITE("storage/linked_data/errors")
{
    TEST_CASE("a context that is wrong in itself is refused with the code of the specification")
    {
        const Sample samples[] = {
            {"invalid local context", R"({"@context":5})"},
            {"invalid local context", R"({"@context":[[{}]]})"},
            {"invalid @version value", R"({"@context":{"@version":1.0}})"},
            {"invalid @import value", R"({"@context":{"@import":{}}})"},
            {"loading remote context failed", R"({"@context":{"@import":"https://example.org/x"}})"},
            {"invalid base IRI", R"({"@context":{"@base":1}})"},
            {"invalid base IRI", R"({"@context":[{"@base":null},{"@base":"rel"}]})"},
            {"invalid vocab mapping", R"({"@context":{"@vocab":true}})"},
            {"invalid default language", R"({"@context":{"@language":[]}})"},
            {"invalid base direction", R"({"@context":{"@direction":"up"}})"},
            {"invalid @propagate value", R"({"@context":{"@propagate":"no"}})"},
            {"invalid @protected value", R"({"@context":{"@protected":"yes"}})"},
            {"invalid context nullification", R"({"@context":[{"@protected":true,"t":"urn:t"},null]})"},
            {"protected term redefinition",
             R"({"@context":[{"t":{"@id":"urn:t","@protected":true}},{"t":"urn:other"}]})"},
        };
        check_all(samples);
    }

    TEST_CASE("a term that is wrongly defined is refused with the code of the specification")
    {
        const Sample samples[] = {
            {"cyclic IRI mapping", R"({"@context":{"a":"b:x","b":"a:y"}})"},
            {"invalid term definition", R"({"@context":{"":"urn:x"}})"},
            {"invalid term definition", R"({"@context":{"t":5}})"},
            {"invalid term definition", R"({"@context":{"t":{"@id":"urn:t","@unknown":1}}})"},
            {"invalid term definition", R"({"@context":{"t":{"@id":"urn:t","@index":"urn:i"}}})"},
            {"invalid term definition", R"({"@context":{"a:b":{"@id":"a:b","@prefix":true}}})"},
            {"invalid @prefix value", R"({"@context":{"t":{"@id":"urn:t","@prefix":1}}})"},
            {"keyword redefinition", R"({"@context":{"@id":"urn:x"}})"},
            {"keyword redefinition", R"({"@context":{"@type":{"@id":"@type"}}})"},
            {"invalid reverse property", R"({"@context":{"t":{"@reverse":"urn:r","@id":"urn:t"}}})"},
            {"invalid reverse property", R"({"@context":{"t":{"@reverse":"urn:r","@container":"@list"}}})"},
            {"invalid IRI mapping", R"({"@context":{"t":"rel"}})"},
            {"invalid IRI mapping", R"({"@context":{"t":{}}})"},
            {"invalid IRI mapping", R"({"@context":{"urn:a":"urn:b"}})"},
            {"invalid keyword alias", R"({"@context":{"t":"@context"}})"},
            {"invalid type mapping", R"({"@context":{"t":{"@id":"urn:t","@type":"rel"}}})"},
            {"invalid type mapping",
             R"({"@context":{"t":{"@id":"urn:t","@type":"@json","@container":"@type"}}})"},
            {"invalid container mapping", R"({"@context":{"t":{"@id":"urn:t","@container":"@value"}}})"},
            {"invalid container mapping",
             R"({"@context":{"t":{"@id":"urn:t","@container":["@list","@set"]}}})"},
            {"invalid container mapping",
             R"({"@context":{"t":{"@id":"urn:t","@container":["@graph","@language"]}}})"},
            {"invalid scoped context", R"({"@context":{"t":{"@id":"urn:t","@context":{"u":"rel"}}}})"},
            {"invalid language mapping", R"({"@context":{"t":{"@id":"urn:t","@language":5}}})"},
            {"invalid base direction", R"({"@context":{"t":{"@id":"urn:t","@direction":"down"}}})"},
            {"invalid @nest value", R"({"@context":{"t":{"@id":"urn:t","@nest":"@id"}}})"},
            {"invalid @protected value", R"({"@context":{"t":{"@id":"urn:t","@protected":1}}})"},
        };
        check_all(samples);
    }

    TEST_CASE("a document that is wrong is refused with the code of the specification")
    {
        const Sample samples[] = {
            {"colliding keywords", R"({"@context":{"id":"@id"},"id":"urn:a","@id":"urn:b"})"},
            {"invalid @id value", R"({"@id":["urn:a"],"urn:p":1})"},
            {"invalid type value", R"({"@type":{"@id":"urn:t"}})"},
            {"invalid @included value", R"({"@included":"text"})"},
            {"invalid @included value", R"({"@included":{"@value":"text"}})"},
            {"invalid value object value", R"({"urn:p":{"@value":[1]}})"},
            {"invalid language-tagged string", R"({"urn:p":{"@value":"a","@language":5}})"},
            {"invalid language-tagged value", R"({"urn:p":{"@value":5,"@language":"en"}})"},
            {"invalid base direction", R"({"urn:p":{"@value":"a","@direction":"up"}})"},
            {"invalid @index value", R"({"@index":5,"urn:p":1})"},
            {"invalid @reverse value", R"({"@reverse":"urn:a"})"},
            {"invalid reverse property map", R"({"@reverse":{"@id":"urn:a"}})"},
            {"invalid reverse property value", R"({"@reverse":{"urn:p":"text"}})"},
            {"invalid language map value",
             R"({"@context":{"t":{"@id":"urn:t","@container":"@language"}},"t":{"en":5}})"},
            {"invalid value object", R"({"urn:p":{"@value":"a","urn:q":1}})"},
            {"invalid value object", R"({"urn:p":{"@value":"a","@type":"urn:t","@language":"en"}})"},
            {"invalid value object",
             R"({"@context":{"t":{"@id":"urn:t","@container":"@id"}},"t":{"urn:a":"text"}})"},
            {"invalid typed value", R"({"urn:p":{"@value":"a","@type":"_:t"}})"},
            {"invalid set or list object", R"({"urn:p":{"@list":[],"@id":"urn:a"}})"},
            {"invalid @nest value", R"({"@nest":"text"})"},
            {"invalid @nest value", R"({"@nest":{"@value":"text"}})"},
        };
        check_all(samples);
    }

    TEST_CASE("what JSON-LD 1.0 does not know is refused in its mode")
    {
        const Sample samples[] = {
            {"processing mode conflict", R"({"@context":{"@version":1.1}})"},
            {"invalid context entry", R"({"@context":{"@propagate":true}})"},
            {"invalid context entry", R"({"@context":{"@import":"https://www.w3.org/ns/did/v1"}})"},
            {"invalid term definition", R"({"@context":{"t":{"@id":"urn:t","@context":{}}}})"},
            {"invalid container mapping", R"({"@context":{"t":{"@id":"urn:t","@container":"@graph"}}})"},
            {"invalid vocab mapping", R"({"@context":{"@vocab":"rel"}})"},
            {"list of lists", R"({"urn:p":{"@list":[{"@list":[]}]}})"},
        };
        check_all(samples, {.processing_mode = ProcessingMode::json_ld_1_0});
    }

    TEST_CASE("one node with two indexes has no RDF")
    {
        CHECK(
            test::canonical_of(
                R"({"urn:p":[{"@id":"urn:a","@index":"i","urn:q":1},{"@id":"urn:a","@index":"j","urn:q":2}]})")
                .starts_with("error: conflicting indexes: "));
    }
}
