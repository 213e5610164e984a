// A certificate that was issued wrong: the institution is asked to revoke or to correct it.

#include "kiosk/app/app.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

void App::begin_change()
{
    auto& form = m_state.personal.change;
    form = {};
    wipe(m_state.pin.digits);
    m_state.pin = {};
    const auto& issued = m_state.personal.issued;
    if (!issued) return;
    if (m_state.personal.signed_in) m_state.pin.who = m_state.personal.signed_in->id;
    const auto asked = m_station->change_request(issued->issued.row.id);
    if (!asked) return fail(Busy::none, asked.error());
    if (!asked.value()) return;
    form.request = *asked.value();
    form.reason_chosen = true;
    form.done = true;
}

void App::set_change(station::ChangeWanted wanted)
{
    auto& form = m_state.personal.change;
    if (form.request.wanted == wanted) return;
    form.request.wanted = wanted;
    form.reason_chosen = false; // the reasons are others
}

void App::set_change_reason(station::ChangeReason reason)
{
    auto& form = m_state.personal.change;
    form.request.reason = reason;
    form.reason_chosen = true;
}

void App::ask_for_change()
{
    auto& form = m_state.personal.change;
    const auto& issued = m_state.personal.issued;
    if (!issued || !m_state.pin.who || !form.reason_chosen) return;
    const auto heard =
        m_station->request_change(issued->issued.row.id, form.request, *m_state.pin.who, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::asking_change, heard.error());
    heard_pin(heard.value());
    if (heard.value().answer != station::PinAnswer::accepted) return;
    begin_change();
}

} // namespace northseal::kiosk
