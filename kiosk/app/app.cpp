#include "kiosk/app/app.h"
#include "kiosk/app/preferences.h"
#include "kiosk/paper/printer.h"
#include "kiosk/screens/check.h"
#include "kiosk/voice/voice.h"

#include <algorithm>

namespace northseal::kiosk {

App::App(std::unique_ptr<station::Station> station, station::Surroundings around, Printer* printer,
         std::map<std::string, Words> languages, AppOptions options)
    : m_station(std::move(station)), m_around(around), m_printer(printer), m_languages(std::move(languages)),
      m_options(std::move(options)), m_last_touch(around.clock.ticks())
{
    m_state.facts = m_station->facts();
    m_state.vault_open = !m_station->is_locked();
    stand_outside();
    m_state.now = m_station->now();
    m_state.has_printer = m_printer != nullptr;
    m_state.has_token_place = !m_options.token.empty();
    m_state.can_copy = !m_options.take_home.empty();
    m_state.can_dim = m_options.backlight != nullptr;
    m_state.software = m_options.software;
    m_state.unlock.has_words_file = !m_options.words_file.empty();
    if (m_options.preferences) m_state.preferences = *m_options.preferences;
    m_kept = m_state.preferences;
    light_screen();
    if (!m_options.preferences || !m_languages.contains(m_state.preferences.language))
        m_state.preferences.language = m_languages.contains(m_options.language) ? m_options.language : "en";
    if (m_options.voice != nullptr) m_state.voice = m_options.voice->trouble();
    m_state.packs.installed = m_options.packs;
    keep_log();
    list_languages();
    if (m_state.has_printer) m_state.printer = printer_state();
    look_at_backups();
    mark_running();
}

App::~App()
{
    lock();
    unmark_running();
}

const Words& App::words() const
{
    return words_of(m_state.preferences.language);
}

const Words& App::words_of(const std::string& language) const
{
    const auto found = m_languages.find(language);
    return found != m_languages.end() ? found->second : m_languages.at("en");
}

void App::fail(Busy doing, const Error& error)
{
    m_state.busy = Busy::none;
    m_state.failure = Failure{doing, error.fault};
    note_failure(doing, error.fault);
    if (doing == Busy::issuing ||
        doing == Busy::issuing_group) { // why it may not be issued is said as it stands now
        if (const auto notice = m_station->delegation_notice()) m_state.personal.home.notice = notice.value();
        if (const auto clock = m_station->clock_state()) m_state.personal.home.clock = clock.value();
    }
    if (m_options.log) m_options.log(error.detail);
    if (error.fault == Fault::locked) close_vault();
    changed();
}

void App::touched()
{
    m_last_touch = m_around.clock.ticks();
}

void App::tick(int offset)
{
    const Instant now = m_station->now();
    const std::int64_t ticks = m_around.clock.ticks();
    if (now / 60 != m_state.now / 60 || offset != m_state.offset) {
        watch_clock();
        changed();
    }
    m_state.now = now;
    m_state.offset = offset;

    const std::int64_t left = m_wait_until - ticks;
    const int wait = left > 0 ? static_cast<int>((left + 999) / 1000) : 0;
    if (wait != m_state.pin.wait_seconds) {
        m_state.pin.wait_seconds = wait;
        changed();
    }
    const std::int64_t idle = (ticks - m_last_touch) / 1000;
    const bool left_alone = m_state.busy == Busy::none && idle >= m_options.lock_seconds;
    if (left_alone && m_state.recovering)
        close_vault(); // whoever passes by must not find it ready to give out PINs
    else if (left_alone && (m_state.personal.signed_in || holds_half_a_secret()))
        lock();
    if (m_state.vault_open && !m_state.personal.signed_in && idle >= m_options.close_seconds) close_vault();
    if (m_state.busy == Busy::none) close_what_anyone_opened(idle);
    if (m_options.voice != nullptr && m_state.voice != m_options.voice->trouble()) {
        m_state.voice = m_options.voice->trouble();
        changed();
    }
    follow_consent();
    follow_camera();
    hear_camera();
    if (m_printer != nullptr && (ticks >= m_next_poll || m_printer->news() != m_printer_news))
        watch_printer();
    keep_form_when_due();
    back_up_when_quiet();
    if (m_practice != nullptr) {
        const std::uint64_t before = m_practice->revision();
        m_practice->tick(offset);
        if (m_practice->revision() != before) changed();
        watch_practice();
    }
}

// Words, a code or digits that somebody typed and walked away from.
bool App::holds_half_a_secret() const
{
    return !m_state.unlock.words.empty() || !m_state.recovery.typed.empty() || !m_state.pin.digits.empty();
}

// What is shown to whoever stands there does not stay for the next one.
void App::close_what_anyone_opened(std::int64_t idle_seconds)
{
    const int closes = closes_after(m_state);
    if (closes == 0 || idle_seconds < closes) return;
    if (m_state.screen == Screen::my_record)
        close_my_record();
    else
        begin_check();
    m_camera_wanted = false; // nobody is there
    changed();
}

int App::next_tick() const
{
    if (m_state.busy != Busy::none) return 0;
    const std::int64_t ticks = m_around.clock.ticks();
    std::int64_t next = (60 - m_station->now() % 60) * 1000;
    if (m_state.pin.wait_seconds > 0) next = std::min<std::int64_t>(next, 1000);
    if (m_state.personal.signed_in || m_state.recovering || holds_half_a_secret()) {
        const std::int64_t locks = m_last_touch + std::int64_t{m_options.lock_seconds} * 1000 - ticks;
        next = std::min(next, locks);
    }
    if (const int closes = closes_after(m_state); closes > 0)
        next = std::min(next, m_last_touch + std::int64_t{closes} * 1000 - ticks);
    if (m_printer != nullptr) next = std::min(next, m_next_poll - ticks);
    if (m_state.camera.on) next = std::min(next, m_camera_until - ticks);
    if (m_practice != nullptr) next = std::min<std::int64_t>(next, m_practice->next_tick());
    if (m_form_due) next = std::min(next, *m_form_due - ticks);
    return static_cast<int>(std::max<std::int64_t>(next, 50));
}

bool App::do_pending()
{
    const Busy busy = m_state.busy;
    switch (busy) {
    case Busy::none:
        return false;
    case Busy::opening:
        open();
        break;
    case Busy::registering:
        register_learner();
        break;
    case Busy::signing:
        sign();
        break;
    case Busy::issuing:
        issue();
        break;
    case Busy::drawing_certificate:
        draw_certificate();
        break;
    case Busy::printing:
        print();
        break;
    case Busy::copying:
        take_home();
        break;
    case Busy::setting_clock:
        hear_clock_pin();
        break;
    case Busy::renewing:
        renew();
        break;
    case Busy::reading_stick:
        read_stick();
        break;
    case Busy::changing_pin:
        hear_new_pin();
        break;
    case Busy::changing_keys:
        change_keys();
        break;
    case Busy::keeping_record:
        keep_correction();
        break;
    case Busy::erasing:
        erase();
        break;
    case Busy::adding_person:
        add_person();
        break;
    case Busy::removing_person:
        remove_person();
        break;
    case Busy::choosing_pin:
        choose_learner_pin();
        break;
    case Busy::signing_group:
        sign_group();
        break;
    case Busy::issuing_group:
        issue_next();
        break;
    case Busy::printing_group:
        print_next();
        break;
    case Busy::reading_picture:
        read_picture();
        break;
    case Busy::judging:
        judge();
        break;
    case Busy::opening_record:
        open_my_record();
        break;
    case Busy::asking_change:
        ask_for_change();
        break;
    case Busy::adding_evidence:
        add_evidence();
        break;
    case Busy::stopping:
        stop_kiosk();
        break;
    case Busy::opening_practice:
        open_practice();
        break;
    case Busy::reading_language:
        read_language();
        break;
    case Busy::backing_up:
        back_up_when_asked();
        break;
    }
    // A step that starts the next one (signing, then issuing) has set it, and one of many says that it goes
    // on; anything else is done.
    const bool goes_on = std::exchange(m_goes_on, false);
    if (m_state.busy == busy && !goes_on) m_state.busy = Busy::none;
    follow_camera();
    changed();
    return true;
}

} // namespace northseal::kiosk
