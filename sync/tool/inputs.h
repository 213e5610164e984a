#pragma once
// A certificate as people hand it over: an address or digits on the command line, or a file (or standard
// input) with either, or with the credential's JSON.

#include "storage/credential/verdict.h"
#include "sync/tool/tool.h"

namespace northseal::tool {

struct Certificate {
    std::string text;
    bool is_json{false};
};

Result<Certificate> read_certificate(Tool&, const std::string& input);

// The one that the template and claims of a slip stand for, or Fault::not_found where its template is not
// known.
Result<credential::Signed> read_signed_slip(std::string_view text, const credential::TrustSource&);

} // namespace northseal::tool
