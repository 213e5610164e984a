#include "kiosk/app/show.h"

#include <variant>

#include "kiosk/screens/after_cut.h"
#include "kiosk/screens/attendance.h"
#include "kiosk/screens/care.h"
#include "kiosk/screens/change.h"
#include "kiosk/screens/check.h"
#include "kiosk/screens/clock.h"
#include "kiosk/screens/diagnostics.h"
#include "kiosk/screens/draw.h"
#include "kiosk/screens/evidence.h"
#include "kiosk/screens/group_issue.h"
#include "kiosk/screens/group_sign.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/issued.h"
#include "kiosk/screens/issued_list.h"
#include "kiosk/screens/keys.h"
#include "kiosk/screens/languages.h"
#include "kiosk/screens/learner.h"
#include "kiosk/screens/learners.h"
#include "kiosk/screens/lock.h"
#include "kiosk/screens/marking.h"
#include "kiosk/screens/my_record.h"
#include "kiosk/screens/narrative.h"
#include "kiosk/screens/people_page.h"
#include "kiosk/screens/practice.h"
#include "kiosk/screens/printing.h"
#include "kiosk/screens/programmes.h"
#include "kiosk/screens/record.h"
#include "kiosk/screens/recovery.h"
#include "kiosk/screens/registration.h"
#include "kiosk/screens/renewal.h"
#include "kiosk/screens/review.h"
#include "kiosk/screens/roster.h"
#include "kiosk/screens/rubric.h"
#include "kiosk/screens/session_start.h"
#include "kiosk/screens/sessions.h"
#include "kiosk/screens/settings.h"
#include "kiosk/screens/sharing.h"
#include "kiosk/screens/sign_in.h"
#include "kiosk/screens/sign_off.h"
#include "kiosk/screens/stop.h"
#include "kiosk/screens/unlock.h"
#include "kiosk/screens/welcome.h"

