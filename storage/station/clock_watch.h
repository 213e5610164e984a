#pragma once
// Whether the machine's clock can be believed (README, "Clock"). Two witnesses are heard: the log, whose last
// entry no clock may stand before, and the ticks, which pass at the same pace as a clock that nobody moves.
// Nothing here writes. Inside this module only.

#include <cstdint>
#include <optional>

#include "storage/station/station.h"

namespace northseal::station {

// What the log says of the clock.
struct ClockRecord {
    Instant offset{0};               // to be added to the machine's clock
    std::optional<Instant> set_when; // what the machine's clock said when people set it
    bool two_people{false};          // and there were two of them
    // What the machine's clock said when it was noted, where nothing has settled that since; and the offset
    // that was in force.
    std::optional<Instant> doubted;
};

// Between what no true clock can be outside of.
struct ClockBounds {
    Instant last_entry{0};
    Instant delegated{0}; // when the institution's desk signed the latest delegation; 0: never
};

constexpr std::int64_t clock_lag_tolerated = 300;    // behind the last entry
constexpr std::int64_t clock_gap_most = 30 * 86400;  // past it
constexpr std::int64_t clock_jump_least = 120;       // against the ticks
constexpr std::int64_t clock_error_told = 86400;     // certificates dated further off are listed
constexpr std::int64_t desk_ahead_tolerated = 86400; // of the desk's clock

struct ClockReading {
    ClockTrust trust{ClockTrust::sound};
    Instant machine{0};
    Instant offset{0}; // in use
    bool two_people{false};
    Instant says{0};             // machine + offset, believed or not
    std::optional<Instant> held; // what the kiosk knows the time to be, doubt or not; else nothing is known
};

// Begins at the program's start. What it saw lives in memory alone: over a restart only the log remembers.
class ClockWatch {
public:
    ClockReading look(const Clock&, const ClockRecord&, const ClockBounds&);
    // People have set it, or the machine's clock was looked at anew.
    void set(Instant machine, std::int64_t ticks, Instant offset, bool two_people);
    void forget() { m_begun = false; }
    // The machine's clock as it is corrected now, without a look.
    Instant offset() const { return m_begun ? m_offset : 0; }
    bool has_begun() const { return m_begun; }

private:
    ClockReading begin(Instant machine, std::int64_t ticks, const ClockRecord&, const ClockBounds&,
                       bool remember);
    ClockReading go_on(Instant machine, std::int64_t ticks, const ClockRecord&, const ClockBounds&);
    ClockReading reading(Instant machine, ClockTrust) const;

    bool m_begun{false};
    Instant m_machine{0}; // at the look that began it
    std::int64_t m_ticks{0};
    Instant m_offset{0};
    bool m_two_people{false};
    ClockTrust m_first{ClockTrust::sound}; // what that look found
};

} // namespace northseal::station
