#include <doctest/doctest.h>

#include "tests/simulation/simulated_kiosk.h"

using namespace northseal;
using namespace northseal::simulation;

namespace {

bool register_named(SimulatedKiosk& kiosk, const char* name)
{
    return kiosk.site().register_learner(test::learner_named(name), assessor).ok();
}

std::size_t count_named(SimulatedKiosk& kiosk, const char* name)
{
    return kiosk.site().find_learners(name, 9).value().size();
}

} // namespace

TEST_SUITE("simulation/failed_sync")
{
    // What could not be synced is shown by the kernel all the same, with every checksum right, but is not on
    // the platter. A start that built upon it would lose all after it to the next power cut.
    TEST_CASE("what is done after a sync that failed and a new start is there when the power has gone")
    {
        const Beginning beginning;
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            CAPTURE(seed);
            SimulatedKiosk kiosk(beginning, beginning.installed, seed);
            REQUIRE(kiosk.open().ok());
            REQUIRE(register_named(kiosk, "Before"));
            // For good, until the program has ended: else its end would put the WAL in order.
            kiosk.disk().fail(DiskOperation::sync, 1, true);
            REQUIRE_FALSE(register_named(kiosk, "Refused"));
            kiosk.close();
            kiosk.disk().heal();
            REQUIRE(kiosk.open().ok());
            REQUIRE(register_named(kiosk, "After"));
            kiosk.power_returns(0);
            REQUIRE(kiosk.open().ok());
            CHECK(count_named(kiosk, "Before") == 1);
            CHECK(count_named(kiosk, "After") == 1);
            CHECK(kiosk.site().check_log().ok());
        }
    }
}
