#pragma once
// One kiosk's site: vault, ledger, programmes and delegation behind the few verbs that the screens need.
// Every verb that returns without an error has made durable what it says. Nothing here knows a screen. One
// thread.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/disk.h"
#include "storage/base/random.h"
#include "storage/catalogue/frameworks.h"
#include "storage/institution/spoken_words.h"
#include "storage/station/record_values.h"
#include "storage/station/values.h"

namespace northseal::station {

constexpr std::size_t evidence_file_most = 300 * 1024; // bytes

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
    // Somebody no longer works here: their key is destroyed, what they signed stays valid, and they open and
    // sign nothing any more. Who says so is certified, where anybody is, or is that person; the last assessor
    // who can sign stays. Who comes back is added anew, under a new number.
    Result<PinOutcome> person_left(FacilitatorId, FacilitatorId by, std::string_view pin);
    // New words, a new token in place of all others, or this machine's TPM, which hears of everybody else's
    // PIN when they next give it. Another class only while recovering; the institution must then delegate
    // anew.
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
    // A registration under way, sealed, as often as somebody pauses in typing; returns its number.
    // Registering with that number, or dropping it, leaves nothing of it. Nobody's for a week, it goes by
    // itself.
    Result<std::int64_t> keep_registration(const KeptRegistration&);
    Result<std::vector<KeptRegistration>> kept_registrations(); // the latest first
    Result<> drop_registration(std::int64_t kept);
    // Names that are likely the same person, for the question "is this you?"
    Result<std::vector<LearnerRow>> likely_duplicates(std::string_view name) const;
    // "" is everybody, latest first. At most so many, after the first `after` of them.
    Result<std::vector<LearnerRow>> find_learners(std::string_view query, std::size_t most,
                                                  std::size_t after = 0) const;
    Result<std::optional<Learner>> learner(LearnerId) const;

    // Six digits that a learner chose, for their own record: by themselves ({}) once it is open, or with the
    // screen in their hands, which is also what helps where one was forgotten. Refused where it is easy to
    // guess, or another of the same name has it.
    Result<> set_learner_pin(LearnerId, std::string_view pin, FacilitatorId by);
    Result<bool> has_learner_pin(LearnerId) const;
    // By the name as it is registered, or the learner's number. The answer, its waits and its time are the
    // same where nobody is called so, has no PIN, or has another.
    Result<OwnRecordHeard> hear_learner_pin(std::string_view typed, std::string_view pin);
    // Somebody opens a record: the log tells it before anything is shown, once a person and day of the site's
    // calendar. By nobody ({}): the learner themselves, by their paper or their PIN.
    Result<> record_opened(LearnerId, OpenedHow, FacilitatorId by);
    Result<RecordOpenings> openings_of(LearnerId, std::size_t most) const;
    // What is kept about a person, whole, as JSON text for them to take: identity, consent, assessments,
    // credentials.
    Result<std::string> export_learner(LearnerId) const; // and who opened it
    // What was written wrong is written anew, in the record and from then on; certificates that were issued
    // stay.
    Result<> correct_learner(LearnerId, const LearnerCorrection&, FacilitatorId by);
    // A request is kept with its reason; until it is carried out it changes nothing. By nobody ({}): the
    // learner themselves, who opened their record with their own paper.
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
    // A file that shows the work (a photograph, made small and without what a camera writes beside it), at
    // most 300 kB, eight an assessment and 12 MB a person: sealed here, and named on the credential by a
    // salted digest. Only while it is a draft, and where the programme keeps such files.
    Result<credential::EvidenceDigest> add_evidence(AssessmentId, ByteView file);
    Result<> remove_evidence(AssessmentId, const credential::EvidenceDigest&);
    Result<Bytes> evidence(AssessmentId, const credential::EvidenceDigest&) const;
    // What is missing, as keys of assets/words with the outcome's number; empty when it may be signed off.
    struct Missing {
        std::string key;
        int outcome{0}; // 1-based, 0 where it is not about one
    };
    Result<std::vector<Missing>> missing(AssessmentId) const;
    // Unwraps that person's key for one signature and wipes it.
    Result<PinOutcome> sign_off(AssessmentId, FacilitatorId, std::string_view pin);
    Result<IssuedId> issue(AssessmentId, FacilitatorId by);

    // Sessions: who comes, who is there, and a whole group's levels one tap each. All of it is kept at every
    // change, as drafts are. A new one has the seats of the last one of its programme.
    Result<SessionId> begin_session(const std::string& programme_id, int days_ahead, FacilitatorId by);
    Result<std::vector<SessionRow>> sessions(std::size_t most, std::size_t skip) const; // latest day first
    Result<std::optional<Session>> session(SessionId) const;
    std::int64_t today() const; // as SessionRow counts days
    Result<> seat(SessionId, LearnerId, bool seated);
    Result<> set_attendance(SessionId, LearnerId, Attendance);
    Result<> everyone_is_here(SessionId); // of whom nothing was said; one transaction
    // Sets one level (0 takes it away) in that learner's draft, which is begun where there is none yet.
    Result<AssessmentId> mark(SessionId, LearnerId, std::size_t outcome, std::uint32_t level,
                              FacilitatorId by);
    // One PIN for all that may be signed off: an assessor signs whole drafts, a witness what an assessor
    // signed. Who is away, or lacks something, is left out. One transaction, which also tells the log who was
    // there.
    Result<SessionSignOff> sign_off_session(SessionId, FacilitatorId, std::string_view pin);

    Result<std::optional<Issued>> issued(IssuedId) const;
    // By the eight letters and figures that stand on paper; dashes, spaces and case do not matter.
    Result<std::optional<IssuedId>> find_by_serial(std::string_view serial) const;
    // The certificate of ours whose code that is, where it is ours and fits to the last bit.
    Result<std::optional<IssuedId>> find_by_slip(std::string_view slip_text) const;
    Result<std::optional<LearnerId>> holder(IssuedId) const; // whose certificate it is
    // What a verifier of ours says of a code, by what this kiosk knows: its own programmes and keys, and the
    // institution's trust folder at `trust`, where there is one. Nothing is kept of it.
    Result<Judgement> judge(std::string_view slip_text, const std::string& trust) const;

    Result<PinOutcome> request_change(IssuedId, const ChangeRequest&, FacilitatorId by, std::string_view pin);
    Result<std::optional<ChangeRequest>> change_request(IssuedId) const;
    Result<std::vector<IssuedRow>> issued_rows(std::size_t most, std::size_t skip) const;
    Result<> record_print(IssuedId, FacilitatorId by);
    Result<Counts> counts() const;
    DiskRoom disk_room() const;
    Result<DiskUse> disk_use() const;
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
