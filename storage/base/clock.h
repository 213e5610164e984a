#pragma once
// Time is passed in and never trusted: no kiosk is believed to know it (README, "Time").

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/base/result.h"

namespace northseal {

using Instant = std::int64_t; // whole seconds since 1970-01-01T00:00:00Z

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    // Milliseconds that only ever grow while the program runs, through the machine's sleep too; for waits and
    // motion, and to see whether somebody moved the clock. Never a record's time.
    virtual std::int64_t ticks() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
    std::int64_t ticks() const override;
};

// A clock that a test moves by hand.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant start) : m_now(start) {}
    Instant now() const override { return m_now; }
    std::int64_t ticks() const override { return m_ticks; }
    void set(Instant now) { m_now = now; }
    void advance(std::int64_t seconds)
    {
        m_now += seconds;
        m_ticks += seconds * 1000;
    }

private:
    Instant m_now;
    std::int64_t m_ticks{0};
};

constexpr Instant instant_most = 253402300799; // 9999-12-31T23:59:59Z

std::string
    to_date_time(Instant); // "2026-06-12T15:04:05Z", XML Schema dateTimeStamp in UTC; 0 to instant_most
Result<Instant>
    from_date_time(std::string_view); // that form with an optional fraction (cut off) and any offset

struct CivilDate {
    int year{1970};
    unsigned month{1};   // 1 to 12
    unsigned day{1};     // 1 to 31
    unsigned weekday{4}; // 0 is Sunday
    unsigned hour{0};
    unsigned minute{0};
};
CivilDate civil_date(Instant, int offset_minutes);

} // namespace northseal
