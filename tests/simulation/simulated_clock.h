#pragma once
// A clock that jumps: what it says of the day may leap to anywhere, while its ticks only grow and begin anew
// with the program.

#include "storage/base/clock.h"

namespace northseal::simulation {

class SimulatedClock final : public Clock {
public:
    explicit SimulatedClock(Instant start) : m_now(start) {}
    Instant now() const override { return m_now; }
    std::int64_t ticks() const override { return m_ticks; }

    void pass(std::int64_t seconds) // true time goes by
    {
        m_now += seconds;
        m_ticks += seconds * 1000;
    }
    void jump(std::int64_t seconds) { m_now += seconds; } // the wall clock alone
    void set(Instant now) { m_now = now; }
    void restart() { m_ticks = 0; }

private:
    Instant m_now;
    std::int64_t m_ticks{0};
};

} // namespace northseal::simulation
