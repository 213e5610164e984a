#include "storage/linked_data/json_ld.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/linked_data/helpers.h"

using namespace northseal;
using namespace northseal::linked_data;
using test::canonical_of;

namespace {

// The expanded form as JSON text.
std::string expanded(const std::string& context, const std::string& body, const JsonLdOptions& options = {})
{
    const auto result = expand(test::json_of(R"({"@context":)" + context + "," + body + "}"), options);
    return result.ok() ? result.value().dump() : "error: " + result.error().detail;
}

} // namespace

TEST_SUITE("storage/linked_data/json_ld")
{
    TEST_CASE("the reference credentials have their N-Quads byte for byte")
    {
        for (const std::string name : {"en-typical", "en-syllabics"}) {
            Json credential = test::json_of(test::reference_file("credential-" + name + ".json"));
            credential.erase("proof");
            CHECK(canonical_of(credential.dump(), {.safe = true}) ==
                  test::reference_file("nquads-" + name + ".nq"));
        }
    }

    TEST_CASE("the reference proof's options have their N-Quads byte for byte")
    {
        const Json credential = test::json_of(test::reference_file("credential-en-typical.json"));
        Json options = credential.at("proof");
        options.erase("proofValue");
        options["@context"] = credential.at("@context");
        CHECK(canonical_of(options.dump(), {.safe = true}) ==
              test::reference_file("nquads-proof-en-typical.nq"));
    }

    TEST_CASE("every reference credential passes safe mode with its proof")
    {
        for (const char* name :
             {"en-full", "en-least", "en-narrative", "fr-60letters", "fr-typical", "en-typical-two-proofs"}) {
            JsonLdOptions options;
            options.safe = true;
            CHECK(to_rdf(test::json_of(test::reference_file("credential-" + std::string(name) + ".json")),
                         options)
                      .ok());
        }
    }

    TEST_CASE("terms, compact IRIs, vocabulary and base give names their IRIs")
    {
        CHECK(
            expanded(R"({"ex":"http://e.org/","t":"ex:t","@vocab":"http://v.org/"})",
                     R"("t":"a","ex:u":"b","w":"c","@id":"x")", {.base = "http://b.org/dir/doc"}) ==
            R"([{"@id":"http://b.org/dir/x","http://e.org/t":[{"@value":"a"}],"http://e.org/u":[{"@value":"b"}],)"
            R"("http://v.org/w":[{"@value":"c"}]}])");
        CHECK(expanded(R"({"@base":"../up/","@vocab":""})", R"("@id":"x","t":1)",
                       {.base = "http://b.org/dir/doc"}) ==
              R"([{"@id":"http://b.org/up/x","http://b.org/up/t":[{"@value":1}]}])");
        CHECK(expanded(R"({"t":null,"@vocab":"urn:v:"})", R"("t":1,"u":2)") ==
              R"([{"urn:v:u":[{"@value":2}]}])");
    }

    TEST_CASE("types, languages and directions are given by the term, or by the context")
    {
        CHECK(
            expanded(R"({"d":{"@id":"urn:d","@type":"urn:date"},"r":{"@id":"urn:r","@type":"@id"},)"
                     R"("k":{"@id":"urn:k","@type":"@vocab"},"Big":"urn:Big"})",
                     R"("d":"2020","r":"urn:x","k":"Big")") ==
            R"([{"urn:d":[{"@type":"urn:date","@value":"2020"}],"urn:k":[{"@id":"urn:Big"}],"urn:r":[{"@id":"urn:x"}]}])");
        CHECK(
            expanded(
                R"({"@language":"EN","@direction":"rtl","f":{"@id":"urn:f","@language":"fr-CA","@direction":null}})",
                R"("urn:p":"x","f":"y","urn:n":1)") ==
            R"([{"urn:f":[{"@language":"fr-ca","@value":"y"}],"urn:n":[{"@value":1}],)"
            R"("urn:p":[{"@direction":"rtl","@language":"en","@value":"x"}]}])");
    }

    TEST_CASE("containers: lists of lists, sets, languages, indexes, ids, types and graphs")
    {
        CHECK(expanded(R"({"l":{"@id":"urn:l","@container":"@list"}})", R"("l":[1,[2,[]]])") ==
              R"([{"urn:l":[{"@list":[{"@value":1},{"@list":[{"@value":2},{"@list":[]}]}]}]}])");
        CHECK(expanded(R"({"s":{"@id":"urn:s","@container":"@set"}})", R"("s":{"@set":[1]})") ==
              R"([{"urn:s":[{"@value":1}]}])");
        CHECK(expanded(R"({"m":{"@id":"urn:m","@container":"@language"}})",
                       R"("m":{"en":["a",null],"@none":"b"})") ==
              R"([{"urn:m":[{"@value":"b"},{"@language":"en","@value":"a"}]}])");
        CHECK(expanded(R"({"i":{"@id":"urn:i","@container":"@index"}})", R"("i":{"x":{"@id":"urn:a"}})") ==
              R"([{"urn:i":[{"@id":"urn:a","@index":"x"}]}])");
        CHECK(expanded(R"({"i":{"@id":"urn:i","@container":"@index","@index":"urn:key"}})",
                       R"("i":{"x":{"@id":"urn:a"}})") ==
              R"([{"urn:i":[{"@id":"urn:a","urn:key":[{"@value":"x"}]}]}])");
        CHECK(expanded(R"({"i":{"@id":"urn:i","@container":"@id"}})", R"("i":{"urn:a":{"urn:p":1}})") ==
              R"([{"urn:i":[{"@id":"urn:a","urn:p":[{"@value":1}]}]}])");
        CHECK(
            expanded(R"({"y":{"@id":"urn:y","@container":"@type"}})", R"("y":{"urn:T":{"@type":"urn:U"}})") ==
            R"([{"urn:y":[{"@type":["urn:T","urn:U"]}]}])");
        CHECK(expanded(R"({"g":{"@id":"urn:g","@container":["@graph","@id"]}})",
                       R"("g":{"urn:a":{"urn:p":1}})") ==
              R"([{"urn:g":[{"@graph":[{"urn:p":[{"@value":1}]}],"@id":"urn:a"}]}])");
    }

    TEST_CASE("a type's context ends where the next node begins; a property's goes on")
    {
        CHECK(expanded(R"({"T":{"@id":"urn:T","@context":{"n":"urn:inner"}},"n":"urn:outer","p":"urn:p"})",
                       R"("@type":"T","n":1,"p":{"n":2})") ==
              R"([{"@type":["urn:T"],"urn:inner":[{"@value":1}],"urn:p":[{"urn:outer":[{"@value":2}]}]}])");
        CHECK(expanded(R"({"p":{"@id":"urn:p","@context":{"n":"urn:inner"}},"q":"urn:q"})",
                       R"("p":{"q":{"n":2}})") ==
              R"([{"urn:p":[{"urn:q":[{"urn:inner":[{"@value":2}]}]}]}])");
        CHECK(expanded(R"({"T":{"@id":"urn:T","@context":{"@propagate":true,"n":"urn:inner"}},"p":"urn:p"})",
                       R"("@type":"T","p":{"n":2})") ==
              R"([{"@type":["urn:T"],"urn:p":[{"urn:inner":[{"@value":2}]}]}])");
    }

    TEST_CASE(
        "a protected term may be said again as it was, and be changed by a property's own context alone")
    {
        const std::string first = R"({"@protected":true,"t":"urn:t"})";
        CHECK(expanded("[" + first + R"(,{"t":"urn:t"}])", R"("t":1)") == R"([{"urn:t":[{"@value":1}]}])");
        CHECK(expanded("[" + first + R"(,{"p":{"@id":"urn:p","@context":{"t":"urn:other"}}}])",
                       R"("p":{"t":1})") == R"([{"urn:p":[{"urn:other":[{"@value":1}]}]}])");
    }

    TEST_CASE("@import brings an embedded context in, and what stands beside it wins")
    {
        CHECK(expanded(R"({"@import":"https://www.w3.org/ns/did/v1","controller":"urn:mine"})",
                       R"("controller":1)") == R"([{"urn:mine":[{"@value":1}]}])");
    }

    TEST_CASE("@nest, @included, @reverse and @graph put nodes where they belong")
    {
        CHECK(expanded(R"({"box":"@nest","t":"urn:t"})", R"("box":{"t":1},"t":2)") ==
              R"([{"urn:t":[{"@value":2},{"@value":1}]}])");
        CHECK(canonical_of(R"({"@id":"urn:a","urn:p":1,"@included":[{"@id":"urn:b","urn:q":2}]})") ==
              "<urn:a> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
              "<urn:b> <urn:q> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
        CHECK(canonical_of(R"({"@context":{"r":{"@reverse":"urn:p"}},"@id":"urn:a","r":{"@id":"urn:b"},)"
                           R"("@reverse":{"urn:q":{"@id":"urn:c"}}})") ==
              "<urn:b> <urn:p> <urn:a> .\n<urn:c> <urn:q> <urn:a> .\n");
        CHECK(canonical_of(R"({"@id":"urn:g","@graph":[{"@id":"urn:a","urn:p":"x"}]})") ==
              "<urn:a> <urn:p> \"x\" <urn:g> .\n");
    }

    TEST_CASE("numbers, booleans and JSON have one lexical form each")
    {
        const std::pair<const char*, const char*> samples[] = {
            {"1", "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"},
            {"-0.0", "\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>"},
            {"5.5", "\"5.5E0\"^^<http://www.w3.org/2001/XMLSchema#double>"},
            {"0.00001", "\"1.0E-5\"^^<http://www.w3.org/2001/XMLSchema#double>"},
            {"1e21", "\"1.0E21\"^^<http://www.w3.org/2001/XMLSchema#double>"},
            {"5e20", "\"500000000000000000000\"^^<http://www.w3.org/2001/XMLSchema#integer>"},
            {"123456789.125", "\"1.23456789125E8\"^^<http://www.w3.org/2001/XMLSchema#double>"},
            {"true", "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"},
            {R"({"@value":1,"@type":"http://www.w3.org/2001/XMLSchema#double"})",
             "\"1.0E0\"^^<http://www.w3.org/2001/XMLSchema#double>"},
            {R"({"@value":0.5,"@type":"http://www.w3.org/2001/XMLSchema#float"})",
             "\"5.0E-1\"^^<http://www.w3.org/2001/XMLSchema#float>"},
            {R"({"@value":{"b":1.0,"a":[null]},"@type":"@json"})",
             "\"{\\\"a\\\":[null],\\\"b\\\":1}\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>"},
        };
        for (const auto& [value, object] : samples) {
            CHECK(canonical_of(std::string(R"({"@id":"urn:s","urn:p":)") + value + "}") ==
                  "<urn:s> <urn:p> " + std::string(object) + " .\n");
        }
    }

    TEST_CASE("a direction is a datatype, or a node of its own, or left out")
    {
        const std::string document =
            R"({"@id":"urn:s","urn:p":{"@value":"x","@language":"AR","@direction":"rtl"}})";
        CHECK(canonical_of(document) == "<urn:s> <urn:p> \"x\"@ar .\n");
        CHECK(canonical_of(document, {.rdf_direction = RdfDirection::i18n_datatype}) ==
              "<urn:s> <urn:p> \"x\"^^<https://www.w3.org/ns/i18n#ar_rtl> .\n");
        CHECK(canonical_of(document, {.rdf_direction = RdfDirection::compound_literal}) ==
              "<urn:s> <urn:p> _:c14n0 .\n"
              "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#direction> \"rtl\" .\n"
              "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#language> \"ar\" .\n"
              "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> \"x\" .\n");
    }

    TEST_CASE("lists become chains, and an empty one is nil")
    {
        CHECK(
            canonical_of(R"({"@id":"urn:s","urn:p":{"@list":["a"]},"urn:q":{"@list":[]}})") ==
            "<urn:s> <urn:p> _:c14n0 .\n<urn:s> <urn:q> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n"
            "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> \"a\" .\n"
            "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> "
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n");
    }

    TEST_CASE("what is said twice is one quad, and what has no RDF form is no quad")
    {
        CHECK(canonical_of(R"([{"@id":"urn:s","urn:p":["a","a"]},{"@id":"urn:s","urn:p":"a"}])") ==
              "<urn:s> <urn:p> \"a\" .\n");
        CHECK(canonical_of(R"({"@id":"rel","urn:p":{"@id":"urn:a","urn:q":"x"}})") ==
              "<urn:a> <urn:q> \"x\" .\n");
        CHECK(canonical_of(R"({"@id":"urn:s","_:p":"x"})").empty());
        const auto general = to_rdf(test::json_of(R"({"@id":"urn:s","_:p":"x"})"), {.generalized = true});
        CHECK(general.value().front().predicate.kind == TermKind::blank);
    }

    TEST_CASE("a context given by the caller stands before the document's own")
    {
        const Json context = test::json_of(R"({"@context":{"t":"urn:t"}})");
        JsonLdOptions options;
        options.expand_context = &context;
        CHECK(canonical_of(R"({"@id":"urn:s","t":"x"})", options) == "<urn:s> <urn:t> \"x\" .\n");
    }
}
