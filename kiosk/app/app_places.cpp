// Going from screen to screen, and back.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/screens/door.h"
#include "kiosk/screens/sign_off.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

// Places of the rail, and the doors: there is nothing behind them to go back to.
bool is_place(Screen screen)
{
    switch (screen) {
    case Screen::welcome:
    case Screen::unlock:
    case Screen::lock:
    case Screen::sign_in:
    case Screen::home:
    case Screen::learners:
    case Screen::issued_list:
    case Screen::sharing:
    case Screen::new_pin:
    case Screen::sessions:
        return true;
    case Screen::learner:
    case Screen::registration:
    case Screen::programmes:
    case Screen::rubric:
    case Screen::narrative:
    case Screen::review:
    case Screen::sign_off:
    case Screen::issued:
    case Screen::printing:
    case Screen::settings:
    case Screen::about:
    case Screen::clock:
    case Screen::renewal:
    case Screen::recovery:
    case Screen::keys:
    case Screen::record:
    case Screen::people:
    case Screen::session_start:
    case Screen::roster:
    case Screen::attendance:
    case Screen::marking:
    case Screen::group_sign:
    case Screen::group_issue:
    case Screen::check:
    case Screen::my_record:
    case Screen::change:
    case Screen::evidence:
    case Screen::languages:
    case Screen::practice:
    case Screen::diagnostics:
    case Screen::stop:
    case Screen::after_cut:
    case Screen::care:
        return false;
    }
    return false;
}

bool needs_sign_in(Screen screen)
{
    return !(screen == Screen::welcome || screen == Screen::unlock || screen == Screen::lock ||
             screen == Screen::sign_in || screen == Screen::sharing || screen == Screen::recovery ||
             screen == Screen::new_pin || screen == Screen::check || screen == Screen::my_record);
}

} // namespace

void App::go(Screen to)
{
    stop_typing();
    if (needs_sign_in(to) && !m_state.personal.signed_in) to = door_screen(m_state);
    if (to == Screen::new_pin && !m_state.recovering) to = door_screen(m_state);
    if (to == Screen::sign_in || to == Screen::unlock) to = door_screen(m_state);
    if (is_place(to)) {
        // Sharing opens without signing in: back then leads to the door it was opened from.
        const bool from_door = to == Screen::sharing && !m_state.personal.signed_in;
        m_state.trail.clear();
        if (from_door) m_state.trail.push_back(m_state.screen);
    } else if (to != m_state.screen) {
        // A screen stands in the trail once: coming to it again is coming back to it.
        const auto seen = std::find(m_state.trail.begin(), m_state.trail.end(), to);
        if (seen != m_state.trail.end())
            m_state.trail.erase(seen, m_state.trail.end());
        else
            m_state.trail.push_back(m_state.screen);
    }
    m_state.screen = to;
    arrive(to);
    changed();
}

void App::back()
{
    stop_typing();
    if (m_state.screen == Screen::record && m_state.personal.record.step != RecordStep::see) {
        go_to_record_step(RecordStep::see);
        return;
    }
    if (m_state.screen == Screen::people && m_state.personal.people.step != PeopleStep::list) {
        begin_people();
        return;
    }
    if (m_state.screen == Screen::registration &&
        m_state.personal.registration.step != RegistrationStep::name) {
        auto& step = m_state.personal.registration.step;
        step = step == RegistrationStep::consent ? RegistrationStep::facts : RegistrationStep::name;
        keep_form_now();
        return;
    }
    if (m_state.screen == Screen::change && m_state.personal.change.step == ChangeStep::pin) {
        wipe(m_state.pin.digits);
        m_state.personal.change.step = ChangeStep::reason;
        return;
    }
    if (m_state.screen == Screen::renewal && m_state.personal.renewal.step == RenewalStep::words) {
        go_to_renewal_step(RenewalStep::ways);
        return;
    }
    auto& check = m_state.personal.check;
    if (m_state.screen == Screen::check && (check.explains || check.judgement)) {
        // What lies before the camera would be read at once again: there would be no way back.
        if (check.judgement) m_camera_wanted = false;
        return begin_check();
    }
    auto& mine = m_state.personal.my_record;
    if (m_state.screen == Screen::my_record && mine.step > MyRecordStep::shown)
        return go_to_my_step(MyRecordStep::shown);
    if (m_state.screen == Screen::my_record && mine.step == MyRecordStep::pin)
        return go_to_my_step(MyRecordStep::name);
    if (m_state.screen == Screen::my_record && mine.step == MyRecordStep::name) return begin_my_record();
    // Whoever leaves their record takes it out of the memory too.
    if (m_state.screen == Screen::my_record) begin_my_record();
    Screen to = m_state.personal.signed_in ? Screen::home : Screen::welcome;
    if (!m_state.trail.empty()) {
        to = m_state.trail.back();
        m_state.trail.pop_back();
    }
    m_state.screen = to;
    arrive(to);
    changed();
}

