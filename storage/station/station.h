#pragma once
// One kiosk's site: vault, ledger, programmes and delegation behind the few verbs that the screens need.
// Every verb that returns without an error has made durable what it says. Nothing here knows a screen. One
// thread.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/clock.h"
#include "storage/base/disk.h"
#include "storage/base/random.h"
#include "storage/catalogue/frameworks.h"
#include "storage/catalogue/programme.h"
#include "storage/credential/award.h"
#include "storage/credential/credential.h"
#include "storage/institution/delegation.h"
#include "storage/vault/pin_tries.h"

namespace northseal::station {

struct Surroundings {
    Clock& clock;
    Random& random;
    Disk& disk;
    // Where the catalogue's frameworks are at hand, a pack's programmes are compiled again and must come out
    // as the templates that the desk signed.
    const catalogue::Frameworks* frameworks{nullptr};
    int minutes_east{0}; // of UTC: where "today" begins
};

template<class Tag>
struct Id {
    std::int64_t value{0};
    friend auto operator<=>(const Id&, const Id&) = default;
};
using FacilitatorId = Id<struct FacilitatorTag>;
using LearnerId = Id<struct LearnerTag>;
using AssessmentId = Id<struct AssessmentTag>;
using IssuedId = Id<struct IssuedTag>; // the ledger entry that issued it

// Public: may be shown while locked.
struct StationFacts {
    catalogue::Words institution;
    catalogue::Words site;
    std::string did;
    std::string verify_host;
    std::string kiosk; // four letters
    bool specimen{false};
    std::string protection_class;
    Instant delegation_until{0};
    std::uint32_t delegation_count{0};
};

struct Facilitator {
    FacilitatorId id;
    std::string name;
    std::string role; // "assessor", "witness"
    bool certified{false};
};

using vault::PinAnswer;  // accepted, wrong, must_wait
using vault::PinOutcome; // answer, wait_seconds: until the next try is heard

enum class IdentityGrade { known_to_assessor = 1, document_seen = 2, not_checked = 3 };
enum class AgeBand { adult, youth_with_guardian, youth_alone };

struct Consent {
    std::string words_shown; // exactly what stood on the screen
    std::string language;
    bool keep_record{false}; // required to go on
    bool share_with_institution{false};
    std::string guardian; // where the age band asks for one
};

struct NewLearner {
    std::string name;   // as they write it; cleaned, any script
    std::string number; // optional
    AgeBand age_band{AgeBand::adult};
    IdentityGrade identity{IdentityGrade::known_to_assessor};
    std::string language; // of their certificate, "en" or "fr"
    Consent consent;
};

struct LearnerRow {
    LearnerId id;
    std::string name;
    std::string number;
    int drafts{0};
    int issued{0};
    Instant registered{0};
};

struct Learner {
    LearnerRow row;
    IdentityGrade identity{IdentityGrade::known_to_assessor};
    AgeBand age_band{AgeBand::adult};
    std::string language;
};

struct ProgrammeOffer { // a programme that this kiosk may issue
    std::string id;
    std::string version;
    std::vector<std::string> languages;
    const catalogue::Programme* programme{nullptr}; // owned by the station
};

enum class AssessmentState { draft, signed_off, issued };

struct Assessment {
    AssessmentId id;
    LearnerId learner;
    std::string learner_name;
    std::string programme_id;
    std::string language;
    AssessmentState state{AssessmentState::draft};
    std::vector<std::uint32_t> levels; // one an outcome, 0 = none yet
    std::vector<std::string> notes;    // one an outcome: what was seen; may be empty
    std::string narrative;             // on the credential, optional; off paper unless asked
    std::uint32_t supervision{1};      // choice of the template
    std::string assessor;              // set by sign-off
    std::string witness;
    Instant saved{0};
    std::optional<IssuedId> issued;
};

struct IssuedRow {
    IssuedId id;
    std::string learner_name;
    std::string programme_name;
    std::string serial;
    Instant issued_at{0};
    bool received_by_institution{false};
    int times_printed{0};
};

struct Issued {
    IssuedRow row;
    credential::Signed signed_credential;
    std::string json;     // RFC 8785 form of the credential
    std::string slip_url; // what the QR holds
    credential::Award award;
};

struct Counts { // for the home page
    std::int64_t learners{0};
    std::int64_t drafts{0};
    std::int64_t signed_off{0}; // waiting to be issued
    std::int64_t issued{0};
    std::int64_t issued_today{0};
    std::int64_t waiting_to_sync{0}; // entries that no institution has received
    std::int64_t may_still_issue{0}; // by the delegation
};

// One generation of a backup on a second medium.
struct BackupFacts {
    std::uint64_t generation{0}; // only grows
    Instant made{0};
    std::uint64_t size{0}; // entries of the log
};

// What a restore found and did.
struct Restored {
    BackupFacts from;
    std::vector<std::string> passed_over; // newer generations, and why each was no good
};

struct RestoreNotice {
    Instant restored{0};
    Instant from{0};              // when the backup was made: what came after it may be missing
    bool needs_delegation{false}; // nothing can be issued before the institution renews
};

struct NewFacilitator {
    std::string name;
    std::string role;
    std::string pin; // six digits
};

// How hard words and PINs are to guess. Tests that open hundreds of vaults cannot wait half a second for
// each.
enum class Hardness { normal, tests_only };

struct NewStation {
    std::string words; // the passphrase: six words
    std::vector<NewFacilitator> facilitators;
    Hardness hardness{Hardness::normal};
};

class Station {
public:
    // Makes vault and ledger in an empty folder, and the request that the institution's desk answers.
    static Result<std::string> enrol(const std::string& folder, const NewStation&, Surroundings);
    // Installs the desk's answer. `words` opens the vault. The first pack decides the root; later ones must
    // carry the same.
    static Result<> install(const std::string& folder, std::string_view pack, std::string_view words,
                            Surroundings);
    static Result<std::unique_ptr<Station>> open(const std::string& folder, Surroundings);
    ~Station();

