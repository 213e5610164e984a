#pragma once
// A month at one kiosk, played from a seed: facilitators, learners, taps right and wrong, and faults of every
// kind. The player acts; the model remembers what was acknowledged; the laws judge.

#include <functional>
#include <set>

#include "storage/ledger/entry.h"
#include "tests/simulation/erasure_law.h"
#include "tests/simulation/model.h"
#include "tests/simulation/simulated_kiosk.h"
#include "tests/simulation/simulated_printer.h"

namespace northseal::simulation {

// Made once for all seeds: the kiosk as it was set up, what it shows then, and the desk's renewals by number.
struct CommunityStart {
    CommunityStart();
    Beginning beginning;
    Facts facts;
    std::map<std::uint64_t, std::string> renewals;
};

struct Played {
    std::map<std::string, std::uint64_t> actions; // by name, whether they were done or refused
    FaultCounts faults{};
    std::uint64_t looks{0};        // times that all laws were checked
    std::uint64_t doubts{0};       // verbs that a fault interrupted
    std::uint64_t rot_told{0};     // flipped bits that the kiosk found
    std::uint64_t rot_harmless{0}; // and those that changed nothing it shows
    BrokenLaws broken;
};

class Community {
public:
    // `trace`: each action, fault and disk operation in words; may be null.
    Community(const CommunityStart&, std::uint64_t seed, std::vector<std::string>* trace);
    Played play(); // once

private:
    struct PinState {
        std::uint64_t least_wrong{0}; // acknowledged in a row
        std::uint64_t most_wrong{0};  // and those that a fault may have hidden
        std::int64_t heard_at{0};     // not before these ticks
    };

    struct KeptBackup {
        station::BackupFacts made;
        Facts facts; // what the kiosk showed then
    };

    // community.cpp: days, faults, looking.
    void play_day();
    void end_month();
    void play_session();
    void play_action();
    void jump_clock();
    void rot_overnight();
    void arm_fault();
    bool come_back(); // after an action or an opening that a fault may have touched; false: the laws broke
    bool open_and_look();
    bool try_opening();
    void look_at_everything();
    void settle(bool ended);
    void breaks(Law, std::string what);
    void say(const std::string& words);  // what a log could hold: looked through for secrets
    void tell(const std::string& words); // to the trace alone
    std::uint64_t faults_so_far() const;
    bool is_about_clock(const Error&) const;
    static bool is_about_clock(ledger::EntryKind);
    bool is_undisturbed(std::uint64_t faults_before) const; // no fault since then, and power

    // community_actions.cpp: what people do. Each says what it changes before it is tried.
    void act(const std::string& name, const Change&, const std::function<Result<>()>& verb,
             const std::function<bool()>& may_be_refused = nullptr);
    std::optional<station::Assessment> pick(station::AssessmentState,
                                            const std::function<bool(const station::Assessment&)>& fits);
    Change with_log(Change) const;
    void register_learner();
    void begin_draft();
    void save_draft();
    void sign_one();
    void try_pin(const station::Assessment&, station::FacilitatorId, const std::string& pin);
    void hear(station::FacilitatorId, bool right, const Result<station::PinOutcome>&);
    void issue(const station::Assessment&);
    void issue_group();
    void print_one();
    void leave_checkpoint();
    void install_renewal();
    void lock_and_unlock();
    void rest();

    // community_owning.cpp: what they ask of their own records.
    void play_owning();
    std::optional<station::LearnerRow> pick_learner();
    void correct_one();
    void open_record();
    void choose_own_pin();
    void try_own_pin(const station::LearnerRow&, const std::string& pin, bool right);
    void ask_for_erasure();
    bool is_due(const station::ErasureRequest&);
    void carry_out_erasure();
    void erase(station::LearnerId);
    Change change_by_erasing(station::LearnerId) const;
    bool is_erased_certificate(std::int64_t number) const;
    void look_for_traces();

    // community_people.cpp: who works here.
    void play_people();
    void person_joins();
    void person_leaves(station::FacilitatorId);
    bool owes_the_log();
    void look_for_left_people();

    // community_backup.cpp: the second medium.
    void back_up();
    void look_for_backup();
    bool restore_ledger();
    void lose_ledger();

    // community_clock.cpp: the kiosk looks at its clock, and people set it.
    void tend_clock();
    void take_over_notes();
    void set_clock();

    const CommunityStart& m_start;
    std::uint64_t m_seed;
    Dice m_dice;
    SimulatedKiosk m_kiosk;
    SimulatedPrinter m_printer;
    Model m_model;
    std::vector<std::string>* m_trace;
    std::map<std::int64_t, std::string> m_shown; // each certificate as the screen had it
    std::vector<std::string> m_left;             // checkpoints that left the machine
    std::map<std::int64_t, PinState> m_pins;
    std::vector<Traces> m_new_traces; // of erasures since the kiosk was last opened
    std::vector<Traces> m_traces;
    std::set<std::int64_t> m_left_people; // acknowledged
    std::optional<KeptBackup> m_backup;
    std::set<std::uint64_t> m_lost_renewals; // installed, or half, in what a restore gave up
    std::set<std::uint32_t> m_used_indexes;  // of all certificates that were ever shown, lost ones too
    std::uint64_t m_next_renewal{2};
    std::uint64_t m_roughness; // one action in so many meets a fault
    int m_day{0};
    bool m_clock_jumped{false};
    Played m_played;
};

} // namespace northseal::simulation
