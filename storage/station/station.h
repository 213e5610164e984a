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
#include "storage/institution/spoken_words.h"
#include "storage/vault/vault.h"

namespace northseal::station {

struct Surroundings {
    Clock& clock;
    Random& random;
    Disk& disk;
    // Where the catalogue's frameworks are at hand, a pack's programmes are compiled again and must come out
    // as the templates that the desk signed.
    const catalogue::Frameworks* frameworks{nullptr};
    int minutes_east{0};                       // of UTC: where "today" begins
    std::string tpm{vault::this_machines_tpm}; // where the TPM answers, as tpm2-tss names it
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

using vault::PinAnswer;     // accepted, wrong, must_wait
using vault::PinOutcome;    // answer, wait_seconds: until the next try is heard
using vault::RecoveryCodes; // steward, coordinator: one for each sheet

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

// What should be asked of the institution, the most urgent first: 60 and 14 days before the delegation's end,
// and when four fifths of its count are issued.
enum class DelegationWarning { none, ends_soon, few_left, ends_very_soon, used_up, ended };

struct DelegationNotice {
    DelegationWarning warning{DelegationWarning::none};
    Instant until{0};
    int days{0};          // until then, begun ones counted
    std::int64_t left{0}; // certificates
};

// Whether the kiosk's clock can be believed. Behind: before the last entry, or moved back while the kiosk
// looked. Ahead: more than 30 days past it, or moved forward.
enum class ClockTrust { sound, behind, ahead };

struct ClockState {
    ClockTrust trust{ClockTrust::sound};
    Instant says{0};       // the machine's clock, corrected as people set it
    Instant last_entry{0}; // no true clock stands before it
    bool set_by_two{false};
};

struct ClockSetting {
    PinOutcome first, second; // it is set where both are accepted
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

// Why a record is to go. FIPPA keeps personal information for a year after its last use, unless the person it
// is about agrees to less (O. Reg. 460, section 5).
enum class ErasureReason { asked = 1, registered_twice = 2, registered_by_mistake = 3, other = 4 };
enum class Retention { year_after_use = 1, person_agrees_to_less = 2 };

struct ErasureWish {
    ErasureReason reason{ErasureReason::asked};
    std::string words; // what they said, optional; goes with the record
    Retention retention{Retention::year_after_use};
};

struct ErasureRequest {
    LearnerId learner;
    Instant due{0}; // may be carried out from then on
};

struct LearnerCorrection {
    std::string name;
    std::string number;
    std::string language; // of their certificate
};

struct RestoreNotice {
    Instant restored{0};
    Instant from{0};              // when the backup was made: what came after it may be missing
    bool needs_delegation{false}; // nothing can be issued before the institution renews
    bool new_machine{false};      // in the place of one that is gone (take_over)
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
    // A token (class B) or the TPM (class A); six words (C), those above, where none is named.
    std::optional<vault::Protection> protection;
};

struct Enrolled {
    std::string request; // for the institution's desk
    RecoveryCodes codes; // shown once and kept nowhere; the caller wipes them
};

struct NewCodes {
    PinOutcome outcome;
    RecoveryCodes codes; // empty unless the PIN was accepted
};

// A machine in the place of one that is gone, set up from its backup and a recovery code.
struct NewMachine {
    std::string code;                // of either sheet
    std::vector<vault::NewPin> pins; // who is there, by name, and the PIN each chooses now
    std::string words;               // six new words, where no other protection is named
    std::optional<vault::Protection> protection;
    Hardness hardness{Hardness::normal};
};

struct TakenOver {
    std::string request; // for the institution's desk, which gives the new machine a name of its own
    RecoveryCodes codes; // new ones; the caller wipes them
    Restored restored;
};

// A kiosk whose last entries no institution has is retired only by somebody who was told that they are lost.
enum class Unsent { refuse, give_up };

// How much still fits on the disk that the ledger lies on.
struct DiskRoom {
    std::uint64_t certificates{0}; // of what is under way
    bool takes_new_work{
        true}; // else nothing new is begun: what is under way can still be finished and issued
};

class Station {
public:
    // Makes vault and ledger in an empty folder, and the request that the institution's desk answers.
    static Result<Enrolled> enrol(const std::string& folder, const NewStation&, Surroundings);
    // Installs the desk's answer. `words` opens the vault. The first pack decides the root; later ones must
    // carry the same.
    static Result<> install(const std::string& folder, std::string_view pack, std::string_view words,
                            Surroundings);
    static Result<std::unique_ptr<Station>> open(const std::string& folder, Surroundings);
    ~Station();

    const StationFacts& facts() const;
    bool is_locked() const;
    Result<> unlock(std::string_view words); // Fault::refused where they do not fit
    // The other ways in. The token and the TPM open kiosks of class B and A, in place of the words.
    Result<> unlock_with_token(const std::string& folder);
    Result<PinOutcome> unlock_with_pin(FacilitatorId, std::string_view pin);
    // Opens once, any class, and begins a recovery that lasts until the next locking. An entry tells it.
    Result<> unlock_with_code(std::string_view code);
    bool is_recovering() const;
    // Numbers and roles, without names: whom a locked kiosk of class A may ask.
    std::vector<Facilitator> people_while_locked() const;
    void lock(); // wipes every key and every name from memory

    // All below needs an unlocked vault: Fault::locked otherwise.
    Result<std::vector<Facilitator>> facilitators() const;
    // The request that enrol() returned, once more: for when the stick with it was lost.
    Result<std::string> enrolment_request() const;
    Result<PinOutcome> check_pin(FacilitatorId, std::string_view pin);
    std::vector<ProgrammeOffer> programmes() const;
    // The desk's answer, or a renewal, for a kiosk that is open.
    Result<> install(std::string_view pack);

