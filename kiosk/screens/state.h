#pragma once
// All that the kiosk knows while it runs. A plain struct: App::apply is the only place that changes it, the
// views only read it. What is personal stands in `Personal`, so that locking is one assignment.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/paper/certificate.h"
#include "kiosk/screens/camera_state.h"
#include "kiosk/screens/care_state.h"
#include "kiosk/screens/check_state.h"
#include "kiosk/screens/door_state.h"
#include "kiosk/screens/qr_matrix.h"
#include "kiosk/screens/session_state.h"
#include "kiosk/theme/type.h"
#include "kiosk/voice/voice.h"
#include "kiosk/widgets/keyboard.h"
#include "kiosk/widgets/text_entry.h"
#include "kiosk/words/pack.h"
#include "storage/station/station.h"
#include "storage/vault/recovery_code.h"

namespace northseal::kiosk {

enum class Screen {
    welcome,
    unlock,
    lock,
    sign_in,
    home,
    learners,
    learner,
    registration,
    programmes,
    rubric,
    narrative,
    review,
    sign_off,
    issued,
    printing,
    issued_list,
    sharing,
    settings,
    about,
    clock,
    renewal,
    recovery,
    new_pin,
    keys,
    record,
    people,
    sessions,
    session_start,
    roster,
    attendance,
    marking,
    group_sign,
    group_issue,
    check,
    my_record,
    change,
    evidence,
    languages,
    practice,
    diagnostics,
    stop,
    after_cut,
    care,
};
constexpr std::size_t screen_count = 43;

// Which text the keyboard writes into. `none`: the keyboard is down.
enum class TextField {
    none,
    unlock_words,
    learner_query,
    name,
    number,
    guardian,
    note,
    narrative,
    renewal,
    recovery_code,
    corrected_name,
    corrected_number,
    new_person,
    serial,
    change_words,
    own_name
};

enum class ColourChoice { by_the_clock, light, dark };

constexpr int loudness_most = 10;
constexpr int brightness_most = 10;

struct Preferences {
    std::string language{"en"};
    TextSize text_size{TextSize::normal};
    ColourChoice colours{ColourChoice::by_the_clock};
    bool high_contrast{false};
    bool read_aloud{false};
    int loudness{loudness_most};     // of the voice, 1 to loudness_most
    int brightness{brightness_most}; // of the screen, 1 to brightness_most; never dark
    bool less_motion{false};
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

// Work that takes longer than a frame: shown first, done after that frame.
enum class Busy {
    none,
    opening,
    registering,
    signing,
    issuing,
    drawing_certificate,
    printing,
    copying,
    setting_clock,
    renewing,
    reading_stick,
    changing_pin,
    changing_keys,
    keeping_record,
    erasing,
    adding_person,
    removing_person,
    choosing_pin,
    signing_group,
    issuing_group,
    printing_group,
    reading_picture,
    judging,
    opening_record,
    asking_change,
    adding_evidence,
    stopping,
    opening_practice,
    reading_language,
    backing_up
};

// What did not go as asked, as the screens say it: what is safe, what happened, what comes next.
struct Failure {
    Busy doing{Busy::none};
    Fault fault{Fault::io};
};

struct LanguageChoice {
    std::string tag;
    std::string name;         // in that language itself
    bool asks_consent{false}; // all words of the consent are in it
    bool is_heard{false};     // the kiosk has a voice or recordings for it
};

struct LearnersPage {
    std::string query;
    std::vector<station::LearnerRow> rows;
    std::int64_t people{0};
    bool may_have_more{false};
    std::uint64_t list{0}; // grows when the rows are others, not when there are more of them
};

enum class RegistrationStep { name, facts, consent };

struct Registration {
    RegistrationStep step{RegistrationStep::name};
    station::NewLearner learner;
    std::vector<station::LearnerRow> likely;
    bool told_missing{false}; // the person asked to go on and something was missing: say what
    Instant saved{0};         // on the disk as it stands, since then; 0: not yet
    bool resumed{false};      // it was left once, and somebody goes on with it
    bool asks_to_drop{false}; // whether to throw it away
    std::string shown_in{};   // the language of the consent's words, where another was chosen
};

struct LearnerPage {
    station::Learner learner;
    std::vector<station::Assessment> under_way; // drafts and signed off
    std::vector<station::IssuedRow> issued;
};

// One assessment on the table: rubric, narrative, review and sign-off work on it.
struct AssessmentPage {
    station::Assessment assessment;
    const catalogue::Programme* programme{nullptr}; // owned by the station
    std::size_t outcome{0};                         // in view, 0-based
    std::vector<station::Station::Missing> missing;
    std::optional<station::FacilitatorId> witness; // chosen to sign second
};

enum class PrintState { idle, sent, printing, out_of_paper, jam, low_ink, offline, unknown, done };

struct IssuedPage {
    station::Issued issued;
    QrMatrix qr;
    std::optional<Picture> picture;
    std::uint64_t picture_number{0}; // changes with the picture: the texture is made anew
    PrintState print{PrintState::idle};
    bool copied{false};
    bool just_issued{false};
};

struct HomePage {
    station::Counts counts;
    std::vector<station::Assessment> drafts;
    std::vector<station::Assessment> signed_off;
    std::vector<station::IssuedRow> not_printed;
    station::DelegationNotice notice;
    station::ClockState clock;
    station::DiskRoom room;
    std::vector<station::LearnerRow> due_for_erasure;
    std::optional<station::Session> session;     // today's, where it is not finished
    std::vector<station::KeptRegistration> kept; // begun and left, the latest first
};

// The copies on a second medium. Nothing personal.
struct BackupState {
    bool has_medium{false};
    bool failed{false}; // the last try
    std::optional<station::BackupFacts> latest;
    std::optional<station::RestoreNotice> notice;
    std::int64_t not_copied{0}; // certificates that were issued since the latest one
    bool made_now{false};       // somebody asked for one, and it is made
};

struct AboutPage {
    std::string entries;     // how many, by the latest checkpoint
    QrMatrix checkpoint;     // all of it, signed, as C2SP writes it
    std::string root;        // of the log's tree, base64
    bool log_checked{false}; // every hash and signature was looked at
    bool log_whole{false};
};

// What a kiosk found when it started again after the power had gone.
struct CutPage {
    bool happened{false}; // and nobody has been told yet
    Instant began{0};     // the run that the cut ended
    std::int64_t entries{0};
    bool whole{false}; // every hash and signature was looked at, and fits
};

// What did not go as asked, for whoever is asked to help; and the last sentences of the log. Nothing
// personal.
struct FailureNote {
    Instant when{0};
    Busy doing{Busy::none};
    Fault fault{Fault::io};
};
struct DiagnosticsPage {
    std::string system;                // the machine's own name for itself
    std::int64_t entries{0};           // of the log
    std::vector<FailureNote> failures; // the latest first
    std::vector<std::string> log;      // the latest last
    std::string copied;                // the file's name on the stick
    bool copy_refused{false};          // no stick, or a full one
};

// Languages that a community brought.
struct PacksPage {
    std::vector<PackReport> installed;
    std::optional<PackReport> last; // that somebody tried to read
};

// Everything with a name in it.
struct Personal {
    std::optional<station::Facilitator> signed_in;
    HomePage home;
    LearnersPage learners;
    Registration registration;
    std::optional<LearnerPage> learner;
    std::optional<station::LearnerId> assess_learner; // for whom a programme is being chosen
    std::optional<AssessmentPage> assessment;
    std::optional<IssuedPage> issued;
    ClockForm clock;
    RenewalForm renewal;
    KeysForm keys;
    RecordForm record;
    PeopleForm people;
    SessionsPage sessions;
    std::optional<SessionPage> session;
    std::optional<GroupIssue> group;
    CheckForm check;
    MyRecord my_record;
    ChangeForm change;
    EvidenceForm evidence;
    std::vector<station::IssuedRow> issued_rows;
};

struct AppState {
    Screen screen{Screen::welcome};
    std::vector<Screen> trail; // where "back" leads
    BackupState backup;
    std::optional<station::DiskUse> disk_use; // looked at when the page is opened that shows it
    CutPage cut;
    Preferences preferences;
    std::vector<LanguageChoice> languages;
    std::vector<std::string> language_questions; // "Choose a language.", in each of them
    station::StationFacts facts;
    bool vault_open{false};
    std::string software; // its version
    Instant now{0};
    int offset{0}; // minutes east of UTC, by the machine's time zone
    std::vector<station::Facilitator> facilitators;
    std::vector<station::ProgrammeOffer> programmes;
    UnlockForm unlock;
    RecoveryForm recovery;
    bool recovering{false}; // a code opened it: PINs may be replaced until the vault is closed
    NewPinForm new_pin;
    bool request_copied{false}; // to the stick, for the institution: it certifies new keys
    PinForm pin;
    TextField typing{TextField::none};
    TextEntry entry; // what is being typed, with its caret; the form has the same text
    KeyboardState keyboard;
    Busy busy{Busy::none};
    std::optional<Failure> failure;
    PrintState printer{PrintState::unknown}; // the machine itself
    bool has_printer{false};
    VoiceTrouble voice{VoiceTrouble::no_voice};
    bool reads_consent{false}; // aloud, now
    CameraSight camera;
    bool has_token_place{false}; // where a stick with the key would be
    bool can_dim{false};         // the screen's light can be set
    bool can_copy{false};        // a folder for take-home copies is there
    AboutPage about;
    DiagnosticsPage diagnostics;
    PacksPage packs;
    bool stopping{false};       // somebody ended the program with their PIN
    bool practising{false};     // this is the made-up community
    bool leaving{false};        // and somebody leaves it
    bool starting_again{false}; // or wants it as it was at first
    // Shown on the sign-in of a demonstration, so that anyone can try it; never filled at a real site.
    std::vector<std::pair<std::string, std::string>> demo_pins;
    Personal personal;
};

} // namespace northseal::kiosk
