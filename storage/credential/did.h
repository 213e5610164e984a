#pragma once
// DID documents of the methods that verifiers of Open Badges resolve: did:key (Ed25519) and did:web.

#include <string>
#include <string_view>
#include <vector>

#include "storage/base/ed25519.h"
#include "storage/base/json.h"

namespace northseal::credential {

std::string to_did_key(const PublicKey&);
Result<PublicKey> from_did_key(std::string_view did);

// did:web:HOST[%3APORT][:path…] -> https URL of its document, and the host part back.
Result<std::string> did_web_url(std::string_view did);

struct DidKey {
    std::string
        id; // absolute: did + "#" + named fragment; a fragment that reads as a multibase key is refused
    PublicKey key{};
};

struct DidDocument {
    std::string id;
    std::vector<DidKey> assertion_keys; // each in verificationMethod and in assertionMethod
};

Json to_json(const DidDocument&);
Result<DidDocument>
read_did_document(const Json&); // only Multikey Ed25519 keys listed for assertionMethod are kept

} // namespace northseal::credential
