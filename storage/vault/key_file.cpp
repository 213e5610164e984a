#include "storage/vault/key_file.h"

#include "storage/base/hash.h"

namespace northseal::vault {
namespace {

constexpr std::size_t secret_size = 32;
constexpr std::size_t file_most = 256;

} // namespace

Result<> write_key_file(const std::string& path, std::string_view magic, const ByteArray<16>& id,
                        const SecretBytes& secret, Disk& disk)
{
    const auto digest = sha256({view(magic), id, secret.view()});
    auto bytes = joined({view(magic), id, secret.view(), digest});
    auto written = disk.write_durably(path, bytes);
    wipe(bytes);
    return written;
}

Result<SecretBytes> read_key_file(const std::string& path, std::string_view magic, const ByteArray<16>& id,
                                  Disk& disk)
{
    auto bytes = TRY(disk.read(path, file_most));
    const ByteView all = bytes;
    const auto begin = magic.size() + id.size();
    if (all.size() != begin + secret_size + 32 || text_of(all.first(magic.size())) != magic) {
        wipe(bytes);
        return corrupt(path + " is not a key file of the kind that is looked for");
    }
    auto secret = SecretBytes::copy_of(all.subspan(begin, secret_size));
    const auto digest = sha256(all.first(begin + secret_size));
    const bool whole = std::equal(digest.begin(), digest.end(), all.end() - 32) &&
                       std::equal(id.begin(), id.end(), all.begin() + static_cast<long>(magic.size()));
    wipe(bytes);
    if (!whole) return corrupt(path + " has changed since it was written, or belongs to another kiosk");
    return secret;
}

std::string token_path(const std::string& folder, const ByteArray<16>& id)
{
    return folder + "/northseal-" + to_hex(id) + ".key";
}

} // namespace northseal::vault
