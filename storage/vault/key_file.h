#pragma once
// A file that is a key (README, "Key files"): the one on a facilitator's token, and the one with the device
// secret.

#include <string>
#include <string_view>

#include "storage/base/disk.h"
#include "storage/base/secret.h"

namespace northseal::vault {

constexpr std::string_view token_magic = "northseal token 1\n";
constexpr std::string_view device_magic = "northseal device 1\n";

Result<> write_key_file(const std::string& path, std::string_view magic, const ByteArray<16>& id,
                        const SecretBytes& secret, Disk&);
// Fault::not_found where there is none, Fault::corrupt where it is not that one, whole.
Result<SecretBytes> read_key_file(const std::string& path, std::string_view magic, const ByteArray<16>& id,
                                  Disk&);

std::string token_path(const std::string& folder, const ByteArray<16>& id);

} // namespace northseal::vault
