#pragma once
// What a Station is made of, and the few steps that its verbs share. Inside this module only.

#include <cstdint>
#include <functional>
#include <map>

#include "storage/catalogue/frameworks.h"
#include "storage/credential/template.h"
#include "storage/institution/delegation.h"
#include "storage/ledger/ledger.h"
#include "storage/station/bodies.h"
#include "storage/station/clock_watch.h"
#include "storage/station/search_index.h"
#include "storage/vault/vault.h"

namespace northseal::station {

// A template of an installed delegation, and where it came from.
struct HeldTemplate {
    std::shared_ptr<const credential::Template> form;
    std::string programme_id;
    std::string version;
    std::string language;
    std::shared_ptr<const catalogue::Programme> programme;
};

struct HeldDelegation {
    std::uint64_t number{0};
    std::uint64_t entry{0}; // of the log, that installed it
    DelegationFacts facts;
    std::uint32_t site{0};
    PublicKey desk{};
    std::vector<institution::FacilitatorRequest> facilitators;
};

// One assessment as the ledger holds it, opened.
struct OpenAssessment {
    ledger::AssessmentRecord record;
    AssessmentContent content;
};

// The entries that one machine wrote. Another one began the next, from a backup and under a key of its own.
struct Era {
    std::uint64_t first{1}; // entry
    PublicKey kiosk_key{};
};
Result<std::vector<Era>> eras_of(ledger::Log&, const PublicKey& kiosk_key_now);

struct Station::Parts {
    Parts(std::string folder_, Surroundings around_, vault::Vault vault_,
          std::unique_ptr<ledger::Ledger> ledger_)
        : folder(std::move(folder_)), around(around_), vault(std::move(vault_)), ledger(std::move(ledger_))
    {}

    std::string folder;
    Surroundings around;
    vault::Vault vault;
    std::unique_ptr<ledger::Ledger> ledger;
    StationFacts facts;
    std::vector<DelegationFacts> public_facts; // oldest first; the last one is in force
    std::uint64_t last_delegation{0};          // the entry that installed it
    std::vector<Era> eras;                     // oldest first; never empty
    std::optional<RestoreNotice> restored;
    ClockRecord clock_record;
    mutable ClockWatch clock_watch; // looking is part of asking for the time

    // While unlocked only:
    std::vector<HeldDelegation> delegations; // oldest first
    std::vector<std::unique_ptr<HeldTemplate>> templates;
    std::vector<ProgrammeOffer> offers;
    std::vector<Facilitator> people; // those who left too, for their names
    SearchIndex index;

    // By whose name the log goes: null until this machine has a delegation.
    const DelegationFacts* named() const;
    const PublicKey& kiosk_key_at(std::uint64_t entry) const;
    Result<> check_unlocked() const;
    DiskRoom disk_room() const;
    Result<> check_room() const; // for new work
    ClockReading look_at_clock(const ledger::LogHead&) const;
    // The time that a new entry gets: never before the last one's, and never a time that is doubted.
    Instant time_after(const ledger::LogHead&) const;
    ledger::Entry next_entry(const ledger::LogHead&, ledger::EntryKind, FacilitatorId by,
                             std::int64_t learner) const;

    // How many more certificates a delegation allows: none where a restore came after it.
    static std::uint32_t left_of(const HeldDelegation&, const ledger::LogHead&);

    const Facilitator* person(FacilitatorId) const;   // who works here
    const Facilitator* known_as(FacilitatorId) const; // who did something here, and may have left since
    // Who may vouch for what concerns everybody: those whom the institution has certified, where there are
    // any.
    std::vector<FacilitatorId> who_vouches() const;
    // A change that asks for the PIN of who does it. `change` runs where it is right.
    Result<PinOutcome> with_pin(FacilitatorId by, std::string_view pin,
                                const std::function<Result<>(const vault::Telling&)>& change);
    const HeldTemplate* find_template(ByteView id) const;
    bool holds_template(const std::string& form) const;
    // The template of the latest delegation for that programme and language.
    const HeldTemplate* offered_template(const std::string& programme_id, const std::string& language) const;

    Result<vault::BriefKey> learner_key(std::int64_t learner);
    Result<Bytes> open_under(const vault::BriefKey&, ByteView sealed, const std::string& place) const;
    std::int64_t day_of(Instant) const; // since 1970-01-01, by the site's calendar
    Result<std::optional<LearnerIdentity>> identity_of(const ledger::LearnerRecord&);
    Result<Registration> registration_of(const ledger::LearnerRecord&); // as the log has it, consent and all
    Result<std::optional<OpenAssessment>> open_assessment(AssessmentId);
    Result<OpenAssessment> require_assessment(AssessmentId);
    // Parts of the caller's transaction.
    Result<std::int64_t> insert_draft(LearnerId, const HeldTemplate&); // returns its number
    Result<> keep_assessment(OpenAssessment&);                         // sealed anew
    Result<Assessment> shown(const OpenAssessment&);

    Result<> load_facts();
    Result<> load_delegations();
    Result<> load_people();
    Result<> load_index();
    Result<> load_clock();
    Result<> load_wrapping();
    // After the commit of an erasure, and at each start, for one that was cut short: what the WAL still holds
    // of that person goes, and what a restore had set aside.
    Result<> finish_erasure();
    // Looks, and notes in the log where doubt begins or ends.
    Result<ClockReading> watch_clock();
    Result<IssuedRow> shown_issue(const ledger::IssuedRecord&);
    Result<std::optional<ledger::Entry>> request_about(std::uint64_t issued_entry) const; // the latest
    Result<> load_all(); // after the vault was opened; forgets and locks where it fails
    // Writes into the log what the vault owes it. What cannot be written now stays owed, durably.
    Result<> tell_owed();
    std::uint64_t log_size() const; // 0 where the log cannot be read
    void forget();
};

// As installed, and as its latest renewal says.
Result<DelegationFacts> facts_in_force(const ledger::DelegationRecord&,
                                       const std::vector<ledger::RenewalRecord>&);
Result<> check_renewal(Station::Parts&, const ledger::Entry&); // its row, and the desk's mark

Result<ClockRecord> clock_record_of(ledger::Ledger&);
// For verbs that have the ledger and no station: what the next entry is dated, and whether that is sure.
struct Dated {
    Instant time{0};
    ClockTrust trust{ClockTrust::sound};
    Instant says{0};
    Instant last_entry{0};
};
Result<Dated> date_without_station(ledger::Ledger&, const Clock&);
Error clock_doubt(const Dated&, const std::string& what_next); // says what to do about it

constexpr const char* ledger_endings[] = {"", "-wal", "-shm"}; // of the files that make up one database

// A delegation's file as it lies sealed.
constexpr std::size_t sealed_pack_most = institution::delegation_pack_most + vault::sealing_overhead;

std::string place_of(std::string_view table, std::int64_t row); // "table:sealed:row"
std::string pack_path(const std::string& folder, std::uint64_t number);
std::string lost_pack_path(const std::string& folder, std::uint64_t number); // a restore gave it up
std::string pack_place(std::uint64_t number);
std::string origin_of(const DelegationFacts&, std::int64_t epoch);

Result<std::string> desk_request(const vault::Vault&); // unlocked
// A ledger whose folder has no vault; refused where it ever had a learner.
Result<> clear_interrupted_enrolment(const std::string& folder, Disk&);

ledger::RecordState record_state_of(AssessmentState);

// What keeps a draft from being signed off, in the rubric's order.
std::vector<Station::Missing> what_is_missing(const catalogue::Programme&, const AssessmentContent&);

} // namespace northseal::station
