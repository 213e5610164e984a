#include <algorithm>

#include "storage/base/hash.h"
#include "storage/institution/delegation.h"
#include "storage/station/backup_file.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

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

} // namespace

// Built beside what stands, whole and in its new epoch, before anything is moved.
Result<> build_restored(const std::string& workshop, const std::string& backups,
                        const BackupManifest& manifest, const PublicKey& kiosk_key, Surroundings around)
{
    TRY(around.disk.make_folder(workshop));
    for (const auto* ending : ledger_endings) TRY(around.disk.remove(workshop + "/ledger.db" + ending));
    const auto copy = ledger_copy_path(backups, manifest.facts.generation);
    TRY(ledger::Ledger::copy_file(copy, workshop + "/ledger.db", around.disk));
    const auto ledger = TRY(ledger::Ledger::open(workshop, around.disk));
    TRY(begin_epoch(*ledger, manifest, kiosk_key, around));
    return ledger->rest();
}

Result<> copy_packs(const std::string& folder, const std::string& backups, const BackupManifest& manifest,
                    Disk& disk)
{
    if (!manifest.packs.empty()) TRY(disk.make_folder(folder + "/delegations"));
    for (const auto& pack : manifest.packs) {
        const auto bytes = TRY(disk.read(pack_copy_path(backups, pack.sealed), sealed_pack_most));
        TRY(disk.write_durably(pack_path(folder, pack.number), bytes));
    }
    return {};
}

namespace {

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
    TRY(build_restored(workshop, backups, manifest, manifest.kiosk_key, around));
    TRY(copy_packs(folder, backups, manifest, disk));
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
    const auto manifest = TRY(newest_good(backups, vault.kiosk_key(), out.passed_over, around.disk));
    TRY(put_in_place(folder, backups, manifest, around));
    out.from = manifest.facts;
    return out;
}

std::optional<RestoreNotice> Station::restore_notice() const
{
    return m_parts->restored;
}

} // namespace northseal::station
