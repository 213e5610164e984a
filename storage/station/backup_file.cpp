#include "storage/station/backup_file.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "storage/base/hash.h"
#include "storage/credential/cbor.h"
#include "storage/ledger/ledger.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr std::string_view backup_magic = "northseal backup 1\n";
constexpr std::size_t manifest_most = 64U << 10;
constexpr std::size_t packs_most = 1000;
constexpr std::size_t digest_size = 32;
constexpr std::size_t nights_kept = 7;
constexpr std::size_t weeks_kept = 4;
constexpr std::int64_t week = 7 * 86400;
constexpr std::string_view manifest_ending = ".backup";
constexpr std::string_view extract_ending = ".extract";
constexpr std::string_view folder_beginning = "northseal-";

std::string ten_digits(std::uint64_t generation)
{
    auto digits = std::to_string(generation);
    return std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0') + digits;
}

Result<BackupManifest> read_manifest(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 8) return refused("its list has another length");
    BackupManifest out;
    out.facts.generation = TRY(in.number());
    out.facts.made = static_cast<Instant>(TRY(in.number()));
    out.facts.size = TRY(in.number());
    const auto key = TRY(in.bytes());
    out.kiosk_key = TRY(exactly<32>(key, "the kiosk's key"));
    const auto root = TRY(in.bytes());
    out.root = TRY(exactly<32>(root, "the log's root"));
    out.checkpoint = std::string(TRY(in.text()));
    out.origin = std::string(TRY(in.text()));
    const auto packs = TRY(in.array());
    if (packs % 2 != 0 || packs > 2 * packs_most) return refused("its delegations do not come in pairs");
    for (std::size_t i = 0; i < packs; i += 2) {
        BackedUpPack pack;
        pack.number = TRY(in.number());
        const auto digest = TRY(in.bytes());
        pack.sealed = TRY(exactly<32>(digest, "a delegation's digest"));
        out.packs.push_back(pack);
    }
    return out;
}

} // namespace

Bytes encode(const BackupManifest& manifest)
{
    credential::CborWriter out;
    out.array(8)
        .number(manifest.facts.generation)
        .number(static_cast<std::uint64_t>(manifest.facts.made))
        .number(manifest.facts.size)
        .bytes(manifest.kiosk_key)
        .bytes(manifest.root)
        .text(manifest.checkpoint)
        .text(manifest.origin)
        .array(2 * manifest.packs.size());
    for (const auto& pack : manifest.packs) out.number(pack.number).bytes(pack.sealed);
    auto bytes = joined({view(backup_magic), out.take()});
    append(bytes, sha256(bytes));
    return bytes;
}

Result<BackupManifest> decode_manifest(ByteView bytes)
{
    if (bytes.size() < backup_magic.size() + digest_size ||
        text_of(bytes.first(backup_magic.size())) != backup_magic) {
        return corrupt("this is no backup's manifest");
    }
    const auto digest = sha256(bytes.first(bytes.size() - digest_size));
    if (!std::equal(digest.begin(), digest.end(), bytes.end() - digest_size)) {
        return corrupt("the backup's manifest is damaged");
    }
    auto read =
        read_manifest(bytes.subspan(backup_magic.size(), bytes.size() - backup_magic.size() - digest_size));
    if (!read.ok()) return corrupt("the backup's manifest: " + read.error().detail);
    if (!std::ranges::equal(encode(read.value()), bytes)) {
        return corrupt("the backup's manifest holds more than it says");
    }
    return read;
}

std::string backup_folder(const std::string& medium, const PublicKey& kiosk_key)
{
    return medium + "/" + std::string(folder_beginning) + to_hex(ByteView(kiosk_key).first(8));
}

std::string manifest_path(const std::string& folder, std::uint64_t generation)
{
    return folder + "/" + ten_digits(generation) + std::string(manifest_ending);
}

std::string ledger_copy_path(const std::string& folder, std::uint64_t generation)
{
    return folder + "/" + ten_digits(generation) + ".ledger";
}

std::string pack_copy_path(const std::string& folder, const Digest& sealed)
{
    return folder + "/" + to_hex(sealed) + ".delegation";
}

std::string extract_path(const std::string& folder)
{
    return folder + std::string(extract_ending);
}

