// Claims from a stranger: what decodes encodes to the same bytes, and as JSON reads back the same.
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "storage/credential/claims.h"

using namespace northseal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView bytes(data, size);
    const auto claims = credential::decode_claims(bytes);
    if (!claims.ok()) return 0;
    const auto again = credential::encode_claims(claims.value());
    if (!again.ok() || !std::equal(bytes.begin(), bytes.end(), again.value().begin(), again.value().end()))
        std::abort();
    const auto read = credential::read_claims(credential::to_json(claims.value()));
    if (!read.ok() || !(read.value() == claims.value())) std::abort();
    return 0;
}
