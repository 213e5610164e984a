#pragma once
// The power goes after each operation of a verb, again and again, and each time the laws are checked on what
// is left. A verb is a line in a table (power_cut_verbs.cpp).

#include <functional>

#include "tests/simulation/laws.h"
#include "tests/simulation/simulated_kiosk.h"

namespace northseal::simulation {

struct PowerCutVerb {
    using Step = std::function<Result<>(SimulatedKiosk&)>;
    std::string name;
    DiskImage start;
    bool is_open{true};       // the kiosk is open and unlocked when it begins
    std::vector<Step> before; // done and acknowledged before the power is watched
    std::vector<Step> steps;  // each is acknowledged for itself
    // What else must hold of a platter once it was opened again.
    std::function<void(SimulatedKiosk&, std::size_t acknowledged, BrokenLaws&)> also{};
};

// Who comes in the verbs about people, and their PIN before and after it is changed.
constexpr station::FacilitatorId newcomer{3};
constexpr const char* first_pin = "918273";
constexpr const char* second_pin = "730164";

// The verbs of today, over one community in the middle of its season.
std::vector<PowerCutVerb> power_cut_verbs(const Beginning&);
// Those of what a person may ask of their own record.
std::vector<PowerCutVerb> power_cut_verbs_of_owning(const Beginning&, const DiskImage& start);
// Opening a folder that an earlier version left: tests/station/sites, one verb each.
std::vector<PowerCutVerb> power_cut_verbs_of_old_sites();

struct PowerCutResult {
    std::uint64_t operations{0}; // of the verb when nothing goes wrong
    std::uint64_t cuts{0};       // platters judged
    BrokenLaws broken;           // each says where the power went
};
// Cuts after 0, 1, … all operations; each cut leaves `fates` platters (0: nothing unsynced arrived, 1: all of
// it, the last write torn, others: parts). `every` N: only after each Nth, and after the last.
PowerCutResult cut_power_everywhere(const Beginning&, const PowerCutVerb&, std::uint64_t fates,
                                    std::uint64_t every = 1);

} // namespace northseal::simulation
