// A person's own record, opened at the door by their own paper, closed by itself.

#include "kiosk/app/app.h"

namespace northseal::kiosk {

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
    if (!holder.value() || !load_learner(*holder.value())) return;
    page.trouble = CheckTrouble::none;
    page.step = MyRecordStep::shown;
    look_for_own_request();
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
