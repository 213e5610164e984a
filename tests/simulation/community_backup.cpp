// Now and then somebody puts the stick in; and where the ledger is lost, it comes back from there.

#include "tests/simulation/community.h"

namespace northseal::simulation {

void Community::back_up()
{
    std::optional<station::BackupFacts> made;
    act("back up", {}, [&]() -> Result<> {
        made = TRY(m_kiosk.site().back_up(stick));
        return {};
    });
    if (!made) return;
    m_backup = KeptBackup{*made, m_model.facts()};
    BrokenLaws broken;
    for (const auto* erased : {&m_traces, &m_new_traces}) {
        for (const auto& traces : *erased) {
            const auto done = is_erased(m_kiosk.site(), traces.learner);
            if (done.ok() && done.value()) check_traces_are_gone(m_kiosk.disk(), stick, traces, broken);
        }
    }
    for (auto& each : broken) breaks(each.law, std::move(each.what));
}

void Community::look_for_backup()
{
    if (!m_backup) return;
    const auto latest = m_kiosk.site().latest_backup(stick);
    const bool is_there =
        latest.ok() && latest.value() && latest.value()->generation >= m_backup->made.generation;
    if (!is_there) breaks(Law::done_is_there, "the backup that was made is gone");
}

// The ledger no longer reads, and is put back from the stick; a fault may meet that too, and it is begun
// again.
bool Community::restore_ledger()
{
    m_kiosk.close();
    if (!m_kiosk.disk().has_power()) m_kiosk.power_returns(m_dice.next());
    m_kiosk.put_image(with_damaged_ledger(m_kiosk.disk().as_seen()));
    for (int tries = 0; tries < 6; ++tries) {
        if (tries < 3 && m_dice.one_in(3)) arm_fault();
        ++m_played.actions["restore"];
        const auto before = faults_so_far();
        const auto restored = station::Station::restore(kiosk_folder, stick, m_kiosk.around());
        const bool undisturbed = is_undisturbed(before);
        say(restored.ok() ? "restore: done" : "restore: " + restored.error().detail);
        if (!m_kiosk.disk().has_power()) m_kiosk.power_returns(m_dice.next());
        m_kiosk.disk().heal();
        if (restored.ok()) return true;
        // What was interrupted at its last step needs nothing more.
        if (tries > 0 && restored.error().detail.find("is whole") != std::string::npos) return true;
        if (undisturbed) break;
    }
    breaks(Law::opens_again, "it cannot be restored");
    return false;
}

// All that was done since that backup is lost, and nothing else: the model goes back with it. What had left
// the machine by then is remembered, and must not be contradicted.
void Community::lose_ledger()
{
    if (!m_backup) return;
    say("the ledger is lost");
    if (!restore_ledger()) return;
    if (!m_kiosk.open().ok()) return breaks(Law::opens_again, "what was restored does not open");
    const auto latest = m_kiosk.site().latest_backup(stick);
    const auto found = observe(m_kiosk.site());
    if (!latest.ok() || !latest.value() || !found.ok()) {
        return breaks(Law::done_is_there, "what was restored does not read");
    }
    // A backup that a fault kept from saying that it was done may be the newer one: its facts are read now.
    if (latest.value()->generation != m_backup->made.generation) {
        m_backup = KeptBackup{*latest.value(), found.value()};
        m_backup->facts["log"] = std::to_string(latest.value()->size);
    }
    for (std::uint64_t number = 2; number <= m_next_renewal; ++number) {
        if (!m_backup->facts.contains("delegation " + std::to_string(number))) m_lost_renewals.insert(number);
    }
    const auto kept = static_cast<std::int64_t>(m_backup->made.size);
    std::erase_if(m_shown, [&](const auto& each) { return each.first > kept; });
    m_new_traces.clear();
    if (m_dice.one_in(2)) m_next_renewal = 2; // somebody tries the old files again
    // The vault was never lost: who joined or left since is known, whatever the log tells of it.
    for (const auto& [name, text] : found.value()) {
        if (name.starts_with("person ") || name.starts_with("key of person ")) m_backup->facts[name] = text;
    }
    std::erase_if(m_backup->facts, [&](const auto& fact) {
        return fact.first.starts_with("person ") && !found.value().contains(fact.first);
    });
    m_model = Model(m_backup->facts);
    m_model.begin_epoch();
    open_and_look();
}

} // namespace northseal::simulation
