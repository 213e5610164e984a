// One person's record: taken along, put right, erased. What is asked of it is an entry of the log at once.

#include "kiosk/app/app.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

void App::begin_record()
{
    auto& form = m_state.personal.record;
    const bool erased = form.erased; // that page stays until it is left
    form = {};
    form.erased = erased && !m_state.personal.learner;
    if (!m_state.personal.learner) return;
    const auto& learner = m_state.personal.learner->learner;
    form.correction = {learner.row.name, learner.row.number, learner.language};
    const auto has_pin = m_station->has_learner_pin(learner.row.id);
    if (!has_pin) return fail(Busy::none, has_pin.error());
    form.has_pin = has_pin.value();
    look_for_request();
}

void App::look_for_request()
{
    auto& form = m_state.personal.record;
    form.request.reset();
    const auto requests = m_station->erasure_requests();
    if (!requests) return fail(Busy::none, requests.error());
    for (const auto& request : requests.value()) {
        if (request.learner == m_state.personal.learner->learner.row.id) form.request = request;
    }
}

void App::go_to_record_step(RecordStep step)
{
    stop_typing();
    m_state.personal.record.step = step;
    m_state.personal.record.pin_kept = false;
    if (step == RecordStep::own_pin) return ask_for_own_pin();
    wipe(m_state.pin.digits);
    m_state.pin.wrong = false;
    m_state.pin.who = m_state.personal.signed_in->id;
}

// As text that anybody can read, on the person's own stick.
std::optional<std::string> App::keep_export(station::LearnerId id)
{
    const auto file = "my-record-" + std::to_string(id.value) + ".json";
    const auto kept = [&]() -> Result<> {
        const auto text = TRY(m_station->export_learner(id));
        TRY(m_around.disk.make_folder(m_options.take_home));
        return m_around.disk.write_durably(m_options.take_home + "/" + file, view(text));
    }();
    if (kept) return file;
    fail(Busy::keeping_record, kept.error());
    return std::nullopt;
}

void App::export_record()
{
    if (!m_state.can_copy || !m_state.personal.learner) return;
    if (const auto file = keep_export(m_state.personal.learner->learner.row.id))
        m_state.personal.record.exported = *file;
}

void App::keep_correction()
{
    auto& form = m_state.personal.record;
    if (!m_state.personal.learner || !m_state.personal.signed_in) return;
    const auto id = m_state.personal.learner->learner.row.id;
    const auto kept = m_station->correct_learner(id, form.correction, m_state.personal.signed_in->id);
    if (!kept) return fail(Busy::keeping_record, kept.error());
    if (!load_learner(id)) return;
    begin_record();
    form.corrected = true;
}

void App::request_erasure()
{
    if (!m_state.personal.learner || !m_state.personal.signed_in) return;
    const auto& form = m_state.personal.record;
    const auto id = m_state.personal.learner->learner.row.id;
    const auto kept = m_station->request_erasure(id, form.wish, m_state.personal.signed_in->id);
    if (!kept) return fail(Busy::keeping_record, kept.error());
    look_for_request();
    m_state.now = m_station->now(); // a request without a wait is due from this moment
    go_to_record_step(RecordStep::erase);
}

void App::erase()
{
    auto& personal = m_state.personal;
    if (!personal.learner || !personal.signed_in || !m_state.pin.who) return;
    const auto id = personal.learner->learner.row.id;
    const auto heard = m_station->erase_learner(id, *m_state.pin.who, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::erasing, heard.error());
    heard_pin(heard.value());
    if (heard.value().answer != station::PinAnswer::accepted) return;
    // A copy from before would bring the person back, should the ledger be lost before the next one.
    if (m_state.backup.has_medium) back_up_now();
    personal.learner.reset();
    personal.learners = {};
    personal.registration = {};
    personal.assessment.reset();
    personal.issued.reset();
    m_state.trail = {Screen::learners};
    personal.record = {};
    personal.record.erased = true;
}

} // namespace northseal::kiosk
