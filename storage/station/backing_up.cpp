#include <algorithm>

#include "storage/base/hash.h"
#include "storage/institution/delegation.h"
#include "storage/station/backup_file.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

// A delegation's file is the same in every generation, so it lies there once, by its digest.
Result<BackedUpPack> copy_pack(Parts& parts, const std::string& folder, std::uint64_t number)
{
    auto& disk = parts.around.disk;
    const auto bytes = TRY(disk.read(pack_path(parts.folder, number), sealed_pack_most));
    const BackedUpPack pack{number, sha256(bytes)};
    const auto path = pack_copy_path(folder, pack.sealed);
    const auto there = disk.read(path, sealed_pack_most);
    if (!there.ok() || there.value() != bytes) TRY(disk.write_durably(path, bytes));
    return pack;
}

// The newest only: a code that was used or renewed since opens no copy that lies here.
Result<> keep_extract(Parts& parts, const std::string& folder)
{
    auto& disk = parts.around.disk;
    const auto bytes = parts.vault.extract();
    const auto there = disk.read(extract_path(folder), vault::vault_file_most);
    if (there.ok() && there.value() == bytes) return {};
    return disk.write_durably(extract_path(folder), bytes);
}

// What no manifest names any more, half a generation that a power cut left included.
Result<> remove_unnamed(const std::string& folder, const std::vector<BackupManifest>& manifests,
                        const std::vector<std::uint64_t>& kept, Disk& disk)
{
    std::vector<std::string> named;
    for (const auto& manifest : manifests) {
        const auto generation = manifest.facts.generation;
        if (std::find(kept.begin(), kept.end(), generation) == kept.end()) continue;
        named.push_back(manifest_path(folder, generation));
        named.push_back(ledger_copy_path(folder, generation));
        for (const auto& pack : manifest.packs) named.push_back(pack_copy_path(folder, pack.sealed));
    }
    // Manifests first: a generation is never less than it says.
    for (const bool manifests_now : {true, false}) {
        for (const auto& name : TRY(disk.list(folder))) {
            const auto path = folder + "/" + name;
            if (name.ends_with(".backup") != manifests_now) continue;
            if (std::find(named.begin(), named.end(), path) == named.end()) TRY(disk.remove(path));
        }
    }
    return {};
}

Result<BackupManifest> write_generation(Parts& parts, const std::string& folder, std::uint64_t generation,
                                        const std::function<void()>& between)
{
    auto& disk = parts.around.disk;
    BackupManifest manifest;
    manifest.facts.generation = generation;
    manifest.kiosk_key = parts.vault.kiosk_key();
    for (const auto& record : TRY(parts.ledger->delegations().all())) {
        manifest.packs.push_back(TRY(copy_pack(parts, folder, record.number)));
    }
    TRY(keep_extract(parts, folder));
    const auto copy = ledger_copy_path(folder, generation);
    TRY(parts.ledger->copy_to(copy, disk, between));
    // Read back from the medium: a copy that nobody has looked at is a hope.
    const auto examined = TRY(ledger::Ledger::examine(copy, disk));
    const auto head = TRY(parts.ledger->log().head());
    manifest.facts.made = parts.time_after(head);
    manifest.facts.size = examined.size;
    manifest.root = examined.root;
    manifest.checkpoint = TRY(parts.ledger->log().checkpoint_at(examined.size)).value_or("");
    if (const auto* named = parts.named(); named != nullptr && !manifest.checkpoint.empty()) {
        manifest.origin = origin_of(*named, head.epoch);
    }
    TRY(disk.write_durably(manifest_path(folder, generation), encode(manifest)));
    return manifest;
}

// Those that hold the last erasure. By their own history and not by size alone: before a restore the log may
// have been longer, and nobody was erased there.
Result<std::vector<BackupManifest>> since_last_erasure(Parts& parts,
                                                       const std::vector<BackupManifest>& manifests)
{
    auto& log = parts.ledger->log();
    const auto head = TRY(log.head());
    if (head.last_erasure == 0) return manifests;
    std::vector<BackupManifest> out;
    for (const auto& manifest : manifests) {
        const auto size = manifest.facts.size;
        if (size < head.last_erasure || size > head.tree.size()) continue;
        const auto proof = TRY(log.consistency(size, head.tree.size()));
        if (ledger::verify_consistency(size, manifest.root, head.tree.size(), head.tree.root(), proof)) {
            out.push_back(manifest);
        }
    }
    return out;
}

} // namespace

Result<BackupFacts> Station::back_up(const std::string& medium, const std::function<void()>& between)
{
    auto& parts = *m_parts;
    auto& disk = parts.around.disk;
    const auto folder = backup_folder(medium, parts.vault.kiosk_key());
    TRY(disk.make_folder(folder));
    auto manifests = TRY(list_backups(folder, parts.vault.kiosk_key(), disk, Unreadable::is_an_error));
    // The copy carries the kiosk's own word for what it holds. Locked, lock() has made it.
    if (!is_locked() && parts.named() != nullptr) TRY(checkpoint());
    const auto generation = TRY(last_generation(folder, disk)) + 1;
    manifests.insert(manifests.begin(), TRY(write_generation(parts, folder, generation, between)));
    const auto kept = generations_to_keep(TRY(since_last_erasure(parts, manifests)));
    TRY(remove_unnamed(folder, manifests, kept, disk));
    return manifests.front().facts;
}

Result<std::optional<BackupFacts>> Station::latest_backup(const std::string& medium) const
{
    const auto& parts = *m_parts;
    const auto folder = backup_folder(medium, parts.vault.kiosk_key());
    const auto manifests = TRY(list_backups(folder, parts.vault.kiosk_key(), parts.around.disk));
    if (manifests.empty()) return std::optional<BackupFacts>();
    return std::optional(manifests.front().facts);
}

} // namespace northseal::station
