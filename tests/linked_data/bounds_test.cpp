#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/linked_data/helpers.h"

using namespace northseal;
using namespace northseal::linked_data;

namespace {

std::string repeated(const std::string& open, std::size_t count, const std::string& middle,
                     const std::string& close)
{
    std::string out;
    for (std::size_t at = 0; at < count; ++at) out += open;
    out += middle;
    for (std::size_t at = 0; at < count; ++at) out += close;
    return out;
}

Fault fault_of(const std::string& document, const JsonLdLimits& limits = {})
{
    JsonLdOptions options;
    options.limits = limits;
    const auto result = to_rdf(test::json_of(document), options);
    REQUIRE_FALSE(result.ok());
    return result.error().fault;
}

} // namespace

TEST_SUITE("storage/linked_data/bounds")
{
    TEST_CASE("a document nested too deeply is full, however it nests")
    {
        CHECK(fault_of(repeated(R"({"urn:p":)", 100, "1", "}")) == Fault::full);
        CHECK(fault_of(R"({"urn:p":)" + repeated("[", 100, "1", "]") + "}") == Fault::full);
        CHECK(fault_of(R"({"urn:p":)" + repeated(R"({"@list":[)", 100, "1", "]}") + "}") == Fault::full);
        CHECK(fault_of(repeated(R"({"@nest":)", 100, "{}", "}")) == Fault::full);
        CHECK(fault_of(R"({"@context":)" + repeated(R"({"t":{"@id":"urn:t","@context":)", 100, "{}", "}}") +
                       "}") == Fault::full);
    }

    TEST_CASE(
        "a chain of terms that each stand on the next is followed to a depth, not to the end of the stack")
    {
        std::string context = R"("t0":"urn:t")";
        for (int at = 1; at < 2'000; ++at)
            context += ",\"t" + std::to_string(at) + "\":\"t" + std::to_string(at - 1) + ":x\"";
        CHECK(fault_of(R"({"@context":{"z":"t1999:x",)" + context + "}}") == Fault::full);
    }

    TEST_CASE("values, quads and terms are counted")
    {
        CHECK(fault_of(R"({"urn:p":[1,2,3,4,5,6,7,8,9]})", {.nodes = 5}) == Fault::full);
        CHECK(fault_of(R"({"urn:p":[1,2,3,4,5,6,7,8,9]})", {.quads = 5}) == Fault::full);
        CHECK(fault_of(R"({"@context":{"a":"urn:a","b":"urn:b"}})", {.context_terms = 1}) == Fault::full);
        CHECK(fault_of(R"({"@context":["https://www.w3.org/ns/did/v1","https://www.w3.org/ns/did/v1#"]})",
                       {.remote_contexts = 0}) == Fault::full);
    }

    TEST_CASE("a long vocabulary at many terms is not written out without bound")
    {
        std::string document = R"({"@context":{"@vocab":"urn:)" + std::string(10'000, 'v') + R"("})";
        for (int at = 0; at < 500; ++at) document += ",\"t" + std::to_string(at) + "\":1";
        CHECK(fault_of(document + "}", {.text = 1'000'000}) == Fault::full);
    }

    TEST_CASE("a credential needs a small part of what is allowed")
    {
        JsonLdOptions options;
        options.safe = true;
        options.limits = {.depth = 20,
                          .remote_contexts = 4,
                          .nodes = 2'000,
                          .quads = 400,
                          .context_terms = 40'000,
                          .text = 100'000};
        CHECK(to_rdf(test::json_of(test::reference_file("credential-en-full.json")), options).ok());
    }
}
