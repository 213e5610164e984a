// Sessions: who comes, who is here, a whole group's levels, one PIN for all of them.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/screens/group_sign.h"
#include "kiosk/screens/marking.h"
#include "kiosk/screens/people.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t sessions_at_once = 30;
constexpr int days_ahead_most = 60;

} // namespace

void App::load_sessions()
{
    auto& page = m_state.personal.sessions;
    const std::size_t wanted = std::max(page.rows.size(), sessions_at_once);
    auto rows = m_station->sessions(wanted + 1, 0);
    if (!rows) return fail(Busy::none, rows.error());
    page.rows = std::move(rows.value());
    page.may_have_more = page.rows.size() > wanted;
    if (page.may_have_more) page.rows.resize(wanted);
    page.today = m_station->today();
}

// The latest of today that is not finished: all issued, and nobody left to sign for.
bool App::load_todays_session(HomePage& home)
{
    constexpr std::size_t latest = 8;
    const auto rows = m_station->sessions(latest, 0);
    if (!rows) {
        fail(Busy::none, rows.error());
        return false;
    }
    for (const auto& row : rows.value()) {
        const bool finished = row.issued > 0 && row.to_sign == 0 && row.to_issue == 0;
        if (row.day != m_station->today() || finished) continue;
        auto session = m_station->session(row.id);
        if (session && session.value()) home.session = std::move(*session.value());
        return true;
    }
    return true;
}

void App::more_sessions()
{
    auto& page = m_state.personal.sessions;
    auto rows = m_station->sessions(sessions_at_once + 1, page.rows.size());
    if (!rows) return fail(Busy::none, rows.error());
    page.may_have_more = rows.value().size() > sessions_at_once;
    if (page.may_have_more) rows.value().resize(sessions_at_once);
    for (auto& row : rows.value()) page.rows.push_back(std::move(row));
}

bool App::load_session(station::SessionId id)
{
    auto found = m_station->session(id);
    if (!found || !found.value()) {
        fail(Busy::none,
             found ? Error{Fault::not_found, "the session is not in the ledger any more"} : found.error());
        return false;
    }
    SessionPage page;
    page.session = std::move(*found.value());
    page.programme = find_programme(m_state, page.session.row.programme_id);
    if (page.programme == nullptr) {
        fail(Busy::none, Error{Fault::not_found, "the programme of this session is not on this kiosk"});
        return false;
    }
    for (const auto& seat : page.session.seats) {
        std::vector<station::Station::Missing> lacks;
        if (seat.assessment) {
            if (auto missing = m_station->missing(seat.assessment->id)) lacks = std::move(missing.value());
        }
        page.missing.push_back(std::move(lacks));
    }
    const auto& before = m_state.personal.session;
    if (before && before->session.row.id == id) {
        page.outcome = before->outcome;
        page.witness = before->witness;
        page.assessor_signed = before->assessor_signed;
    } else {
        page.outcome = first_open_outcome(page);
    }
    m_state.personal.session = std::move(page);
    return true;
}

void App::reload_session()
{
    if (const auto& page = m_state.personal.session) load_session(page->session.row.id);
}

void App::step_session_day(int by)
{
    int& days = m_state.personal.sessions.days_ahead;
    days = std::clamp(days + by, 0, days_ahead_most);
}

void App::begin_session(std::size_t programme)
{
    if (programme >= m_state.programmes.size() || !m_state.personal.signed_in) return;
    auto& page = m_state.personal.sessions;
    const auto id = m_station->begin_session(m_state.programmes[programme].id, page.days_ahead,
                                             m_state.personal.signed_in->id);
    if (!id) return fail(Busy::none, id.error());
    const bool later = page.days_ahead > 0;
    page.days_ahead = 0;
    if (!load_session(id.value())) return;
    // What was chosen is behind us: back leads to the sessions.
    m_state.trail = {Screen::sessions};
    const bool nobody = m_state.personal.session->session.seats.empty();
    m_state.screen = nobody || later ? Screen::roster : Screen::attendance;
    arrive(m_state.screen);
}

void App::seat(station::LearnerId who, bool seated)
{
    auto& page = m_state.personal.session;
    if (!page) return;
    const auto kept = m_station->seat(page->session.row.id, who, seated);
    if (!kept) return fail(Busy::none, kept.error());
    load_session(page->session.row.id);
}

void App::set_attendance(station::LearnerId who, station::Attendance attendance)
{
    auto& page = m_state.personal.session;
    if (!page) return;
    const auto kept = m_station->set_attendance(page->session.row.id, who, attendance);
    if (!kept) return fail(Busy::none, kept.error());
    load_session(page->session.row.id);
}

void App::everyone_is_here()
{
    const auto& page = m_state.personal.session;
    if (!page) return;
    const auto kept = m_station->everyone_is_here(page->session.row.id);
    if (!kept) return fail(Busy::none, kept.error());
    load_session(page->session.row.id);
}

void App::go_to_outcome(std::size_t index)
{
    auto& page = m_state.personal.session;
    if (!page || page->programme == nullptr || index >= page->programme->outcomes.size()) return;
    page->outcome = index;
    if (m_state.screen != Screen::marking) go(Screen::marking);
}

void App::mark(station::LearnerId who, std::uint32_t level)
{
    auto& page = m_state.personal.session;
    if (!page || !m_state.personal.signed_in) return;
    for (const auto& seat : page->session.seats) {
        if (seat.learner != who || !seat.assessment) continue;
        const auto& levels = seat.assessment->levels;
        if (page->outcome < levels.size() && levels[page->outcome] == level) level = 0;
    }
    const auto kept =
        m_station->mark(page->session.row.id, who, page->outcome, level, m_state.personal.signed_in->id);
    if (!kept) return fail(Busy::none, kept.error());
    load_session(page->session.row.id);
}

void App::begin_group_sign()
{
    wipe(m_state.pin.digits);
    m_state.pin = {};
    auto& page = m_state.personal.session;
    if (!page) return;
    page->assessor_signed = false;
    m_state.pin.who = next_group_signer(m_state);
}

void App::sign_group()
{
    auto& page = m_state.personal.session;
    if (!page || !m_state.pin.who) return;
    const auto id = page->session.row.id;
    const auto heard = m_station->sign_off_session(id, *m_state.pin.who, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::signing_group, heard.error());
    heard_pin(heard.value().outcome);
    if (heard.value().outcome.answer != station::PinAnswer::accepted) return;
    if (!load_session(id)) return;
    m_state.personal.session->assessor_signed = true;
    const auto next = next_group_signer(m_state);
    m_state.pin = {};
    m_state.pin.who = next;
    if (!next) begin_group_issue();
}

} // namespace northseal::kiosk
