// A person's own record, opened at the door by their own paper or their name and PIN, closed by itself.

#include <nlohmann/json.hpp>

#include "kiosk/app/app.h"
#include "storage/base/json.h"
#include "storage/base/secret.h"

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
    forget_own_pin();
    m_state.personal.my_record = {};
    if (!m_state.personal.signed_in) m_state.personal.learner.reset();
}

void App::open_my_record()
{
    auto& page = m_state.personal.my_record;
    const std::string text = std::exchange(m_scanned, {});
    if (text.empty() && page.step == MyRecordStep::pin) return open_by_own_pin();
    if (page.step < MyRecordStep::shown) go_to_my_step(MyRecordStep::ask); // paper goes before a name
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
    const auto has_pin = m_station->has_learner_pin(who);
    if (!has_pin) return fail(Busy::opening_record, has_pin.error());
    page.has_pin = has_pin.value();
    page.how = how;
    page.openings = std::move(openings.value());
    page.trouble = CheckTrouble::none;
    page.step = MyRecordStep::shown;
    look_for_own_request();
}

// Who wants to see all of it is shown each certificate whole.
void App::go_to_my_step(MyRecordStep step)
{
    auto& page = m_state.personal.my_record;
    if (step > MyRecordStep::name && step < MyRecordStep::shown && page.called.empty()) return;
    stop_typing();
    page.step = step;
    page.issued.clear();
    page.pin_kept = false;
    if (step == MyRecordStep::name) return focus(TextField::own_name, page.called.size());
    if (step == MyRecordStep::pin || step == MyRecordStep::own_pin) return ask_for_own_pin();
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

void App::ask_for_own_pin()
{
    wipe(m_state.personal.my_record.own_pin.first);
    m_state.personal.my_record.own_pin = {};
    wipe(m_state.personal.record.own_pin.first);
    m_state.personal.record.own_pin = {};
    wipe(m_state.pin.digits);
    m_state.pin = {};
    m_state.pin.who =
        station::FacilitatorId{}; // nobody who works here: the pad only asks that it be somebody's
    m_wait_until = 0;
}

void App::open_by_own_pin()
{
    auto& page = m_state.personal.my_record;
    const auto heard = m_station->hear_learner_pin(page.called, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::opening_record, heard.error());
    heard_pin(heard.value().outcome);
    if (heard.value().outcome.answer != station::PinAnswer::accepted) return;
    forget_own_pin();
    show_my_record(heard.value().learner, station::OpenedHow::pin);
}

// On one's own record by oneself; on a learner's page with the screen in their hands.
void App::choose_learner_pin()
{
    auto& personal = m_state.personal;
    const bool own = m_state.screen == Screen::my_record;
    if (!personal.learner || (!own && !personal.signed_in)) return;
    auto& twice = own ? personal.my_record.own_pin : personal.record.own_pin;
    if (!heard_twice(twice)) return;
    const auto by = own ? station::FacilitatorId{} : personal.signed_in->id;
    const auto kept = m_station->set_learner_pin(personal.learner->learner.row.id, twice.first, by);
    wipe(twice.first);
    if (!kept && kept.error().fault == Fault::refused) {
        twice.too_easy = true;
        return;
    }
    if (!kept) return fail(Busy::choosing_pin, kept.error());
    if (own) {
        go_to_my_step(MyRecordStep::shown);
        personal.my_record.has_pin = personal.my_record.pin_kept = true;
    } else {
        go_to_record_step(RecordStep::see);
        personal.record.has_pin = personal.record.pin_kept = true;
    }
}

void App::forget_own_pin()
{
    auto& mine = m_state.personal.my_record;
    wipe(mine.called);
    wipe(mine.own_pin.first);
    wipe(m_state.personal.record.own_pin.first);
    if (m_state.screen == Screen::my_record) {
        m_state.typing = TextField::none;
        wipe(m_state.entry.text);
        m_state.entry = {};
        wipe(m_state.pin.digits);
        m_state.pin = {};
        m_wait_until = 0;
    }
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
