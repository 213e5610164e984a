// Judges credentials of other issuers, one JSON line each on standard input:
//   {"credential": {…}, "keys": {"did:…#key": "z6Mk…"}}
// and answers each with one line: {"valid": [true, …], "reason": "…"}. Keys of did:key need not be given.

#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>

#include "storage/credential/did.h"
#include "storage/credential/proof.h"

namespace northseal {

namespace {

Result<PublicKey> find_key(const Json& keys, const std::string& method)
{
    if (const auto* given = member(keys, method); given != nullptr && given->is_string()) {
        return from_multikey(given->get_ref<const std::string&>());
    }
    if (!method.starts_with("did:key:")) return refused("no key was given for " + method);
    return credential::from_did_key(method.substr(0, method.find('#')));
}

Result<Json> judge(const std::string& line)
{
    const auto asked = TRY(parse_json(line, {4U << 20, 64}));
    const auto* document = member(asked, "credential");
    const auto* keys = member(asked, "keys");
    if (document == nullptr || keys == nullptr) return refused("credential and keys are wanted");
    const auto lookup = [&](const std::string& method) { return find_key(*keys, method); };
    Json out = {{"valid", Json::array()}, {"reason", ""}};
    for (const auto& outcome : TRY(credential::verify_proofs(*document, lookup))) {
        out["valid"].push_back(outcome.valid);
        if (!outcome.valid) out["reason"] = outcome.reason;
    }
    return out;
}

} // namespace

} // namespace northseal

int main()
{
    for (std::string line; std::getline(std::cin, line);) {
        const auto answer = northseal::judge(line);
        const auto json = answer.ok() ? answer.value()
                                      : northseal::Json{{"valid", northseal::Json::array({false})},
                                                        {"reason", answer.error().detail}};
        std::cout << json.dump() << std::endl;
    }
    return 0;
}