namespace northseal::kiosk {

struct Mirror::View {
    std::variant<WelcomeView, UnlockView, LockView, SignInView, HomeView, LearnersView, LearnerView,
                 RegistrationView, ProgrammesView, RubricView, NarrativeView, ReviewView, SignOffView,
                 IssuedView, PrintingView, IssuedListView, SharingView, SettingsView, AboutView, ClockView,
                 RenewalView, RecoveryView, KeysView, RecordView, PeopleView, SessionsView, SessionStartView,
                 RosterView, AttendanceView, MarkingView, GroupSignView, GroupIssueView, CheckView,
                 MyRecordView, ChangeView, EvidenceView, LanguagesView, PracticeView, DiagnosticsView,
                 StopView, AfterCutView, CareView>
        now;
};

namespace {

// Another page comes in; what changes on a page does not.
std::string page_name(const AppState& state)
{
    std::string name = std::to_string(static_cast<int>(state.screen));
    if (state.screen == Screen::registration)
        name += "/" + std::to_string(static_cast<int>(state.personal.registration.step));
    if (state.screen == Screen::my_record)
        name += "/" + std::to_string(static_cast<int>(state.personal.my_record.step));
    return state.practising ? name + "/practice" : name;
}

} // namespace

Mirror::Mirror(Ui& ui, std::vector<KeyboardLayout> keyboards)
    : m_ui(ui), m_art(ui), m_keyboards(std::move(keyboards)), m_view(std::make_unique<View>())
{}

Mirror::~Mirror() = default;

void Mirror::look_at(const AppState& state, const Words& words, const Words& learners)
{
    m_ui.keep_top(state.practising ? practice_band_height : 0);
    if (!state.camera.report.picture) m_art.forget("camera");
    auto& now = m_view->now;
    switch (state.screen) {
    case Screen::welcome:
        now = welcome_view(state, words);
        break;
    case Screen::unlock:
        now = unlock_view(state, words);
        break;
    case Screen::lock:
        now = lock_view(state, words);
        break;
    case Screen::sign_in:
        now = sign_in_view(state, words);
        break;
    case Screen::home:
        now = home_view(state, words);
        break;
    case Screen::learners:
        now = learners_view(state, words);
        break;
    case Screen::learner:
        now = learner_view(state, words);
        break;
    case Screen::registration:
        now = registration_view(state, words, learners);
        break;
    case Screen::programmes:
        now = programmes_view(state, words);
        break;
    case Screen::rubric:
        now = rubric_view(state, words);
        break;
    case Screen::narrative:
        now = narrative_view(state, words);
        break;
    case Screen::review:
        now = review_view(state, words);
        break;
    case Screen::sign_off:
        now = sign_off_view(state, words);
        break;
    case Screen::issued:
        now = issued_view(state, words);
        break;
    case Screen::printing:
        now = printing_view(state, words);
        break;
    case Screen::issued_list:
        now = issued_list_view(state, words);
        break;
    case Screen::sharing:
        now = sharing_view(state, words);
        break;
    case Screen::settings:
        now = settings_view(state, words);
        break;
    case Screen::about:
        now = about_view(state, words);
        break;
    case Screen::after_cut:
        now = after_cut_view(state, words);
        break;
    case Screen::care:
        now = care_view(state, words);
        break;
    case Screen::clock:
        now = clock_view(state, words);
        break;
    case Screen::renewal:
        now = renewal_view(state, words);
        break;
    case Screen::recovery:
        now = recovery_view(state, words);
        break;
    case Screen::people:
        now = people_view(state, words);
        break;
    case Screen::record:
        now = record_view(state, words);
        break;
    case Screen::keys:
        now = keys_view(state, words);
        break;
    case Screen::sessions:
        now = sessions_view(state, words);
        break;
    case Screen::session_start:
        now = session_start_view(state, words);
        break;
    case Screen::roster:
        now = roster_view(state, words);
        break;
    case Screen::attendance:
        now = attendance_view(state, words);
        break;
    case Screen::marking:
        now = marking_view(state, words);
        break;
    case Screen::group_sign:
        now = group_sign_view(state, words);
        break;
    case Screen::group_issue:
        now = group_issue_view(state, words);
        break;
    case Screen::check:
        now = check_view(state, words);
        break;
    case Screen::my_record:
        now = my_record_view(state, words);
        break;
    case Screen::change:
        now = change_view(state, words);
        break;
    case Screen::evidence:
        now = evidence_view(state, words);
        break;
    case Screen::new_pin:
        now = new_pin_view(state, words);
        break;
    case Screen::languages:
        now = languages_view(state, words);
        break;
    case Screen::practice:
        now = practice_view(state, words);
        break;
    case Screen::diagnostics:
        now = diagnostics_view(state, words);
        break;
    case Screen::stop:
        now = stop_view(state, words);
        break;
    }
}

Action Mirror::draw(const AppState& state, const Words& words)
{
    Page page{m_ui, words, m_art, m_keyboards, state.keyboard, state.entry};
    page.typing = state.typing;
    page.specimen = state.facts.specimen;
    page.practising = state.practising;
    page.signed_in = state.personal.signed_in.has_value();
    page.screen = state.screen;
    m_ui.show_page(page_name(state));
    bool leaves = false;
    if (page.practising && m_ui.top_kept() > 0)
        leaves =
            practice_band(m_ui, words("practice.title"), words("practice.band"), words("practice.leave"));
    Action action = std::visit([&](const auto& view) { return kiosk::draw(view, page); }, m_view->now);
    if (page.specimen) practice_frame(m_ui);
    if (leaves) return act::LeavePractice{};
    return action;
}

Show::Show(App& app, Ui& ui, std::vector<KeyboardLayout> keyboards)
    : m_app(app), m_ui(ui), m_mirror(ui, std::move(keyboards)), m_reader(app, ui)
{}

void Mirror::forget_names()
{
    m_ui.forget_words();
    m_art.forget_made();
}

namespace {

// Somebody signed in, or anyone at the door who opened a record or a certificate.
bool shows_names(const Personal& personal)
{
    return personal.signed_in || personal.learner || personal.check.judgement;
}

} // namespace

App& Show::shown() const
{
    return m_app.practice() != nullptr ? *m_app.practice() : m_app;
}

void Show::draw()
{
    App& app = shown();
    m_reader.follow(app);
    m_reader.before_frame();
    const AppState& state = app.state();
    // Whoever leaves takes the pictures of all names along.
    const bool names = shows_names(state.personal);
    if (m_names && !names) m_mirror.forget_names();
    m_names = names;
    if (m_built != app.revision() || m_sight != app.sight() || m_built_of != &app) {
        m_mirror.look_at(state, app.words(), app.words_of(consent_language(state.personal.registration)));
        m_built = app.revision();
        m_sight = app.sight();
        m_built_of = &app;
    }
    m_action = m_mirror.draw(state, app.words());
    m_reader.draw_caption();
    m_shown = state.busy;
}

bool Show::settle()
{
    Action action = std::exchange(m_action, {});
    const bool acted = !std::holds_alternative<std::monostate>(action);
    App& app = shown();
    app.apply(action);
    // Whoever practises is here: the records that are real need not lock themselves.
    if (&app != &m_app && (acted || m_ui.moved())) m_app.touched();
    if (m_ui.asked_to_read()) app.apply(act::SetReading{true});
    m_reader.note(acted);
    // Only what a frame has announced is done: the person has seen, or heard, why the kiosk pauses.
    bool worked = false;
    if (m_shown != Busy::none && m_shown == app.state().busy) {
        static_cast<void>(m_reader.hear(true));
        worked = app.do_pending();
        m_reader.note(true);
    }
    m_app.watch_practice();
    m_reader.follow(shown());
    const bool other = m_built != shown().revision() || m_built_of != &shown();
    if (acted || worked || other || m_ui.top_changes()) return true;
    return m_reader.hear();
}

Look Show::look(float pixels) const
{
    const AppState& state = shown().state();
    const int hour = static_cast<int>(civil_date(state.now, state.offset).hour);
    const bool dark = state.preferences.colours == ColourChoice::dark ||
                      (state.preferences.colours == ColourChoice::by_the_clock && (hour < 7 || hour >= 20));
    Look look;
    look.scheme = state.preferences.high_contrast ? Scheme::contrast : dark ? Scheme::dark : Scheme::light;
    look.text_size = state.preferences.text_size;
    look.pixels = pixels;
    look.moves = !state.preferences.less_motion;
    return look;
}

} // namespace northseal::kiosk
