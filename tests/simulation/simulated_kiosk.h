#pragma once
// One kiosk on a simulated disk: what the power-cut tests and the community play on.

#include "storage/station/station.h"
#include "tests/simulation/simulated_clock.h"
#include "tests/simulation/simulated_disk.h"
#include "tests/support/demo_site.h"

namespace northseal::simulation {

constexpr const char* kiosk_folder = "/kiosk";
constexpr const char* stick = "/stick"; // the second medium
constexpr const char* demo_programme_id = "northern-mathematics";

// The same for every run: the desk, what it answered, and the platter after each step of setting up. Making
// it takes longer than playing a month.
struct Beginning {
    Beginning();
    test::DeskOptions options; // the programme asks for two people
    test::DemoDesk desk;
    std::string request;
    station::RecoveryCodes codes;
    std::string pack;
    std::string spare_pack; // a renewal for whoever has used up all others
    DiskImage enrolled;
    DiskImage installed;

    std::string renewal(std::uint64_t number, std::uint32_t count, Instant from, Instant until) const;
    // For a new machine that asks: under a name of its own.
    std::string answer_new_machine(const std::string& its_request) const;
};

class SimulatedKiosk {
public:
    SimulatedKiosk(const Beginning&, const DiskImage&, std::uint64_t seed, Instant now = test::demo_day);
    ~SimulatedKiosk() { close(); }
    SimulatedKiosk(const SimulatedKiosk&) = delete;
    SimulatedKiosk& operator=(const SimulatedKiosk&) = delete;

    station::Surroundings around();
    SimulatedDisk& disk() { return *m_disk; }
    const SimulatedDisk& disk() const { return *m_disk; }
    station::Station& site() { return *m_station; }
    bool is_open() const { return m_station != nullptr; }
    const Beginning& beginning() const { return m_beginning; }

    Result<> open(); // and unlocks with the right words
    void close();
    // Ends the program where it still runs, and gives it the platter as the seed leaves it.
    void power_returns(std::uint64_t seed);
    // The same disk with other content, as after a repair.
    void put_image(const DiskImage&);
    FaultCounts faults() const; // of all disks this kiosk had
    void trace_to(std::vector<std::string>* lines);

    SimulatedClock clock;
    SeededRandom random;

private:
    void replace_disk(const DiskImage&, std::uint64_t seed);

    const Beginning& m_beginning;
    std::unique_ptr<SimulatedDisk> m_disk;
    std::unique_ptr<station::Station> m_station;
    FaultCounts m_earlier_faults{};
    std::vector<std::string>* m_trace{nullptr};
};

// The machine in the place of one that is gone, with the words and PINs that the people had before.
Result<> take_over(SimulatedKiosk&);

// The ledger of this platter no longer reads.
DiskImage with_damaged_ledger(DiskImage);

// The steps of one learner's way, as screens take them.
constexpr station::FacilitatorId assessor{1};
constexpr station::FacilitatorId witness{2};
station::Assessment with_levels(station::Assessment, std::uint32_t level);
Result<station::AssessmentId> draft_for(station::Station&, station::LearnerId, const std::string& language);
Result<> sign(station::Station&, station::AssessmentId, station::FacilitatorId);
// Registers, assesses, has everybody sign whom the programme asks for, and issues.
Result<station::IssuedId> issue_to(station::Station&, const std::string& name);

} // namespace northseal::simulation
