// Loading what a screen shows: once, when it is opened or when something changed, never while drawing.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/app/slip_code.h"
#include "kiosk/screens/people.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t drafts_most = 200;
constexpr std::size_t page_of_rows = 50;

} // namespace

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

bool App::open_learner(station::LearnerId id)
{
    if (!m_state.personal.signed_in) return false;
    const auto told =
        m_station->record_opened(id, station::OpenedHow::signed_in, m_state.personal.signed_in->id);
    if (told) return load_learner(id);
    fail(Busy::none, told.error());
    return false;
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
    if (auto code = text_code(note)) page.checkpoint = std::move(code.value());
    const auto checked = m_station->check_log();
    page.log_checked = true;
    page.log_whole = checked.ok();
    if (!checked.ok() && m_options.log) m_options.log(checked.error().detail);
    m_state.about = std::move(page);
}

} // namespace northseal::kiosk
