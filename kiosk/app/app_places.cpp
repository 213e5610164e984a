// Going from screen to screen, and loading what each one shows: once, when it is opened or when something
// changed, never while drawing.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/screens/door.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/sign_off.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t drafts_most = 200;
constexpr std::size_t page_of_rows = 50;

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
    auto& check = m_state.personal.check;
    if (m_state.screen == Screen::check && (check.explains || check.judgement)) return begin_check();
    auto& mine = m_state.personal.my_record;
    if (m_state.screen == Screen::my_record && mine.step > MyRecordStep::shown) {
        mine.step = MyRecordStep::shown;
        return;
    }
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

void App::load_home()
{
    if (!m_state.vault_open || !m_state.personal.signed_in) return;
    HomePage page;
    auto counts = m_station->counts();
    auto drafts = m_station->assessments(station::AssessmentState::draft, drafts_most);
    auto signed_off = m_station->assessments(station::AssessmentState::signed_off, drafts_most);
    auto rows = m_station->issued_rows(page_of_rows, 0);
    auto notice = m_station->delegation_notice();
    auto clock = m_station->clock_state();
    if (!counts) return fail(Busy::none, counts.error());
    if (!notice) return fail(Busy::none, notice.error());
    if (!clock) return fail(Busy::none, clock.error());
    if (!drafts) return fail(Busy::none, drafts.error());
    if (!signed_off) return fail(Busy::none, signed_off.error());
    if (!rows) return fail(Busy::none, rows.error());
    page.counts = counts.value();
    page.notice = notice.value();
    page.clock = clock.value();
    page.drafts = std::move(drafts.value());
    page.signed_off = std::move(signed_off.value());
    for (auto& row : rows.value()) {
        if (row.times_printed == 0) page.not_printed.push_back(std::move(row));
    }
    page.room = m_station->disk_room();
    const auto requests = m_station->erasure_requests();
    if (!requests) return fail(Busy::none, requests.error());
    for (const auto& request : requests.value()) {
        if (request.due > m_station->now()) continue;
        if (auto found = m_station->learner(request.learner); found && found.value())
            page.due_for_erasure.push_back(found.value()->row);
    }
    if (!load_todays_session(page)) return;
    auto kept = m_station->kept_registrations();
    if (!kept) return fail(Busy::none, kept.error());
    page.kept = std::move(kept.value());
    m_state.personal.home = std::move(page);
}

void App::load_learners()
{
    LearnersPage& page = m_state.personal.learners;
    auto counts = m_station->counts();
    if (!counts) return fail(Busy::none, counts.error());
    page.people = counts.value().learners;
    page.rows.clear();
    ++page.list;
    more_learners();
}

void App::more_learners()
{
    LearnersPage& page = m_state.personal.learners;
    auto more = m_station->find_learners(page.query, page_of_rows, page.rows.size());
    // What cannot be read is not asked for again by the next frame.
    page.may_have_more = more.ok() && more.value().size() == page_of_rows;
    if (!more) return fail(Busy::none, more.error());
    for (auto& row : more.value()) page.rows.push_back(std::move(row));
}

bool App::load_learner(station::LearnerId id)
{
    auto found = m_station->learner(id);
    if (!found) {
        fail(Busy::none, found.error());
        return false;
    }
    if (!found.value()) {
        fail(Busy::none, Error{Fault::not_found, "the learner is not in the ledger any more"});
        return false;
    }
    LearnerPage page;
    page.learner = *found.value();
    for (const auto kind : {station::AssessmentState::draft, station::AssessmentState::signed_off,
                            station::AssessmentState::issued}) {
        auto assessments = m_station->assessments_of(id, kind);
        if (!assessments) {
            fail(Busy::none, assessments.error());
            return false;
        }
        for (auto& each : assessments.value()) {
            if (kind != station::AssessmentState::issued) {
                page.under_way.push_back(std::move(each));
                continue;
            }
            if (!each.issued) continue;
            auto issued = m_station->issued(*each.issued);
            if (issued && issued.value()) page.issued.push_back(issued.value()->row);
        }
    }
    m_state.personal.learner = std::move(page);
    return true;
}

bool App::load_assessment(station::AssessmentId id)
{
    auto found = m_station->assessment(id);
    if (!found || !found.value()) {
        fail(Busy::none,
             found ? Error{Fault::not_found, "the assessment is not in the ledger any more"} : found.error());
        return false;
    }
    auto missing = m_station->missing(id);
    AssessmentPage page;
    const bool same = m_state.personal.assessment && m_state.personal.assessment->assessment.id == id;
    page.assessment = *found.value();
    page.programme = find_programme(m_state, page.assessment.programme_id);
    if (page.programme == nullptr) {
        fail(Busy::none, Error{Fault::not_found, "the programme of this assessment is not on this kiosk"});
        return false;
    }
    page.assessment.levels.resize(page.programme->outcomes.size());
    page.assessment.notes.resize(page.programme->outcomes.size());
    if (missing) page.missing = std::move(missing.value());
    // Resumes where it was: the first outcome without a level.
    const auto& levels = page.assessment.levels;
    const auto open = std::find(levels.begin(), levels.end(), 0U);
    page.outcome = open == levels.end() ? 0 : static_cast<std::size_t>(open - levels.begin());
    if (same) {
        page.outcome = std::min(m_state.personal.assessment->outcome, levels.size() - 1);
        page.witness = m_state.personal.assessment->witness;
    }
    m_state.personal.assessment = std::move(page);
    return true;
}

void App::load_issued_rows()
{
    auto& rows = m_state.personal.issued_rows;
    auto more = m_station->issued_rows(page_of_rows, rows.size());
    if (!more) return fail(Busy::none, more.error());
    for (auto& row : more.value()) rows.push_back(std::move(row));
}

void App::load_about()
{
    AboutPage page;
    auto checkpoint = m_station->checkpoint();
    if (!checkpoint) return fail(Busy::none, checkpoint.error());
    // A C2SP checkpoint: origin, number of entries, root, each on its line.
    const std::string& note = checkpoint.value();
    const std::size_t first = note.find('\n');
    const std::size_t second = note.find('\n', first + 1);
    const std::size_t third = note.find('\n', second + 1);
    if (first != std::string::npos && second != std::string::npos && third != std::string::npos) {
        page.entries = note.substr(first + 1, second - first - 1);
        page.root = note.substr(second + 1, third - second - 1);
    }
    const auto checked = m_station->check_log();
    page.log_checked = true;
    page.log_whole = checked.ok();
    if (!checked.ok() && m_options.log) m_options.log(checked.error().detail);
    m_state.about = std::move(page);
}

} // namespace northseal::kiosk
