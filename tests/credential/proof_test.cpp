#include "storage/credential/proof.h"

#include <doctest/doctest.h>

#include "storage/base/hash.h"
#include "storage/credential/did.h"
#include "storage/credential/forms.h"
#include "storage/linked_data/canonical.h"
#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

namespace {

// The W3C vectors use a context of examples that only maps every term to a name of its own; standing inline
// it gives the same quads.
Json with_examples_inline(Json json)
{
    for (auto& context : json["@context"]) {
        if (context == "https://www.w3.org/ns/credentials/examples/v2") {
            context = {{"@vocab", "https://www.w3.org/ns/credentials/examples#"}};
        }
    }
    return json;
}

SigningKey vector_key(const std::string& secret_multibase)
{
    const auto bytes = from_base58(std::string_view(secret_multibase).substr(1)).value();
    return SigningKey::from_seed(ByteView(bytes).subspan(2)); // after 0x8026
}

Result<PublicKey> did_key_of(const std::string& method)
{
    return from_did_key(method.substr(0, method.find('#')));
}

Result<PublicKey> reference_did(const std::string& method)
{
    const auto document = TRY(read_did_document(reference_json("did.json")));
    for (const auto& key : document.assertion_keys) {
        if (key.id == method) return key.key;
    }
    return refused("the issuer lists no such key");
}

bool all_valid(const Json& document, const KeyLookup& lookup)
{
    const auto outcomes = verify_proofs(document, lookup);
    if (!outcomes.ok()) return false;
    for (const auto& outcome : outcomes.value()) {
        if (!outcome.valid) return false;
    }
    return true;
}

bool any_valid(const Json& document, const KeyLookup& lookup)
{
    const auto outcomes = verify_proofs(document, lookup);
    if (!outcomes.ok()) return false;
    for (const auto& outcome : outcomes.value()) {
        if (outcome.valid) return true;
    }
    return false;
}

// Rubric levels are many and alike: a quarter of them stands for all.
bool is_one_of_many(const std::string& path, int turn)
{
    return turn % 4 != 0 && path.find("rubricCriterionLevel") != path.npos;
}

void collect_paths(const Json& value, const std::string& path, std::vector<std::string>& out)
{
    if (!path.empty()) out.push_back(path);
    if (value.is_object()) {
        for (const auto& [name, child] : value.items()) {
            auto escaped = name; // JSON Pointer: ~0 and ~1
            for (std::size_t at = 0; (at = escaped.find_first_of("~/", at)) != escaped.npos; at += 2) {
                escaped.replace(at, 1, escaped[at] == '~' ? "~0" : "~1");
            }
            collect_paths(child, path + "/" + escaped, out);
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            collect_paths(value[i], path + "/" + std::to_string(i), out);
    }
}

Json typical()
{
    return reference_json("credential-en-typical.json");
}

} // namespace

TEST_SUITE("storage/credential/proof")
{
    TEST_CASE("the W3C vector of eddsa-rdfc-2022 comes out byte for byte, step by step")
    {
        const auto text = shared_file("data/vectors/vc-di-eddsa/eddsa-rdfc-2022.json");
        if (text.empty()) return;
        const auto vector = parse_json(text).value();
        const auto unsigned_document = with_examples_inline(vector["unsigned"]);
        auto options = vector["proofConfig"];
        options.erase("@context");
        CHECK(canonical_document(unsigned_document).value() ==
              vector["canonicalDocument"].get<std::string>());
        CHECK(canonical_proof(unsigned_document, options).value() ==
              vector["canonicalProofConfig"].get<std::string>());
        CHECK(to_hex(hash_data(unsigned_document, options).value()) ==
              vector["hashData_hex"].get<std::string>());
        const auto proof = create_proof(unsigned_document, options, vector_key(vector["secretKeyMultibase"]));
        CHECK(proof.value()["proofValue"] == vector["proofValue"].get<std::string>());
        CHECK(all_valid(with_examples_inline(vector["signed"]), did_key_of));
    }

    TEST_CASE("the W3C employment vector fits from its quads on; its context is one that is not embedded")
    {
        const auto text = shared_file("data/vectors/vc-di-eddsa/eddsa-rdfc-2022-employment.json");
        if (text.empty()) return;
        const auto vector = parse_json(text).value();
        CHECK(canonical_document(vector["unsigned"]).error().detail.find("citizenship") != std::string::npos);
        auto options = vector["proofConfig"];
        options.erase("@context");
        const Json plain = {{"@context", {"https://www.w3.org/ns/credentials/v2"}}};
        CHECK(canonical_proof(plain, options).value() == vector["canonicalProofConfig"].get<std::string>());
        const std::string document = vector["canonicalDocument"];
        const auto quads = linked_data::parse_nquads(document).value();
        CHECK(linked_data::canonicalize(quads).value().nquads == document);
        const std::string proof = vector["canonicalProofConfig"];
        const auto hashes = joined({sha256(view(proof)), sha256(view(document))});
        CHECK(to_hex(hashes) == vector["hashData_hex"].get<std::string>());
        const auto key = vector_key(vector["secretKeyMultibase"]);
        CHECK("z" + to_base58(key.sign(hashes)) == vector["proofValue"].get<std::string>());
    }

    TEST_CASE("the W3C vectors of proof sets and chains are signed and verified alike")
    {
        const auto text = shared_file("data/vectors/vc-di-eddsa/proof-set-chain.json");
        if (text.empty()) return;
        const auto vector = parse_json(text).value();
        for (const auto* const name :
             {"signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"}) {
            CAPTURE(name);
            CHECK(all_valid(with_examples_inline(vector[name]), did_key_of));
        }
        const auto set = with_examples_inline(vector["signedProofSet2"]);
        const auto key3 = vector_key(vector["multiKeyPairs"]["keyPair3"]["privateKeyMultibase"]);
        CHECK(create_proof(set, vector["proofChainConfig1"], key3).value() ==
              vector["proofChainConfigSigned1"]);
        const auto chain = with_examples_inline(vector["signedProofChain1"]);
        const auto key4 = vector_key(vector["multiKeyPairs"]["keyPair4"]["privateKeyMultibase"]);
        CHECK(create_proof(chain, vector["proofChainConfig2"], key4).value() ==
              vector["proofChainConfigSigned2"]);
    }

    TEST_CASE("a proof in a chain falls with the one it stands on")
    {
        const auto text = shared_file("data/vectors/vc-di-eddsa/proof-set-chain.json");
        if (text.empty()) return;
        auto chain = with_examples_inline(parse_json(text).value()["signedProofChain2"]);
        chain["proof"][1]["proofValue"] = chain["proof"][0]["proofValue"];
        const auto outcomes = verify_proofs(chain, did_key_of).value();
        CHECK(outcomes[0].valid);
        CHECK_FALSE(outcomes[1].valid);
        CHECK_FALSE(outcomes[2].valid);
        CHECK_FALSE(outcomes[3].valid);
        chain["proof"].erase(0);
        CHECK_FALSE(any_valid(chain, did_key_of));
    }

    TEST_CASE("any one good proof of a set is enough to believe, and each is judged by itself")
    {
        for (const auto* const name :
             {"credential-en-typical-two-proofs.json", "credential-en-typical-two-proofs-kiosk-first.json"}) {
            auto credential = reference_json(name);
            CHECK(all_valid(credential, reference_did));
            credential["proof"][1]["created"] = "2026-06-12T15:04:06Z";
            const auto outcomes = verify_proofs(credential, reference_did).value();
            CHECK(outcomes[0].valid);
            CHECK_FALSE(outcomes[1].valid);
            CHECK(outcomes[1].reason == "the signature does not fit the credential");
        }
    }

    TEST_CASE("each value of a credential changed is refused")
    {
        const auto flat = typical().flatten();
        REQUIRE(all_valid(typical(), reference_did));
        CHECK(flat.size() == 222);
        int turn = 0;
        for (const auto& item : flat.items()) {
            const std::string path = item.key();
            const Json& value = item.value();
            if (is_one_of_many(path, turn++)) continue;
            auto altered = typical();
            auto& place = altered[Json::json_pointer(path)];
            place = value.is_boolean() ? Json(!value.get<bool>()) : Json(value.get<std::string>() + "x");
            CAPTURE(path);
            CHECK_FALSE(any_valid(altered, reference_did));
        }
    }

    TEST_CASE("each member and each element of a credential removed is refused")
    {
        std::vector<std::string> paths;
        collect_paths(typical(), "", paths);
        CHECK(paths.size() == 320);
        int turn = 0;
        for (const auto& path : paths) {
            if (is_one_of_many(path, turn++)) continue;
            auto altered = typical();
            const Json::json_pointer pointer(path);
            auto& parent = altered[pointer.parent_pointer()];
            if (parent.is_array()) {
                parent.erase(static_cast<std::size_t>(std::stoul(pointer.back())));
            } else {
                parent.erase(pointer.back());
            }
            CAPTURE(path);
            CHECK_FALSE(any_valid(altered, reference_did));
        }
    }

    TEST_CASE("a proof of another suite, type or purpose, or past its end, is none of ours")
    {
        const auto changed = [](const char* name, const char* value) {
            auto credential = typical();
            credential["proof"][name] = value;
            return verify_proofs(credential, reference_did, from_date_time("2026-07-01T00:00:00Z").value())
                .value()[0]
                .reason;
        };
        CHECK(changed("cryptosuite", "eddsa-jcs-2022") ==
              "the proof is of suite eddsa-jcs-2022, not eddsa-rdfc-2022");
        CHECK(changed("type", "Ed25519Signature2020") == "the proof is of another type");
        CHECK(changed("proofPurpose", "authentication") == "the proof's purpose is not assertionMethod");
        CHECK(changed("expires", "2026-06-30T00:00:00Z") == "the proof ended on 2026-06-30T00:00:00Z");
        CHECK(changed("created", "yesterday") != "");
        CHECK(changed("verificationMethod", "did:web:demo.northseal.invalid#kiosk-aaaa") ==
              "the issuer lists no such key");
        CHECK(changed("proofValue", "x") == "the proofValue is not base58 as multibase");
    }

    TEST_CASE("a document without a proof, or with more than anybody needs, is refused")
    {
        auto credential = typical();
        const auto proof = credential["proof"];
        credential.erase("proof");
        CHECK_FALSE(verify_proofs(credential, reference_did).ok());
        credential["proof"] = Json::array();
        for (std::size_t i = 0; i <= proofs_most; ++i) credential["proof"].push_back(proof);
        CHECK(verify_proofs(credential, reference_did).error().fault == Fault::full);
        CHECK_FALSE(verify_proofs(Json("text"), reference_did).ok());
    }

    TEST_CASE("a document whose contexts do not define proofs gets the context that does")
    {
        const auto key = reference_key("desk-2026");
        Json document = {{"@context", {{{"name", "https://schema.org/name"}}}}, {"name", "Sample"}};
        const auto method = to_did_key(key.public_key()) + "#k";
        document["proof"] = create_proof(document,
                                         {{"type", "DataIntegrityProof"},
                                          {"cryptosuite", "eddsa-rdfc-2022"},
                                          {"verificationMethod", method},
                                          {"proofPurpose", "assertionMethod"}},
                                         key)
                                .value();
        CHECK(all_valid(document, did_key_of));
        document["name"] = "Simple";
        CHECK_FALSE(any_valid(document, did_key_of));
    }
}
