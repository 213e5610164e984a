#include <algorithm>
#include <charconv>

#include "storage/base/hash.h"
#include "storage/institution/delegation.h"
#include "storage/station/backup_file.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr const char* workshop_folder = "/restoring";
constexpr const char* epoch_file = "/epoch";

// The last epoch that a restore began here, whether or not any backup has it: two trees under one name would
// be two histories. Where the file is gone or does not read, the backup's own count is all there is.
std::int64_t last_epoch_begun(const std::string& folder, Disk& disk)
{
    constexpr std::size_t digits_most = 18;
    const auto bytes = disk.read(folder + epoch_file, digits_most);
    std::int64_t epoch = 0;
    if (!bytes.ok()) return epoch;
    const auto text = text_of(bytes.value());
    const auto read = std::from_chars(text.data(), text.data() + text.size(), epoch);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && epoch > 0 ? epoch : 0;
}

// Returns its number.
Result<std::int64_t> begin_epoch(ledger::Ledger& ledger, const BackupManifest& manifest,
                                 const PublicKey& kiosk_key, std::int64_t last_begun, Surroundings around)
{
    return ledger.transaction([&]() -> Result<std::int64_t> {
        auto head = TRY(ledger.log().head());
        head.epoch = std::max(head.epoch, last_begun);
        ledger::Entry entry;
        entry.number = head.tree.size() + 1;
        entry.time = TRY(date_without_station(ledger, around.clock)).time;
        entry.kind = ledger::EntryKind::epoch_begun;
        entry.body =
            encode(EpochBody{static_cast<std::uint64_t>(head.epoch) + 1, kiosk_key, manifest.facts.generation,
                             manifest.facts.made, manifest.facts.size, manifest.root});
        TRY(ledger.log().append(entry, head));
        return head.epoch;
    });
}

} // namespace

std::string workshop_ledger(const std::string& folder)
{
    return folder + workshop_folder + "/ledger.db";
}

// Built beside what stands, whole and in its new epoch, before anything is moved.
Result<> build_restored(const std::string& folder, const std::string& backups, const BackupManifest& manifest,
                        const PublicKey& kiosk_key, Surroundings around)
{
    const auto workshop = folder + workshop_folder;
    TRY(around.disk.make_folder(workshop));
    for (const auto* ending : ledger_endings) TRY(around.disk.remove(workshop + "/ledger.db" + ending));
    const auto copy = ledger_copy_path(backups, manifest.facts.generation);
    TRY(ledger::Ledger::copy_file(copy, workshop_ledger(folder), around.disk));
    const auto ledger = TRY(ledger::Ledger::open(workshop, around.disk));
    const auto epoch =
        TRY(begin_epoch(*ledger, manifest, kiosk_key, last_epoch_begun(folder, around.disk), around));
    TRY(ledger->rest());
    // Before anything can be signed in it. A restore that is interrupted from here on leaves a number unused.
    return around.disk.write_durably(folder + epoch_file, view(std::to_string(epoch)));
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

// A delegation that the restored ledger does not know: what was lost may have issued under any of its
// indexes, so its file must not count again (lost_pack_path).
Result<> set_lost_packs_aside(const std::string& folder, const BackupManifest& manifest, Disk& disk)
{
    if (!disk.exists(folder + "/delegations")) return {};
    for (const auto& name : TRY(disk.list(folder + "/delegations"))) {
        std::uint64_t number = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
        if (read.ec != std::errc() || read.ptr != name.data() + name.size()) continue;
        const auto is_it = [&](const BackedUpPack& pack) { return pack.number == number; };
        if (std::any_of(manifest.packs.begin(), manifest.packs.end(), is_it)) continue;
        TRY(disk.rename(pack_path(folder, number), lost_pack_path(folder, number)));
    }
    return {};
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
    TRY(build_restored(folder, backups, manifest, manifest.kiosk_key, around));
    TRY(copy_packs(folder, backups, manifest, disk));
    TRY(set_lost_packs_aside(folder, manifest, disk));
    TRY(set_aside(folder, disk));
    return disk.rename(workshop_ledger(folder), folder + "/ledger.db");
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
