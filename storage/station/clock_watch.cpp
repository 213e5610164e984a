#include "storage/station/clock_watch.h"

#include <algorithm>
#include <cstdlib>

namespace northseal::station {
namespace {

bool near(Instant a, Instant b)
{
    return std::abs(a - b) <= clock_jump_least;
}

ClockTrust judge(Instant says, const ClockBounds& bounds)
{
    const auto least =
        std::max(bounds.last_entry - clock_lag_tolerated, bounds.delegated - desk_ahead_tolerated);
    if (says < least) return ClockTrust::behind;
    const auto latest_known = std::max(bounds.last_entry, bounds.delegated);
    if (latest_known > 0 && says > latest_known + clock_gap_most) return ClockTrust::ahead;
    return says > instant_most ? ClockTrust::ahead : ClockTrust::sound;
}

} // namespace

ClockReading ClockWatch::reading(Instant machine, ClockTrust trust) const
{
    ClockReading out;
    out.trust = trust;
    out.machine = machine;
    out.offset = m_offset;
    out.two_people = m_two_people;
    out.says = machine + m_offset;
    if (trust == ClockTrust::sound) out.held = out.says;
    return out;
}

void ClockWatch::set(Instant machine, std::int64_t ticks, Instant offset, bool two_people)
{
    m_begun = true;
    m_machine = machine;
    m_ticks = ticks;
    m_offset = offset;
    m_two_people = two_people;
    m_first = ClockTrust::sound;
}

ClockReading ClockWatch::look(const Clock& clock, const ClockRecord& record, const ClockBounds& bounds)
{
    const auto machine = clock.now();
    const auto ticks = clock.ticks();
    return m_begun ? go_on(machine, ticks, record, bounds) : begin(machine, ticks, record, bounds, true);
}

ClockReading ClockWatch::begin(Instant machine, std::int64_t ticks, const ClockRecord& record,
                               const ClockBounds& bounds, bool remember)
{
    // The same clock as was set, as far as can be told: it has not gone back since.
    const bool same = !record.set_when || machine >= *record.set_when;
    const bool corrected = record.offset != 0 && same;
    set(machine, ticks, corrected ? record.offset : 0, same && record.two_people);
    m_first = judge(machine + m_offset, bounds);
    // Somebody may have set the machine's own clock meanwhile: then the correction is over.
    if (m_first != ClockTrust::sound && corrected && judge(machine, bounds) == ClockTrust::sound) {
        set(machine, ticks, 0, false);
    }
    // One that was doubted and has gone on since is the same wrong clock, whatever it says by now.
    const bool gone_on = record.doubted && machine >= *record.doubted - clock_jump_least &&
                         machine <= *record.doubted + clock_gap_most;
    if (remember && gone_on && m_first == ClockTrust::sound) m_first = ClockTrust::behind;
    return reading(machine, m_first);
}

ClockReading ClockWatch::go_on(Instant machine, std::int64_t ticks, const ClockRecord& record,
                               const ClockBounds& bounds)
{
    const auto passed = m_machine + (ticks - m_ticks) / 1000; // what it would say, had nobody moved it
    if (near(machine, passed)) {
        // A delegation that was signed after this clock's time shows that it is wrong after all.
        const bool refuted = m_first == ClockTrust::sound && bounds.delegated > 0 &&
                             machine + m_offset < bounds.delegated - desk_ahead_tolerated;
        return reading(machine, refuted ? ClockTrust::behind : m_first);
    }
    if (m_first != ClockTrust::sound) return begin(machine, ticks, record, bounds, false);
    const auto held = passed + m_offset;
    if (m_offset != 0 && near(machine, held)) { // the machine's own clock was set right
        set(machine, ticks, 0, false);
        return reading(machine, ClockTrust::sound);
    }
    auto out = reading(machine, machine < passed ? ClockTrust::behind : ClockTrust::ahead);
    out.held = held;
    return out;
}

} // namespace northseal::station
