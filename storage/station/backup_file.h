#pragma once
// How a backup lies on its medium (README, "Backups"): the manifest of each generation, written last, and
// which generations stay. Inside this module only.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/base/disk.h"
#include "storage/base/ed25519.h"
#include "storage/station/station.h"

namespace northseal::station {

struct BackedUpPack { // a delegation's file, sealed, by the SHA-256 of the sealed bytes
    std::uint64_t number{0};
    Digest sealed{};
};

struct BackupManifest {
    BackupFacts facts;
    PublicKey kiosk_key{};
    Digest root{};          // of the log at that size
    std::string checkpoint; // the kiosk's own word for size and root; empty before the first delegation
    std::string origin;     // whose checkpoint it is
    std::vector<BackedUpPack> packs;
};
Bytes encode(const BackupManifest&);
Result<BackupManifest> decode_manifest(ByteView); // refuses what encode would not write

// The folder of one kiosk on a medium that several may share.
std::string backup_folder(const std::string& medium, const PublicKey& kiosk_key);
std::string manifest_path(const std::string& folder, std::uint64_t generation);
std::string ledger_copy_path(const std::string& folder, std::uint64_t generation);
std::string pack_copy_path(const std::string& folder, const Digest& sealed);
std::string extract_path(const std::string& folder); // of the vault; beside the folder, for all generations
// Of the kiosks that have a backup on that medium.
Result<std::vector<std::string>> backup_folders(const std::string& medium, Disk&);

// What lies there with a manifest that reads, newest first. A medium that fails while it is read may hold
// more: who restores passes over it; who tidies up must not.
enum class Unreadable { is_passed_over, is_an_error };
Result<std::vector<BackupManifest>> list_backups(const std::string& folder, const PublicKey& kiosk_key, Disk&,
                                                 Unreadable = Unreadable::is_passed_over);
// The highest number that anything there bears, whether or not it reads: no generation is ever written over.
Result<std::uint64_t> last_generation(const std::string& folder, Disk&);
// Whether a generation is what its manifest says, by its own bytes and by the kiosk's signed checkpoint.
Result<> check_generation(const std::string& folder, const BackupManifest&, Disk&);
// The newest that is; what was passed over and why. Fault::not_found where there is none.
Result<BackupManifest> newest_good(const std::string& folder, const PublicKey& kiosk_key,
                                   std::vector<std::string>& passed_over, Disk&);
// Of generations newest first: the newest seven, and the last of each of four weeks before.
std::vector<std::uint64_t> generations_to_keep(const std::vector<BackupManifest>&);

// Putting one in place (restoring.cpp): the ledger, with an entry that begins the next epoch under that key,
// in the workshop beside the place where it goes last; the delegations' files.
std::string workshop_ledger(const std::string& folder);
Result<> build_restored(const std::string& folder, const std::string& backups, const BackupManifest&,
                        const PublicKey& kiosk_key, Surroundings);
Result<> copy_packs(const std::string& folder, const std::string& backups, const BackupManifest&, Disk&);

} // namespace northseal::station
