#pragma once
// What an erasure must leave nowhere, and whether it did: the raw bytes of every file are searched, as
// whoever takes the disk out would.

#include "tests/simulation/laws.h"
#include "tests/simulation/simulated_kiosk.h"

namespace northseal::simulation {

// An erasure wraps everybody's key anew, so no key may be found as it was wrapped before: a copy of the
// erased one would open that person's record, and copies of others' tell which wrapping key still opens
// something.
struct Traces {
    station::LearnerId learner;
    std::string name;
    std::vector<Bytes> wrapped_keys; // of all learners, and what wrapped them, as they stood
};
Result<Traces> traces_before_erasing(station::Station&, station::LearnerId);

Result<bool> is_erased(station::Station&, station::LearnerId);

// Under `folder`, as programs see it and as the platter would be if the power went now.
void check_traces_are_gone(const SimulatedDisk&, const std::string& folder, const Traces&, BrokenLaws&);

} // namespace northseal::simulation