    // Eighteen words that the desk read out extend the latest delegation, in time and in count. The words
    // check one another, so a misheard one is named; the same words once more change nothing.
    Result<> renew(std::string_view typed, const institution::WordList&, FacilitatorId by);
    Result<DelegationNotice> delegation_notice() const;

    // What the kiosk takes the time for: the machine's clock, as people corrected it. Works while locked.
    Instant now() const;
    // While the clock is in doubt, learners, drafts and sign-offs are recorded under the last time that was
    // sure; issuing and installing wait until people have set it. Works while locked.
    Result<ClockState> clock_state() const;
    // The same, and the log notes where doubt begins or ends, as every verb that writes does of itself: for
    // whoever sits and waits. Needs an unlocked vault.
    Result<ClockState> watch_clock();
    // Two different people whom the institution has certified, each with their PIN; one where it has
    // certified one only, with `second` left empty (people_to_set_clock says so). The kiosk goes by it from
    // then on.
    Result<ClockSetting> set_clock(Instant said, FacilitatorId first, std::string_view first_pin,
                                   FacilitatorId second, std::string_view second_pin);
    int people_to_set_clock() const;
    // What was issued while the clock was wrong by more than a day and nothing showed it: for correction by
    // the institution. Oldest first.
    Result<std::vector<IssuedRow>> doubtful_certificates() const;

    // People and what holds their secrets. Each is an entry of the log; who does it gives their own PIN.
    Result<PinOutcome> change_pin(FacilitatorId, std::string_view old_pin, std::string_view new_pin);
    // May keep drafts; signs once the institution has certified them (enrolment_request carries them there).
    Result<FacilitatorId> add_facilitator(const NewFacilitator&, FacilitatorId by);
    // For a lost PIN, while recovering. The key is a new one, since the old one is lost with its PIN: the
    // person keeps drafts until the institution has certified it.
    Result<> reset_pin(FacilitatorId, std::string_view new_pin);
    // New words, a new token in place of all others, or this machine's TPM. Another class only while
    // recovering; the institution must then delegate anew.
    Result<PinOutcome> protect(const vault::Protection&, FacilitatorId by, std::string_view pin);
    Result<PinOutcome> add_token(const std::string& folder, FacilitatorId by, std::string_view pin);
    Result<PinOutcome> remove_token(const ByteArray<16>& token, FacilitatorId by, std::string_view pin);
    std::vector<ByteArray<16>> tokens() const;
    Result<NewCodes> renew_recovery_codes(FacilitatorId by, std::string_view pin);
    std::vector<std::uint64_t>
    recovery_sheets_left() const; // 1 steward's, 2 coordinator's; works while locked
    // Destroys every key. The folder stays, recognisable and unreadable.
    Result<PinOutcome> retire(FacilitatorId by, std::string_view pin, Unsent);

    Result<LearnerId> register_learner(const NewLearner&, FacilitatorId by);
    // Names that are likely the same person, for the question "is this you?"
    Result<std::vector<LearnerRow>> likely_duplicates(std::string_view name) const;
    Result<std::vector<LearnerRow>> find_learners(std::string_view query,
                                                  std::size_t most) const; // "" = latest first
    Result<std::optional<Learner>> learner(LearnerId) const;

    // What is kept about a person, whole, as JSON text for them to take: identity, consent, assessments,
    // credentials.
    Result<std::string> export_learner(LearnerId) const;
    // What was written wrong is written anew, in the record and from then on; certificates that were issued
    // stay.
    Result<> correct_learner(LearnerId, const LearnerCorrection&, FacilitatorId by);
    // A request is kept with its reason; until it is carried out it changes nothing.
    Result<ErasureRequest> request_erasure(LearnerId, const ErasureWish&, FacilitatorId by);
    Result<std::vector<ErasureRequest>>
    erasure_requests() const; // not carried out yet, the earliest due first
    // Destroys that person's key for good: what is sealed under it, in the log too, no one reads again. The
    // log stays whole, and so do certificates on paper. Refused before it is due. Keys of everybody else are
    // wrapped anew, and no backup from before is kept (back_up).
    Result<PinOutcome> erase_learner(LearnerId, FacilitatorId by, std::string_view pin);

    Result<AssessmentId> begin_assessment(LearnerId, const std::string& programme_id,
                                          const std::string& language, FacilitatorId by);
    Result<std::optional<Assessment>> assessment(AssessmentId) const;
    Result<std::vector<Assessment>> assessments(AssessmentState, std::size_t most) const;
    Result<std::vector<Assessment>> assessments_of(LearnerId, AssessmentState) const; // the latest first
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
    DiskRoom disk_room() const;
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
    // For a machine that is gone, with everything on it: a kiosk in an empty folder goes on from a backup on
    // that medium. Its key is a new one, and so are those of its people: it shows and keeps what it has, and
    // issues once the desk has answered its request. PINs of people who are not there are replaced as lost
    // ones are.
    static Result<TakenOver> take_over(const std::string& folder, const std::string& medium,
                                       const NewMachine&, Surroundings);
    // Where a restore began the log's epoch.
    std::optional<RestoreNotice> restore_notice() const;

    struct Parts; // defined inside this module
private:
    friend struct StationProbe; // a test that fills the disk or tampers with a row
    explicit Station(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> m_parts;
};

} // namespace northseal::station
