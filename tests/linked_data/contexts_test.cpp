#include "storage/linked_data/contexts.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "tests/linked_data/helpers.h"

using namespace northseal;
using namespace northseal::linked_data;

TEST_SUITE("storage/linked_data/contexts")
{
    TEST_CASE("each embedded context has the bytes that its hash names, and reads as a context")
    {
        CHECK(embedded_contexts().size() >= 13);
        for (const auto& context : embedded_contexts()) {
            CHECK(to_hex(sha256(view(context.bytes))) == context.sha256);
            const Json* document = embedded_context(context.url);
            REQUIRE(document != nullptr);
            CHECK(document->contains("@context"));
            CHECK(expand(Json{{"@context", std::string(context.url)}}).ok());
        }
        CHECK(embedded_context_urls().size() == embedded_contexts().size());
    }

    TEST_CASE("the contexts that a credential of ours names are there")
    {
        for (const char* url : {"https://www.w3.org/ns/credentials/v2",
                                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                                "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"})
            CHECK(embedded_context(url) != nullptr);
    }

    TEST_CASE("a context outside the set is refused by name, with what to do")
    {
        const auto error = test::expansion_error(R"({"@context":"https://example.org/context/v1"})");
        CHECK(error.starts_with("loading remote context failed"));
        CHECK(error.find("<https://example.org/context/v1>") != std::string::npos);
        CHECK(error.find("inline") != std::string::npos);
        CHECK(embedded_context("https://example.org/context/v1") == nullptr);
    }

    TEST_CASE("the embedded contexts say what their publishers' documents say, where those lie beside this "
              "checkout")
    {
        const auto map = parse_json(test::shared_file("data/contexts/context-map.json"));
        if (!map.ok()) return;
        std::size_t compared = 0;
        for (const auto& item : map.value().items()) {
            const std::string url = item.key();
            const Json& entry = item.value();
            const Json* ours = embedded_context(url);
            if (!entry.is_object() || ours == nullptr) continue;
            auto file = entry.at("file").get<std::string>();
            // The package has the specification's text of this one; the validator's has two terms more.
            if (file == "ob-v3p0-3.0.3.json") file = "ob-v3p0-3.0.3.specrepo-2025-04.json";
            CHECK_MESSAGE(parse_json(test::shared_file("data/contexts/" + file)).value() == *ours, url);
            ++compared;
        }
        CHECK(compared >= 10);
    }
}
