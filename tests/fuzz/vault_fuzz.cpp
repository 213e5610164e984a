// The files in which a kiosk's secrets lie, and what a backup holds of them and of itself: whoever carries a
// disk or a stick may have changed them. What stands behind a right digest and reads is written again the
// same.

#include <algorithm>
#include <cstdlib>

#include "storage/base/hash.h"
#include "storage/station/backup_file.h"
#include "storage/vault/vault_file.h"

using namespace northseal;

namespace {

Bytes with_digest(std::string_view magic, ByteView body)
{
    auto bytes = joined({view(magic), body});
    append(bytes, sha256(bytes));
    return bytes;
}

void expect_same(const Bytes& written, const Bytes& read)
{
    if (written != read) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView body(data, size);
    static_cast<void>(vault::decode_vault_file(body).ok());
    static_cast<void>(vault::decode_vault_file(with_digest("northseal vault 1\n", body)).ok());
    const auto second = with_digest("northseal vault 2\n", body);
    const auto file = vault::decode_vault_file(second);
    if (file.ok()) expect_same(vault::encode(file.value()), second);
    const auto third = with_digest("northseal vault extract 1\n", body);
    const auto extract = vault::decode_extract(third);
    if (extract.ok()) expect_same(vault::encode_extract(extract.value()), third);
    const auto fourth = with_digest("northseal backup 1\n", body);
    const auto manifest = station::decode_manifest(fourth);
    if (manifest.ok()) expect_same(station::encode(manifest.value()), fourth);
    return 0;
}
