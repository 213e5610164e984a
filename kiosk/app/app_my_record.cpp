// A person's own record, opened at the door by their own paper, closed by itself.

#include <nlohmann/json.hpp>

#include "kiosk/app/app.h"
#include "storage/base/json.h"

namespace northseal::kiosk {

namespace {

// The words that were shown or played when this person agreed.
std::string consent_in(const std::string& record)
{
    JsonLimits limits;
    limits.bytes = record.size();
    const auto json = parse_json(record, limits);
    if (!json) return {};
    const Json* consent = member(json.value(), "consent");
    const auto words =
        consent == nullptr ? Result<std::string>(std::string()) : text_member(*consent, "words");
    return words ? words.value() : std::string();
}

} // namespace

void App::begin_my_record()
{
    m_state.personal.my_record = {};
    if (!m_state.personal.signed_in) m_state.personal.learner.reset();
}

void App::open_my_record()
{
    auto& page = m_state.personal.my_record;
    const std::string text = std::exchange(m_scanned, {});
    page.trouble = CheckTrouble::not_yours;
    const auto issued = m_station->find_by_slip(text);
    if (!issued) return fail(Busy::opening_record, issued.error());
    if (!issued.value()) return;
    const auto holder = m_station->holder(*issued.value());
    if (!holder) return fail(Busy::opening_record, holder.error());
    if (!holder.value()) return;
    show_my_record(*holder.value(), station::OpenedHow::paper);
}

// The log tells it first.
void App::show_my_record(station::LearnerId who, station::OpenedHow how)
{
    constexpr std::size_t openings_shown = 500;
    auto& page = m_state.personal.my_record;
    const auto told = m_station->record_opened(who, how, {});
    if (!told) return fail(Busy::opening_record, told.error());
    auto openings = m_station->openings_of(who, openings_shown);
    if (!openings) return fail(Busy::opening_record, openings.error());
    if (!load_learner(who)) return;
    page.openings = std::move(openings.value());
    page.trouble = CheckTrouble::none;
    page.step = MyRecordStep::shown;
    look_for_own_request();
}

// Who wants to see all of it is shown each certificate whole.
void App::go_to_my_step(MyRecordStep step)
{
    auto& page = m_state.personal.my_record;
    page.step = step;
    page.issued.clear();
    if (step != MyRecordStep::all || !m_state.personal.learner) return;
    for (const auto& row : m_state.personal.learner->issued) {
        auto issued = m_station->issued(row.id);
        if (!issued) return fail(Busy::none, issued.error());
        if (issued.value()) page.issued.push_back(std::move(*issued.value()));
    }
    const auto whole = m_station->export_learner(m_state.personal.learner->learner.row.id);
    if (!whole) return fail(Busy::none, whole.error());
    page.consent = consent_in(whole.value());
}

void App::look_for_own_request()
{
    auto& page = m_state.personal.my_record;
    page.request.reset();
    const auto requests = m_station->erasure_requests();
    if (!requests) return fail(Busy::none, requests.error());
    for (const auto& request : requests.value()) {
        if (request.learner == m_state.personal.learner->learner.row.id) page.request = request;
    }
}

void App::take_my_record()
{
    if (!m_state.can_copy || !m_state.personal.learner) return;
    if (const auto file = keep_export(m_state.personal.learner->learner.row.id))
        m_state.personal.my_record.exported = *file;
}

// Asked by the person themselves, and so by nobody who works here: actor 0 in the log.
void App::ask_to_erase_me()
{
    if (!m_state.personal.learner) return;
    auto& page = m_state.personal.my_record;
    station::ErasureWish wish;
    wish.reason = page.reason;
    const auto kept = m_station->request_erasure(m_state.personal.learner->learner.row.id, wish, {});
    if (!kept) return fail(Busy::keeping_record, kept.error());
    look_for_own_request();
    page.step = MyRecordStep::shown;
}

void App::close_my_record()
{
    begin_my_record();
    const Screen to = m_state.personal.signed_in ? Screen::home : Screen::lock;
    m_state.trail.clear();
    m_state.screen = to;
    arrive(to);
}

} // namespace northseal::kiosk
