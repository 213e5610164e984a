#pragma once
// The kiosk without its window: state, and the one place where it changes. Time, randomness, disk and printer
// are passed in. Nothing here draws; a second of real work is shown first (state().busy) and then done
// (do_pending), so that a screen never freezes without having said why.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "kiosk/paper/certificate.h"
#include "kiosk/screens/action.h"
#include "kiosk/words/words.h"
#include "storage/station/station.h"

namespace northseal::kiosk {

class Camera;
class Printer;
class Voice;

constexpr const char* language_folder = "northseal-language"; // on a stick: one language

class Backlight;

struct AppOptions {
    std::string folder;     // of the site: how much room its disk has is shown
    std::string words_file; // may open the vault of a demonstration; empty: none
    std::string backup;     // a folder on a second medium; empty: none
    std::string token;      // where the stick with the key is mounted; empty: none
    std::string take_home;  // a folder for copies, a USB stick in real life; empty: none
    std::string trust;      // the institution's trust folder, for "Check a certificate"; need not be there
    std::string software;   // version, for "about"
    std::string system;     // the machine's, for diagnostics
    std::string assets;     // programmes and frameworks, for practice
    std::string languages;  // where languages from sticks are kept
    std::vector<PackReport> packs;               // what was found there, and beside our own, at the start
    std::optional<institution::WordList> spoken; // in which renewals are read out
    std::string language{"en"};                  // to begin with
    int picture_width{736};                   // of the certificate on the screen, in the screen's own pixels
    int lock_seconds{180};                    // without a touch: names leave the screen
    int close_seconds{4 * 3600};              // and then the keys leave the memory
    std::vector<std::string> demo_pins;       // in the order of the people; shown at a specimen site only
    Backlight* backlight{nullptr};            // null where the screen's light cannot be set; outlives the app
    Voice* voice{nullptr};                    // null where there is none; it outlives the app
    Camera* camera{nullptr};                  // likewise
    std::optional<Preferences> preferences{}; // as they were kept; what they say of the language goes first
    std::string preferences_file{};           // where they are kept; empty: nowhere
    std::string running_mark{};               // a file that stands while it runs; empty: none
    std::function<void(const std::string&)> log; // one English sentence, never a learner's name
};

class App {
public:
    // `station` may be locked. `printer` is null where there is none; it outlives the app.
    App(std::unique_ptr<station::Station> station, station::Surroundings, Printer* printer,
        std::map<std::string, Words> languages, AppOptions);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    const AppState& state() const { return m_state; }
    const Words& words() const;                               // of the language of the screens
    const Words& words_of(const std::string& language) const; // English where there is no such language
    std::uint64_t revision() const { return m_revision; }     // changes whenever a view may
    std::uint64_t sight() const; // changes where what the camera shows is all that a view has anew

    Voice* voice() const { return m_options.voice; }

    void apply(const Action&);
    // Time passed: the minute, waits, the idle lock, the printer. `offset` is minutes east of UTC now.
    void tick(int offset);
    // Milliseconds until tick has something to do.
    int next_tick() const;
    void touched(); // somebody is here, even if they changed nothing
    // Does the work that state().busy announces. False where there is none.
    bool do_pending();

    // The made-up community, while somebody practises: an app of its own, which is the one to show. Whoever
    // shows it hands touches on, and calls watch_practice after whatever may have left it.
    App* practice() { return m_practice.get(); }
    void watch_practice();

private:
    struct Apply; // one function for each action

    // Going about (app_places.cpp).
    void go(Screen);
    void back();
    void arrive(Screen); // loads what that screen shows
    void load_home();
    bool load_todays_session(HomePage&);
    void load_learners();
    void more_learners();
    bool load_learner(station::LearnerId);
    bool open_learner(station::LearnerId); // and the log tells who opened their record
    bool load_assessment(station::AssessmentId);
    bool load_issued(station::IssuedId);
    void load_issued_rows();
    void load_about();

