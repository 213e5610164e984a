#include <nlohmann/json.hpp>

#include "storage/institution/fields.h"
#include "sync/tool/commands.h"
#include "sync/tool/dids.h"
#include "sync/tool/inputs.h"

namespace northseal::tool {
namespace {

// A credential of ours says which template and claims it came of only through verification, which refills
// them.
Result<std::string> encode(const SlipAsk& ask, Tool& tool)
{
    const auto issuers = TRY(KnownIssuers::load(tool, ask.trust, {}, {}));
    const auto text = TRY(read_input(tool, ask.input));
    credential::VerifyOptions options;
    options.now = instant_most; // whatever its date: encoding judges nothing
    const auto finding = credential::verify_json(text, issuers, options);
    if (!finding.award || finding.credential.empty()) {
        return refused("this is no credential as the institution of " + ask.trust +
                       " made: " + finding.reason);
    }
    const auto& host = issuers.folder()->record().verify_host;
    const auto url = TRY(credential::to_slip_url(credential::slip_of(*finding.award),
                                                 "https://" + institution::url_host(host) + "/"));
    return url + "\n";
}

Result<std::string> decode(const SlipAsk& ask, Tool& tool)
{
    const auto certificate = TRY(read_certificate(tool, ask.input));
    if (certificate.is_json) return refused("this is a credential, not a printed code: use \"slip encode\"");
    const auto slip = TRY(credential::read_slip_text(certificate.text));
    const auto issuers = TRY(KnownIssuers::load(tool, ask.trust, {}, {}));
    if (ask.credential) {
        const auto award = TRY(read_signed_slip(certificate.text, issuers));
        return credential::to_json(*issuers.find_template(slip.prefix), award);
    }
    const Json out = {{"template", to_hex(slip.prefix)},
                      {"claims", credential::to_json(slip.claims)},
                      {"signature", to_hex(slip.signature)}};
    return out.dump(2) + "\n";
}

int finish_slip(const Result<std::string>& text)
{
    if (!text.ok()) return failed(text.error());
    say(text.value());
    return exit_done;
}

} // namespace

int slip_encode(const SlipAsk& ask, Tool& tool)
{
    return finish_slip(encode(ask, tool));
}

int slip_decode(const SlipAsk& ask, Tool& tool)
{
    return finish_slip(decode(ask, tool));
}

} // namespace northseal::tool
