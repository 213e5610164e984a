// Another machine goes on where one was lost: from a backup on its medium and a recovery code.

#include "storage/base/text.h"
#include "storage/station/backup_file.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

struct ChosenBackup {
    std::string folder;
    Bytes extract;
    BackupManifest manifest;
};

vault::Successor successor_of(const NewMachine& wanted)
{
    vault::Successor out;
    out.protection = wanted.protection.value_or(vault::SixWords{wanted.words, vault::words_cost});
    out.pins = wanted.pins;
    if (wanted.hardness == Hardness::tests_only) {
        out.cost_of_pin = vault::tests_cost;
        if (auto* words = std::get_if<vault::SixWords>(&out.protection)) words->cost = vault::tests_cost;
    }
    return out;
}

void wipe_all(vault::Successor& successor)
{
    if (auto* words = std::get_if<vault::SixWords>(&successor.protection)) wipe(words->words);
    for (auto& each : successor.pins) wipe(each.pin);
}

// Several kiosks may share a medium: the code says which of them is meant.
Result<ChosenBackup> choose(const std::string& medium, const std::string& code,
                            std::vector<std::string>& passed_over, Disk& disk)
{
    Error last{Fault::not_found, "no backup that a new machine could go on from lies in " + medium};
    for (const auto& folder : TRY(backup_folders(medium, disk))) {
        ChosenBackup out{folder, TRY(disk.read(extract_path(folder), vault::vault_file_most)), {}};
        const auto kiosk = vault::Vault::whose(out.extract, code);
        if (!kiosk.ok()) {
            last = kiosk.error();
            continue;
        }
        out.manifest = TRY(newest_good(folder, kiosk.value(), passed_over, disk));
        return out;
    }
    return last;
}

} // namespace

Result<TakenOver> Station::take_over(const std::string& folder, const std::string& medium,
                                     const NewMachine& wanted, Surroundings around)
{
    auto& disk = around.disk;
    if (vault::Vault::exists(folder, disk)) return refused("a kiosk stands in " + folder + " already");
    TakenOver out;
    const auto backup = TRY(choose(medium, wanted.code, out.restored.passed_over, disk));
    auto successor = successor_of(wanted);
    auto made =
        vault::Vault::succeed(folder, backup.extract, wanted.code, successor, backup.manifest.facts.size,
                              disk, around.clock, around.random, around.tpm);
    wipe_all(successor);
    auto vault = TRY(std::move(made));
    out.codes = TRY(vault.first_recovery_codes());
    // The ledger that stands here from now on has learners and no vault: whoever starts over must know whose
    // it is.
    const auto marker = folder + "/taking-over";
    if (!disk.exists(marker)) {
        TRY(clear_interrupted_enrolment(folder, disk));
        TRY(disk.write_durably(marker, view("a machine is being set up here from a backup\n")));
    }
    TRY(build_restored(folder, backup.folder, backup.manifest, vault.kiosk_key(), around));
    TRY(copy_packs(folder, backup.folder, backup.manifest, disk));
    TRY(disk.rename(workshop_ledger(folder), folder + "/ledger.db"));
    TRY(vault.keep()); // last: from here on the folder is a kiosk's
    static_cast<void>(disk.remove(marker).ok());
    out.request = TRY(desk_request(vault));
    out.restored.from = backup.manifest.facts;
    return out;
}

} // namespace northseal::station