    // The door (app_door.cpp).
    void stand_outside(); // whom a closed kiosk may ask, and what it shows of them
    void use_words_file();
    void open(); // by what the screen asks for
    void open_vault();
    void open_by_token();
    bool entered(); // the vault is open now
    void signed_in(const station::Facilitator&);
    void lock();
    bool holds_half_a_secret() const;
    void close_vault();
    void choose_person(station::FacilitatorId); // whose PIN is typed next
    void submit_pin();
    void heard_pin(const station::PinOutcome&);

    // A recovery code, and new PINs for lost ones (app_recovery.cpp).
    void begin_recovery();
    void hear_code(); // judges what is typed so far
    void open_by_code();
    bool heard_twice(PinTwice&); // the same new PIN, the second time now
    void hear_new_pin();
    void forget_new_pin();
    void copy_request();

    // What opens the kiosk, and the recovery sheets (app_keys.cpp).
    void begin_keys();
    void choose_way(KeyWay);
    void change_keys();
    void change_own_pin();
    void forget_keys();

    // Who may sign here (app_people.cpp).
    void begin_people();
    void person_next();
    void add_person();
    void person_leaves();
    void remove_person();
    void forget_person();

    // A person's own record (app_record.cpp).
    void begin_record();
    void look_for_request();
    void go_to_record_step(RecordStep);
    void export_record();
    std::optional<std::string> keep_export(station::LearnerId); // the file's name on the stick
    void keep_correction();
    void request_erasure();
    void erase();

    // A start after the power went (app_cut.cpp).
    void mark_running();
    void unmark_running();
    void look_after_cut();

    // Practice (app_practice.cpp).
    void open_practice();
    void begin_practice(const Preferences&, int offset);
    void forgive_pin();

    // Diagnostics, and the technician's way out (app_diagnostics.cpp).
    void keep_log();
    void note_failure(Busy, Fault);
    void begin_diagnostics();
    void copy_diagnostics();
    void stop_kiosk();

    // Languages that a community brings (app_languages.cpp).
    void list_languages();
    void read_language();

    // Typing (app_typing.cpp).
    std::string* text_of(TextField);
    void focus(TextField, std::size_t caret);
    void typing(const act::Typing&);
    void text_changed(TextField);
    void stop_typing();

    // Sessions (app_sessions.cpp).
    void load_sessions();
    void more_sessions();
    bool load_session(station::SessionId);
    void reload_session(); // the one that is open
    void step_session_day(int by);
    void begin_session(std::size_t programme);
    void seat(station::LearnerId, bool seated);
    void set_attendance(station::LearnerId, station::Attendance);
    void everyone_is_here();
    void go_to_outcome(std::size_t index);
    void mark(station::LearnerId, std::uint32_t level);
    void begin_group_sign();
    void sign_group();

    // Certificates of a group, one a step (app_group.cpp).
    void begin_group_issue();
    void issue_next();
    void print_group();
    void print_next();

    // Without signing in: checking a certificate (app_check.cpp), one's own record (app_my_record.cpp).
    void begin_check();
    void scanned(const std::string&, CheckWay);
    void check_serial();
    void judge();
    void read_picture();
    void begin_my_record();
    void go_to_my_step(MyRecordStep);
    void open_my_record();
    void show_my_record(station::LearnerId, station::OpenedHow);
    void open_by_own_pin();
    void ask_for_own_pin(); // of whoever stands there: nobody's name is known
    void choose_learner_pin();
    void forget_own_pin();
    void look_for_own_request();
    void take_my_record();
    void ask_to_erase_me();
    void close_my_record();
    void close_what_anyone_opened(std::int64_t idle_seconds);

    // The camera that reads a code (app_camera.cpp).
    void turn_camera(bool on);
    void begin_camera();
    void put_camera_away();
    void follow_camera(); // on and off with the page
    void look_through_camera();
    void hear_camera(); // the code it has read

    // Pictures of the work (app_evidence.cpp).
    void begin_evidence();
    void load_evidence();
    void look_for_evidence();
    void add_evidence();
    void remove_evidence(std::size_t index);