void App::arrive(Screen screen)
{
    forget_clock_pin();
    forget_keys();
    forget_person();
    switch (screen) {
    case Screen::home:
    case Screen::sharing:
    case Screen::settings:
        load_home();
        break;
    case Screen::learners:
        load_learners();
        break;
    case Screen::learner:
        if (m_state.personal.learner && !load_learner(m_state.personal.learner->learner.row.id)) back();
        break;
    case Screen::issued_list:
        m_state.personal.issued_rows.clear();
        load_home();
        load_issued_rows();
        break;
    case Screen::rubric:
    case Screen::narrative:
    case Screen::review:
        if (m_state.personal.assessment) load_assessment(m_state.personal.assessment->assessment.id);
        break;
    case Screen::sign_off:
        wipe(m_state.pin.digits);
        m_state.pin.wrong = false;
        m_state.pin.who = next_signer(m_state);
        break;
    case Screen::people:
        begin_people();
        break;
    case Screen::record:
        begin_record();
        break;
    case Screen::keys:
        begin_keys();
        break;
    case Screen::recovery:
        begin_recovery();
        break;
    case Screen::new_pin:
        forget_new_pin();
        m_state.new_pin = {};
        m_state.pin = {};
        break;
    case Screen::sign_in:
        wipe(m_state.pin.digits);
        m_state.pin.wrong = false;
        m_state.pin.who.reset();
        if (m_state.facilitators.size() == 1) m_state.pin.who = m_state.facilitators.front().id;
        break;
    case Screen::about:
        load_home();
        load_about();
        break;
    case Screen::clock:
        load_home();
        begin_clock();
        break;
    case Screen::diagnostics:
        load_home();
        begin_diagnostics();
        break;
    case Screen::stop:
        wipe(m_state.pin.digits);
        m_state.pin.wrong = false;
        m_state.pin.who.reset();
        if (m_state.personal.signed_in) m_state.pin.who = m_state.personal.signed_in->id;
        break;
    case Screen::after_cut:
        load_home();
        look_after_cut();
        break;
    case Screen::care:
        load_home();
        m_state.backup.made_now = false;
        look_at_backups();
        count_not_copied();
        look_at_disk();
        break;
    case Screen::languages:
        m_state.packs.last.reset();
        break;
    case Screen::renewal:
        load_home();
        m_state.personal.renewal = {};
        break;
    case Screen::sessions:
        load_sessions();
        break;
    case Screen::session_start:
        m_state.personal.sessions.today = m_station->today();
        break;
    case Screen::roster:
        wipe(m_state.personal.learners.query);
        load_learners();
        reload_session();
        break;
    case Screen::attendance:
    case Screen::marking:
        reload_session();
        break;
    case Screen::group_sign:
        reload_session();
        begin_group_sign();
        break;
    case Screen::check:
        begin_check();
        break;
    case Screen::my_record:
        begin_my_record();
        break;
    case Screen::change:
        begin_change();
        break;
    case Screen::evidence:
        begin_evidence();
        break;
    case Screen::group_issue:
    case Screen::welcome:
    case Screen::unlock:
    case Screen::lock:
    case Screen::registration:
    case Screen::programmes:
    case Screen::issued:
    case Screen::printing:
    case Screen::practice:
        break;
    }
}

} // namespace northseal::kiosk
