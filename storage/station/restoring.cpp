#include <algorithm>

#include "storage/base/hash.h"
#include "storage/institution/delegation.h"
#include "storage/station/backup_file.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr std::size_t pack_most = institution::delegation_pack_most + vault::sealing_overhead;

// Whether a generation is what its manifest says, by its own bytes and by the kiosk's signed checkpoint.
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
        const auto bytes = TRY(disk.read(pack_copy_path(folder, pack.sealed), pack_most));
        if (sha256(bytes) != pack.sealed) {
            return corrupt("its copy of delegation " + std::to_string(pack.number) + " is damaged");
        }
    }
    return {};
}

Result<> begin_epoch(ledger::Ledger& ledger, const BackupManifest& manifest, const PublicKey& kiosk_key,
                     Surroundings around)
{
    return ledger.transaction([&]() -> Result<> {
        auto head = TRY(ledger.log().head());
        ledger::Entry entry;
        entry.number = head.tree.size() + 1;
        entry.time = TRY(date_without_station(ledger, around.clock)).time;
        entry.kind = ledger::EntryKind::epoch_begun;
        entry.body =
            encode(EpochBody{static_cast<std::uint64_t>(head.epoch) + 1, kiosk_key, manifest.facts.generation,
                             manifest.facts.made, manifest.facts.size, manifest.root});
        return ledger.log().append(entry, head);
    });
}

// Built beside the damaged one, whole and in its new epoch, before anything is moved.
Result<> build_restored(const std::string& workshop, const std::string& copy, const BackupManifest& manifest,
                        Surroundings around)
{
    TRY(around.disk.make_folder(workshop));
    for (const auto* ending : ledger_endings) TRY(around.disk.remove(workshop + "/ledger.db" + ending));
    TRY(ledger::Ledger::copy_file(copy, workshop + "/ledger.db", around.disk));
    const auto ledger = TRY(ledger::Ledger::open(workshop, around.disk));
    TRY(begin_epoch(*ledger, manifest, manifest.kiosk_key, around));
    return ledger->rest();
}

// The damaged files are set aside, the database before its WAL: a WAL without its database is nobody's, while
// a database without its WAL could pass for a whole one that is only older.
Result<> set_aside(const std::string& folder, Disk& disk)
{
    const auto aside = folder + "/damaged";
    TRY(disk.make_folder(aside));
    std::size_t number = 1;
    const auto name = [&](const char* ending) {
        return aside + "/" + std::to_string(number) + "-ledger.db" + ending;
    };
    while (disk.exists(name("")) || disk.exists(name("-wal"))) ++number;
    for (const auto* ending : ledger_endings) {
        const auto path = folder + "/ledger.db" + ending;
        if (disk.exists(path)) TRY(disk.rename(path, name(ending)));
    }
    return {};
}

Result<> put_in_place(const std::string& folder, const std::string& backups, const BackupManifest& manifest,
                      Surroundings around)
{
    auto& disk = around.disk;
    const auto workshop = folder + "/restoring";
    TRY(build_restored(workshop, ledger_copy_path(backups, manifest.facts.generation), manifest, around));
    if (!manifest.packs.empty()) TRY(disk.make_folder(folder + "/delegations"));
    for (const auto& pack : manifest.packs) {
        const auto bytes = TRY(disk.read(pack_copy_path(backups, pack.sealed), pack_most));
        TRY(disk.write_durably(pack_path(folder, pack.number), bytes));
    }
    TRY(set_aside(folder, disk));
    return disk.rename(workshop + "/ledger.db", folder + "/ledger.db");
}

Result<> check_needed(const std::string& folder, Surroundings around)
{
    const auto path = folder + "/ledger.db";
    if (!around.disk.exists(path)) return {};
    const auto opened = Station::open(folder, around);
    if (opened.ok()) return refused("the ledger in " + folder + " is whole: there is nothing to restore");
    return opened.error().fault == Fault::corrupt ? Result<>() : Result<>(opened.error());
}

} // namespace

Result<Restored> Station::restore(const std::string& folder, const std::string& medium, Surroundings around)
{
    const auto vault = TRY(vault::Vault::open(folder, around.disk, around.clock, around.random, around.tpm));
    TRY(check_needed(folder, around));
    const auto backups = backup_folder(medium, vault.kiosk_key());
    Restored out;
    for (const auto& manifest : TRY(list_backups(backups, vault.kiosk_key(), around.disk))) {
        const auto good = check_generation(backups, manifest, around.disk);
        if (!good.ok()) {
            out.passed_over.push_back("generation " + std::to_string(manifest.facts.generation) + ": " +
                                      good.error().detail);
            continue;
        }
        TRY(put_in_place(folder, backups, manifest, around));
        out.from = manifest.facts;
        return out;
    }
    std::string why = "no good backup of this kiosk lies in " + backups;
    for (const auto& each : out.passed_over) why += "; " + each;
    return Error{Fault::not_found, why};
}

std::optional<RestoreNotice> Station::restore_notice() const
{
    return m_parts->restored;
}

} // namespace northseal::station