Result<std::vector<std::string>> backup_folders(const std::string& medium, Disk& disk)
{
    std::vector<std::string> out;
    for (const auto& name : TRY(disk.list(medium))) {
        if (!name.starts_with(folder_beginning) || !name.ends_with(extract_ending)) continue;
        out.push_back(medium + "/" + name.substr(0, name.size() - extract_ending.size()));
    }
    return out;
}

Result<> check_generation(const std::string& folder, const BackupManifest& manifest, Disk& disk)
{
    const auto examined =
        TRY(ledger::Ledger::examine(ledger_copy_path(folder, manifest.facts.generation), disk));
    if (examined.size != manifest.facts.size || examined.root != manifest.root) {
        return corrupt("its log is not the one that its manifest names");
    }
    if (!manifest.checkpoint.empty()) {
        const auto signed_word =
            ledger::open_checkpoint(manifest.checkpoint, manifest.origin, manifest.kiosk_key);
        if (!signed_word.ok() || signed_word.value().size != examined.size ||
            signed_word.value().root != examined.root) {
            return corrupt("its log does not fit the checkpoint that the kiosk signed");
        }
    }
    for (const auto& pack : manifest.packs) {
        const auto bytes = TRY(disk.read(pack_copy_path(folder, pack.sealed), sealed_pack_most));
        if (sha256(bytes) != pack.sealed) {
            return corrupt("its copy of delegation " + std::to_string(pack.number) + " is damaged");
        }
    }
    return {};
}

Result<BackupManifest> newest_good(const std::string& folder, const PublicKey& kiosk_key,
                                   std::vector<std::string>& passed_over, Disk& disk)
{
    for (auto& manifest : TRY(list_backups(folder, kiosk_key, disk))) {
        const auto good = check_generation(folder, manifest, disk);
        if (good.ok()) return std::move(manifest);
        passed_over.push_back("generation " + std::to_string(manifest.facts.generation) + ": " +
                              good.error().detail);
    }
    std::string why = "no good backup of this kiosk lies in " + folder;
    for (const auto& each : passed_over) why += "; " + each;
    return Error{Fault::not_found, why};
}

Result<std::vector<BackupManifest>> list_backups(const std::string& folder, const PublicKey& kiosk_key,
                                                 Disk& disk, Unreadable unreadable)
{
    std::vector<BackupManifest> out;
    auto names = disk.list(folder);
    if (!names.ok()) {
        if (names.error().fault == Fault::not_found) return out;
        return std::move(names).error();
    }
    for (const auto& name : names.value()) {
        if (!name.ends_with(manifest_ending)) continue;
        const auto bytes = disk.read(folder + "/" + name, manifest_most);
        if (!bytes.ok() && unreadable == Unreadable::is_an_error) return bytes.error();
        if (!bytes.ok()) continue;
        auto manifest = decode_manifest(bytes.value());
        // Whoever finds one that does not read, or another kiosk's, leaves it: it is no backup of ours.
        if (!manifest.ok() || manifest.value().kiosk_key != kiosk_key ||
            manifest_path(folder, manifest.value().facts.generation) != folder + "/" + name) {
            continue;
        }
        out.push_back(std::move(manifest).value());
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.facts.generation > b.facts.generation; });
    return out;
}

Result<std::uint64_t> last_generation(const std::string& folder, Disk& disk)
{
    std::uint64_t last = 0;
    for (const auto& name : TRY(disk.list(folder))) {
        std::uint64_t number = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
        const bool is_numbered = read.ec == std::errc() && read.ptr == name.data() + 10 && name[10] == '.';
        if (name.size() > 10 && is_numbered) last = std::max(last, number);
    }
    return last;
}

std::vector<std::uint64_t> generations_to_keep(const std::vector<BackupManifest>& newest_first)
{
    std::vector<std::uint64_t> out;
    std::set<Instant> weeks;
    for (const auto& manifest : newest_first) {
        if (out.size() < nights_kept) {
            out.push_back(manifest.facts.generation);
        } else if (weeks.size() < weeks_kept && weeks.insert(manifest.facts.made / week).second) {
            out.push_back(manifest.facts.generation);
        }
    }
    return out;
}

} // namespace northseal::station