    const StationFacts& facts() const;
    bool is_locked() const;
    Result<> unlock(std::string_view words); // Fault::refused where they do not fit
    void lock();                             // wipes every key and every name from memory

    // All below needs an unlocked vault: Fault::locked otherwise.
    Result<std::vector<Facilitator>> facilitators() const;
    // The request that enrol() returned, once more: for when the stick with it was lost.
    Result<std::string> enrolment_request() const;
    Result<PinOutcome> check_pin(FacilitatorId, std::string_view pin);
    std::vector<ProgrammeOffer> programmes() const;

    Result<LearnerId> register_learner(const NewLearner&, FacilitatorId by);
    // Names that are likely the same person, for the question "is this you?"
    Result<std::vector<LearnerRow>> likely_duplicates(std::string_view name) const;
    Result<std::vector<LearnerRow>> find_learners(std::string_view query,
                                                  std::size_t most) const; // "" = latest first
    Result<std::optional<Learner>> learner(LearnerId) const;

    Result<AssessmentId> begin_assessment(LearnerId, const std::string& programme_id,
                                          const std::string& language, FacilitatorId by);
    Result<std::optional<Assessment>> assessment(AssessmentId) const;
    Result<std::vector<Assessment>> assessments(AssessmentState, std::size_t most) const;
    // Drafts are kept at every change, sealed; they become log entries at sign-off.
    Result<> save_draft(const Assessment&);
    // What is missing, as keys of assets/words with the outcome's number; empty when it may be signed off.
    struct Missing {
        std::string key;
        int outcome{0}; // 1-based, 0 where it is not about one
    };
    Result<std::vector<Missing>> missing(AssessmentId) const;
    // Unwraps that person's key for one signature and wipes it.
    Result<PinOutcome> sign_off(AssessmentId, FacilitatorId, std::string_view pin);
    Result<IssuedId> issue(AssessmentId, FacilitatorId by);

    Result<std::optional<Issued>> issued(IssuedId) const;
    Result<std::vector<IssuedRow>> issued_rows(std::size_t most, std::size_t skip) const;
    Result<> record_print(IssuedId, FacilitatorId by);
    Result<Counts> counts() const;
    // The latest signed checkpoint (C2SP tlog-checkpoint text); made anew if the log grew.
    Result<std::string> checkpoint();
    // Checks the whole log: hashes, tree, signatures. An error says what does not fit.
    Result<> check_log() const;
    // Folds the database's log file back: two syncs that belong to a quiet moment. lock() does it too; a
    // kiosk that stays unlocked for days calls this when nobody is touching it. Works while locked.
    Result<> rest();

    // A whole sealed copy on a second medium, checked by reading it back, and older generations thinned out;
    // none from before an erasure stays. Works while locked. `between` is called now and then.
    Result<BackupFacts> back_up(const std::string& medium, const std::function<void()>& between = nullptr);
    // The newest whole generation of this kiosk on that medium.
    Result<std::optional<BackupFacts>> latest_backup(const std::string& medium) const;
    // For a kiosk whose ledger is damaged or gone, and whose vault stands: puts the newest good backup in its
    // place and begins a new epoch of the log. Delegations that were installed before are used up from then
    // on: what was lost may have issued under any of their indexes. The damaged files are kept in `damaged`.
    static Result<Restored> restore(const std::string& folder, const std::string& medium, Surroundings);
    // Where a restore began the log's epoch.
    std::optional<RestoreNotice> restore_notice() const;

    struct Parts; // defined inside this module
private:
    friend struct StationProbe; // a test that fills the disk or tampers with a row
    explicit Station(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> m_parts;
};

} // namespace northseal::station
