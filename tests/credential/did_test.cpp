#include "storage/credential/did.h"

#include <doctest/doctest.h>

#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

TEST_SUITE("storage/credential/did")
{
    TEST_CASE("the reference's DID documents are read and written alike")
    {
        for (const auto* const name : {"did.json", "did-kiosk-removed.json", "did-status.json"}) {
            CAPTURE(name);
            const auto document = read_did_document(reference_json(name)).value();
            CHECK(to_json(document) == reference_json(name));
        }
        CHECK(read_did_document(reference_json("did.json")).value().assertion_keys[1].key ==
              reference_key("kiosk-7q3f").public_key());
    }

    TEST_CASE("a key counts only where the document controls it and lists it for assertions")
    {
        const auto keys = [](const char* path, const Json& value) {
            auto json = reference_json("did-status.json");
            json[Json::json_pointer(path)] = value;
            const auto document = read_did_document(json);
            return document.ok() ? document.value().assertion_keys.size() : 99;
        };
        CHECK(keys("/id", "did:web:demo.northseal.invalid:status") == 1);
        CHECK(keys("/assertionMethod/0", "did:web:demo.northseal.invalid:status#other") == 0);
        CHECK(keys("/verificationMethod/0/controller", "did:web:other.example") == 0);
        CHECK(keys("/verificationMethod/0/id", "#publisher-1") == 0);
        CHECK(keys("/verificationMethod/0/type", "JsonWebKey") == 0);
        CHECK(keys("/verificationMethod/0/publicKeyMultibase", "z6Mk") == 0);
        CHECK(keys("/verificationMethod", "none") == 99);
        CHECK(keys("/id", "https://demo.northseal.invalid/") == 99);
    }

    TEST_CASE("a fragment that reads as a key is no name for one of ours")
    {
        const auto key = reference_key("desk-2026").public_key();
        const std::string did = "did:web:demo.northseal.invalid";
        CHECK(check_key_id(did, did + "#kiosk-7q3f").ok());
        CHECK_FALSE(check_key_id(did, did + "#" + to_multikey(key)).ok());
        CHECK_FALSE(check_key_id(did, "#kiosk-7q3f").ok());
        CHECK_FALSE(check_key_id(did, did + "#").ok());
        auto json = to_json(
            DidDocument{did, {{did + "#" + to_multikey(key), reference_key("publisher-1").public_key()}}});
        CHECK(read_did_document(json).value().assertion_keys.empty());
    }

    TEST_CASE("did:key is its own document, by the method's vectors")
    {
        const auto key = reference_key("desk-2026").public_key();
        const auto did = to_did_key(key);
        CHECK(did == "did:key:z6MktmphT2r1V8d5cbQ2fFexu4VGsuUKS63yRYgL4EQEnjJQ");
        CHECK(from_did_key(did).value() == key);
        CHECK(did_key_document(did).value().assertion_keys[0].id == did + "#" + did.substr(8));
        CHECK_FALSE(from_did_key("did:key:z6LS").ok());
        CHECK_FALSE(from_did_key("did:web:example.com").ok());
        const auto text = shared_file("data/vectors/did-key/ed25519.json");
        if (text.empty()) return;
        const auto vectors = parse_json(text).value();
        for (const auto& [name, vector] : vectors.items()) {
            if (name.starts_with("did:key:")) CHECK(to_did_key(from_did_key(name).value()) == name);
        }
    }

    TEST_CASE("did:web says where its document is")
    {
        CHECK(did_web_url("did:web:example.ca").value() == "https://example.ca/.well-known/did.json");
        CHECK(did_web_url("did:web:localhost%3A8443").value() ==
              "https://localhost:8443/.well-known/did.json");
        CHECK(did_web_url("did:web:example.ca:status").value() == "https://example.ca/status/did.json");
        CHECK(did_web_url("did:web:example.ca%3A81:a:b").value() == "https://example.ca:81/a/b/did.json");
        for (const auto* const bad :
             {"did:web:", "did:web:a b", "did:web:example.ca/x", "did:web:example.ca:", "did:key:z6",
              "did:web:example.ca:..", "did:web:x%3Aport", "did:web:user@example.ca"}) {
            CAPTURE(bad);
            CHECK_FALSE(did_web_url(bad).ok());
        }
    }
}