    // What is asked of the institution about a certificate (app_change.cpp).
    void begin_change();
    void set_change(station::ChangeWanted);
    void set_change_reason(station::ChangeReason);
    void ask_for_change();

    // A registration under way, kept (app_forms.cpp).
    void form_changed();
    void keep_form();     // now, if anything changed
    void keep_form_now(); // a tap changed something
    void keep_form_when_due();
    void resume_registration(std::int64_t kept);
    void drop_registration();
    void look_for_likely(); // who is here already under such a name

    // Registering and assessing (app_assessment.cpp).
    void start_registration(bool with_query);
    void registration_next();
    void show_consent_in(const std::string& language);
    void read_consent(); // aloud, or stops
    void stop_consent();
    void follow_consent(); // it was left, or is read to its end
    void register_learner();
    void assess(station::LearnerId);
    void choose_programme(std::size_t index);
    void choose_level(std::uint32_t level);
    void go_to_open_outcome();
    void add_phrase(std::size_t index);
    void save_draft();
    void sign();
    void issue();

    // Handing over (app_paper.cpp).
    struct Job {
        std::string id;
        station::IssuedId what;
        station::FacilitatorId by;
    };
    Result<Certificate> certificate() const;
    Certificate certificate_of(const station::Issued&) const;
    CertificateText paper_words(const std::string& language) const;
    bool send_page(const station::Issued&); // to the printer; false where it takes none
    bool prints(station::IssuedId) const;   // is on its way already
    void draw_certificate();
    void print();
    void print_later();
    void watch_printer();
    bool note_printed(const Job&);
    void take_home();
    PrintState printer_state();

    // The clock (app_clock.cpp).
    void watch_clock(); // once a minute: nobody need issue to learn that it is in doubt
    void begin_clock();
    void step_clock(ClockPart, int by);
    void hear_clock_pin();
    void hear_second(station::FacilitatorId first);
    void set_clock(station::FacilitatorId first, const std::string& first_pin, station::FacilitatorId second,
                   const std::string& second_pin);
    void forget_clock_pin();

    // The delegation (app_renewal.cpp).
    void go_to_renewal_step(RenewalStep);
    void hear_renewal(); // judges the words typed so far
    void scanned_renewal(const std::string&);
    void renew();
    void renewed();
    void read_stick();

    // Copies on a second medium (app_backup.cpp).
    void look_at_backups();
    void back_up_when_quiet();
    void back_up_now();
    void back_up_when_asked();
    void look_at_disk();
    void count_not_copied();

    void keep_preferences(); // preferences.cpp
    void light_screen();     // preferences.cpp
    void fail(Busy doing, const Error&);
    void changed() { ++m_revision; }

    std::unique_ptr<station::Station> m_station;
    station::Surroundings m_around;
    Printer* m_printer;
    std::map<std::string, Words> m_languages;
    AppOptions m_options;
    int m_lit{brightness_most}; // as the backlight was told last; as bright as can be, it is left alone
    AppState m_state;
    Preferences m_kept; // as they stand in the file
    std::uint64_t m_revision{1};
    std::int64_t m_last_touch{0};            // ticks
    std::int64_t m_wait_until{0};            // ticks; a wrong PIN
    std::int64_t m_next_poll{0};             // ticks; the printer
    std::uint64_t m_printer_news{0};         // heard so far
    std::int64_t m_next_copy{0};             // ticks; the backup
    std::vector<Job> m_jobs;                 // pages on their way
    std::uint64_t m_pictures{0};             // made so far: each has its number
    std::string m_scanned;                   // a code that waits to be judged
    bool m_goes_on{false};                   // the work that state().busy names has another step
    std::optional<std::int64_t> m_form_due;  // ticks; a form that is not kept as it stands
    Screen m_camera_screen{Screen::welcome}; // the page that was open when it was followed last
    bool m_camera_wanted{false};             // on that page, until somebody turns it off or a minute is over
    std::int64_t m_camera_until{0};          // ticks
    std::uint64_t m_sight{0};
    std::unique_ptr<App> m_practice;
};

} // namespace northseal::kiosk
