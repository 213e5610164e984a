#include "storage/credential/did.h"

#include <nlohmann/json.hpp>

namespace northseal::credential {
namespace {

constexpr std::string_view key_method = "did:key:";
constexpr std::string_view web_method = "did:web:";
constexpr std::size_t did_most = 512;
constexpr std::size_t keys_most = 4'096;

bool is_name(std::string_view text, std::string_view more)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               more.find(c) != more.npos;
    });
}

Result<std::string> host_of(std::string_view part)
{
    const auto mark = part.find("%3A");
    const auto host = part.substr(0, mark);
    if (!is_name(host, ".-")) return refused("did:web names no host");
    if (mark == part.npos) return std::string(host);
    const auto port = part.substr(mark + 3);
    const bool digits =
        !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == port.npos;
    if (!digits) return refused("did:web has a port that is no number");
    return std::string(host) + ":" + std::string(port);
}

bool lists(const Json& references, const std::string& id)
{
    return std::any_of(references.begin(), references.end(), [&](const Json& entry) { return entry == id; });
}

// Nothing where the method is of another kind than ours.
std::optional<DidKey> read_key(const Json& method, const std::string& did)
{
    const auto id = text_member(method, "id");
    const auto type = text_member(method, "type");
    const auto controller = text_member(method, "controller");
    const auto key_text = text_member(method, "publicKeyMultibase");
    if (!id.ok() || !type.ok() || !controller.ok() || !key_text.ok()) return std::nullopt;
    if (type.value() != "Multikey" || controller.value() != did) return std::nullopt;
    if (!id.value().starts_with(did + "#")) return std::nullopt;
    const auto key = from_multikey(key_text.value());
    if (!key.ok()) return std::nullopt;
    const auto named = from_multikey(std::string_view(id.value()).substr(did.size() + 1));
    if (named.ok() && named.value() != key.value()) return std::nullopt;
    return DidKey{id.value(), key.value()};
}

} // namespace

std::string to_did_key(const PublicKey& key)
{
    return std::string(key_method) + to_multikey(key);
}

Result<PublicKey> from_did_key(std::string_view did)
{
    if (!did.starts_with(key_method)) return refused("this is no did:key");
    return from_multikey(did.substr(key_method.size()));
}

Result<std::string> did_web_url(std::string_view did)
{
    if (did.size() > did_most) return Error{Fault::full, "the DID is longer than any we read"};
    if (!did.starts_with(web_method)) return refused("this is no did:web");
    auto rest = did.substr(web_method.size());
    const auto end = rest.find(':');
    auto url = "https://" + TRY(host_of(rest.substr(0, end)));
    if (end == rest.npos) return url + "/.well-known/did.json";
    for (rest.remove_prefix(end); !rest.empty();) {
        rest.remove_prefix(1);
        const auto part = rest.substr(0, rest.find(':'));
        if (!is_name(part, ".-_~") || part == "." || part == "..")
            return refused("did:web has a path that is no name");
        url += "/" + std::string(part);
        rest.remove_prefix(part.size());
    }
    return url + "/did.json";
}

Result<> check_key_id(std::string_view did, std::string_view key_id)
{
    if (!key_id.starts_with(did) || key_id.substr(did.size(), 1) != "#") {
        return refused("a key is named by its DID, # and a name");
    }
    const auto fragment = key_id.substr(did.size() + 1);
    if (!is_name(fragment, "-_.")) return refused("a key's name is of letters, figures, - _ and .");
    if (from_multikey(fragment).ok()) return refused("a key's name must not read as a key itself");
    return {};
}

Json to_json(const DidDocument& document)
{
    Json methods = Json::array();
    Json assertions = Json::array();
    for (const auto& key : document.assertion_keys) {
        methods.push_back({{"id", key.id},
                           {"type", "Multikey"},
                           {"controller", document.id},
                           {"publicKeyMultibase", to_multikey(key.key)}});
        assertions.push_back(key.id);
    }
    return {{"@context", {"https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"}},
            {"id", document.id},
            {"verificationMethod", std::move(methods)},
            {"assertionMethod", std::move(assertions)}};
}

Result<DidDocument> read_did_document(const Json& json)
{
    DidDocument out;
    out.id = TRY(text_member(json, "id"));
    if (!out.id.starts_with("did:") || out.id.size() > did_most)
        return refused("the DID document names no DID");
    const auto* const methods = member(json, "verificationMethod");
    const auto* const assertions = member(json, "assertionMethod");
    if (methods == nullptr || assertions == nullptr)
        return out; // a document without keys for this is no error
    if (!methods->is_array() || !assertions->is_array())
        return refused("the DID document's keys are no lists");
    if (methods->size() > keys_most || assertions->size() > keys_most) {
        return Error{Fault::full, "the DID document has more keys than any we read"};
    }
    for (const auto& method : *methods) {
        auto key = read_key(method, out.id);
        if (key && lists(*assertions, key->id)) out.assertion_keys.push_back(std::move(*key));
    }
    for (const auto& method : *assertions) {
        auto key = method.is_object() ? read_key(method, out.id) : std::nullopt;
        if (key) out.assertion_keys.push_back(std::move(*key));
    }
    return out;
}

Result<DidDocument> did_key_document(std::string_view did)
{
    const auto key = TRY(from_did_key(did));
    const std::string id(did);
    return DidDocument{id, {{id + "#" + id.substr(key_method.size()), key}}};
}

} // namespace northseal::credential
