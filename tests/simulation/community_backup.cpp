// Now and then somebody puts the stick in; and at the month's end the ledger is lost, and comes back from it.

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

// The same people, assessments and certificates as when it was made, in a log that begins a new epoch.
void Community::restore_at_last()
{
    if (!m_backup) return;
    m_kiosk.close();
    m_kiosk.put_image(with_damaged_ledger(m_kiosk.disk().as_seen()));
    ++m_played.actions["restore"];
    const auto restored = station::Station::restore(kiosk_folder, stick, m_kiosk.around());
    if (!restored.ok()) return breaks(Law::opens_again, "restoring: " + restored.error().detail);
    const auto opened = m_kiosk.open();
    if (!opened.ok()) return breaks(Law::opens_again, "restored: " + opened.error().detail);
    BrokenLaws broken;
    auto& site = m_kiosk.site();
    check_log_is_whole(site, broken);
    check_indexes(site, broken);
    check_extends(site, m_left, broken);
    for (auto& each : broken) breaks(each.law, std::move(each.what));
    // A backup that a fault kept from saying that it was done may be the newer one.
    if (restored.value().from.generation != m_backup->made.generation) return;
    auto facts = observe(site);
    if (!facts.ok()) return breaks(Law::done_is_there, "restored: " + facts.error().detail);
    facts.value()["log"] = m_backup->facts.at("log"); // the epoch was begun, and the clock may be noted
    const auto wrong = Model(m_backup->facts).compare(facts.value());
    if (!wrong.empty()) breaks(Law::done_is_there, "restored: " + wrong);
}

} // namespace northseal::simulation
