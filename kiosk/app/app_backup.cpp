// The nightly copy on a second medium, made when nobody is signed in.

#include "kiosk/app/app.h"

namespace northseal::kiosk {

namespace {

constexpr Instant between_copies = 20 * 3600;
constexpr std::int64_t ticks_of_an_hour = 3600 * 1000;

} // namespace

void App::look_at_backups()
{
    m_state.backup.has_medium = !m_options.backup.empty();
    m_state.backup.notice = m_station->restore_notice();
    if (!m_state.backup.has_medium) return;
    const auto latest = m_station->latest_backup(m_options.backup);
    m_state.backup.latest = latest.ok() ? latest.value() : std::nullopt;
}

void App::back_up_when_quiet()
{
    const std::int64_t ticks = m_around.clock.ticks();
    const auto& latest = m_state.backup.latest;
    const bool due = !latest || m_state.now - latest->made >= between_copies || m_state.now < latest->made;
    if (!m_state.backup.has_medium || m_state.personal.signed_in || m_state.busy != Busy::none || !due ||
        ticks < m_next_copy) {
        return;
    }
    back_up_now();
}

void App::back_up_now()
{
    // Where the medium is not there, it is asked for again later.
    m_next_copy = m_around.clock.ticks() + ticks_of_an_hour;
    const auto made = m_station->back_up(m_options.backup);
    m_state.backup.failed = !made.ok();
    if (made.ok())
        m_state.backup.latest = made.value();
    else if (m_options.log)
        m_options.log(made.error().detail);
    changed();
}

// Somebody who stands there has put the medium in.
void App::back_up_when_asked()
{
    if (!m_state.backup.has_medium) return;
    back_up_now();
    m_state.backup.made_now = true;
    count_not_copied();
}

// What exists on this disk and on paper, and nowhere else.
void App::look_at_disk()
{
    m_state.disk_use.reset();
    const auto use = m_station->disk_use();
    if (use)
        m_state.disk_use = use.value();
    else if (m_options.log)
        m_options.log(use.error().detail);
}

void App::count_not_copied()
{
    constexpr std::size_t rows_at_once = 50;
    constexpr std::size_t counted_most = 1000;
    auto& backup = m_state.backup;
    backup.not_copied = 0;
    const Instant since = backup.latest ? backup.latest->made : 0;
    for (std::size_t skip = 0; skip < counted_most; skip += rows_at_once) {
        const auto rows = m_station->issued_rows(rows_at_once, skip);
        if (!rows || rows.value().empty()) return;
        for (const auto& row : rows.value()) {
            if (row.issued_at < since) return;
            ++backup.not_copied;
        }
    }
}

} // namespace northseal::kiosk
