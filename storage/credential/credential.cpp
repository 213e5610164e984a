#include "storage/credential/credential.h"

#include "storage/base/hash.h"

namespace northseal::credential {
namespace {

constexpr std::string_view received_tag = "northseal received 1\n";

Result<> check_named(const Template& tmpl, const Signed& award)
{
    if (tmpl.id() == award.template_id) return {};
    return refused("the credential names another template");
}

} // namespace

Result<Signed> sign(const Template& tmpl, const Claims& claims, const SigningKey& kiosk)
{
    const auto hashes = TRY(tmpl.hash_data(claims));
    return Signed{tmpl.id(), claims, kiosk.sign(hashes)};
}

Result<std::string> to_json(const Template& tmpl, const Signed& award)
{
    TRY(check_named(tmpl, award));
    return tmpl.signed_json(award.claims, award.signature);
}

Result<bool> verify_signature(const Template& tmpl, const Signed& award, const PublicKey& key)
{
    TRY(check_named(tmpl, award));
    const auto hashes = TRY(tmpl.hash_data(award.claims));
    return verify(key, hashes, award.signature);
}

Result<ReceivedDigest> received_digest(const Signed& award)
{
    const auto claims = TRY(encode_claims(award.claims));
    const auto digest = sha256({view(received_tag), award.template_id, claims, award.signature});
    ReceivedDigest out;
    std::copy_n(digest.begin(), out.size(), out.begin());
    return out;
}

} // namespace northseal::credential
