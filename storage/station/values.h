#pragma once
// What a Station's verbs take and give: people, learners, assessments and certificates as screens show them,
// and what a kiosk says of its clock, its delegation, its backups and its disk. Plain values; none of them
// reads or keeps anything.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/base/clock.h"
#include "storage/catalogue/programme.h"
#include "storage/credential/award.h"
#include "storage/credential/credential.h"
#include "storage/credential/verdict.h"
#include "storage/vault/vault.h"

namespace northseal::station {

template<class Tag>
struct Id {
    std::int64_t value{0};
    friend auto operator<=>(const Id&, const Id&) = default;
};
using FacilitatorId = Id<struct FacilitatorTag>;
using LearnerId = Id<struct LearnerTag>;
using AssessmentId = Id<struct AssessmentTag>;
using IssuedId = Id<struct IssuedTag>; // the ledger entry that issued it
using SessionId = Id<struct SessionTag>;

// Public: may be shown while locked.
struct StationFacts {
    catalogue::Words institution;
    catalogue::Words site;
    std::string did;
    std::string verify_host;
    std::string kiosk; // four letters
    bool specimen{false};
    std::string protection_class;
    Instant delegation_from{0};
    Instant delegation_until{0};
    std::uint32_t delegation_count{0};
};

struct Facilitator {
    FacilitatorId id;
    std::string name;
    std::string role; // "assessor", "witness"
    bool certified{false};
    bool left{false}; // no longer works here
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
    std::int64_t kept{0}; // the form that this was typed into, if it was kept: it goes with the registration
};

// A registration under way: nothing in it has been agreed to yet.
struct KeptRegistration {
    NewLearner learner; // as typed so far; `kept` is its number, 0 for a new one
    int step{0};        // how far somebody came, by the screen's own count
    std::string
        shown_in{}; // the language of the consent's words, where another than the certificate's was chosen
    FacilitatorId by;
    Instant saved{0};
};

struct LearnerRow {
    LearnerId id;
    std::string name;
    std::string number;
    int drafts{0};
    int issued{0};
    Instant registered{0}; // and agreed to it
    int ready{0};          // of the drafts: nothing is missing, somebody may sign
    int signed_off{0};
    Instant last_issued{0}; // 0: nothing yet
};

struct Learner {
    LearnerRow row;
    IdentityGrade identity{IdentityGrade::known_to_assessor};
    AgeBand age_band{AgeBand::adult};
    std::string language;
    bool shares{false}; // agreed that the institution gets the record
    // Sessions in which they were there, and the days of the first and the last, as SessionRow counts days.
    int sessions{0};
    std::int64_t first_session{0};
    std::int64_t last_session{0};
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
    std::vector<std::uint32_t> levels;                // one an outcome, 0 = none yet
    std::vector<std::string> notes;                   // one an outcome: what was seen; may be empty
    std::string narrative;                            // on the credential, optional; off paper unless asked
    std::uint32_t supervision{1};                     // choice of the template
    std::vector<credential::EvidenceDigest> evidence; // files that were added; strictly ascending
    std::string assessor;                             // set by sign-off
    std::string witness;
    Instant saved{0};
    std::optional<IssuedId> issued;
};

// What is asked of the institution about a certificate. It decides; until then the certificate is as it was.
enum class ChangeWanted { revoke = 1, correct = 2 };

struct IssuedRow {
    IssuedId id;
    std::string learner_name;
    std::string programme_name;
    std::string serial;
    Instant issued_at{0};
    bool received_by_institution{false};
    int times_printed{0};
    std::optional<ChangeWanted> asked{}; // of the institution, and not answered yet
};

struct Issued {
    IssuedRow row;
    credential::Signed signed_credential;
    std::string json;     // RFC 8785 form of the credential
    std::string slip_url; // what the QR holds
    credential::Award award;
};

// A programme taught to a group on a day.
enum class Attendance { not_said, here, away };

struct Seat {
    LearnerId learner;
    std::string name;
    Attendance attendance{Attendance::not_said};
    int which_time{1}; // their first, second … session of this programme
    std::optional<Assessment> assessment;
};

struct SessionRow {
    SessionId id;
    std::string programme_id;
    std::int64_t day{0}; // since 1970-01-01, as the site's calendar has it
    std::string leader;
    Instant saved{0};
    int learners{0};
    int here{0};
    int levels{0}; // that those who are assessed will have
    int levels_chosen{0};
    int to_sign{0};
    int to_issue{0};
    int issued{0};
};

struct Session {
    SessionRow row;
    std::vector<Seat> seats; // by the order in which people were registered
};

// What a sign-off of a whole session did: who was signed for, and who was left out.
struct SessionSignOff {
    PinOutcome outcome;
    std::vector<AssessmentId> signed_off;
};

enum class ChangeReason {
    wrong_person = 1,
    not_own_work = 2,
    learner_asks = 3,
    wrong_name = 4,
    wrong_level = 5,
    other = 6
};
constexpr std::uint64_t change_reason_count = 6;

struct ChangeRequest {
    ChangeWanted wanted{ChangeWanted::revoke};
    ChangeReason reason{ChangeReason::other};
    std::string words; // optional, but for `other`; sealed
    Instant asked{0};
    std::string by;
};

struct Judgement {
    credential::Finding finding;
    std::optional<credential::Award> award; // what it says, as far as anything of it may be shown
    std::optional<IssuedId> own;            // this kiosk issued it
    std::string lists_refused; // why the trust folder that is there was not believed; for the log
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
    // Else nothing new is begun: what is under way can still be finished and issued.
    bool takes_new_work{true};
};

// What the ledger takes of it, in bytes.
struct DiskUse {
    std::uint64_t evidence{0}; // files of evidence, sealed
    std::uint64_t records{0};  // all else: certificates, levels, names, the log
};

} // namespace northseal::station
