#include "storage/catalogue/endorsement.h"

#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/credential/proof.h"

namespace northseal::catalogue {

namespace {

bool has_type(const Json& credential, std::string_view type)
{
    const auto* types = member(credential, "type");
    if (types == nullptr || !types->is_array()) return false;
    return std::any_of(types->begin(), types->end(), [&](const Json& one) { return one == type; });
}

} // namespace

Result<> check_endorsement(const Endorsement& endorsement)
{
    const auto key = TRY(from_multikey(endorsement.key));
    const auto credential = TRY(parse_json(endorsement.credential, {endorsement_most, 16}));
    if (!has_type(credential, "EndorsementCredential")) {
        return refused("it is no EndorsementCredential: ask the partner for one");
    }
    const auto* subject = member(credential, "credentialSubject");
    if (subject == nullptr || !text_member(*subject, "endorsementComment").ok()) {
        return refused("it says nothing in credentialSubject.endorsementComment");
    }
    const auto lookup = [&](const std::string&) -> Result<PublicKey> { return key; };
    for (const auto& outcome : TRY(credential::verify_proofs(credential, lookup))) {
        if (outcome.valid) return {};
    }
    return refused("its signature does not fit the partner's key");
}

} // namespace northseal::catalogue
