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

// did:web:HOST[%3APORT][:path…] -> the https URL of its document (did:web method specification, "Read").
Result<std::string> did_web_url(std::string_view did);

struct DidKey {
    std::string id; // absolute: did + "#" + fragment
    PublicKey key{};
};

struct DidDocument {
    std::string id;
    std::vector<DidKey> assertion_keys; // each in verificationMethod and in assertionMethod
};

// Refuses a key's id that is not absolute, and a fragment that reads as a multibase key: some verifiers
// believe such a fragment without asking the document, and no closing could reach it.
Result<> check_key_id(std::string_view did, std::string_view key_id);

Json to_json(const DidDocument&);
// Only Multikey Ed25519 keys that the document controls and lists for assertionMethod are kept. A fragment
// that reads as a key is kept only where it is that very key (did:key and many strangers write it so).
Result<DidDocument> read_did_document(const Json&);
// What a did:key stands for (did:key method specification): one key, named by itself.
Result<DidDocument> did_key_document(std::string_view did);

} // namespace northseal::credential
