// For what was lost: a recovery code opens the kiosk once, and whoever lost a PIN chooses a new one.

#include "kiosk/app/app.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

void App::begin_recovery()
{
    wipe(m_state.recovery.typed);
    m_state.recovery = {};
    m_state.recovery.sheets_left = m_station->recovery_sheets_left();
}

void App::hear_code()
{
    auto& form = m_state.recovery;
    form.refused = false;
    form.heard = vault::check_recovery_code(form.typed);
}

void App::open_by_code()
{
    auto& form = m_state.recovery;
    const auto opened = m_station->unlock_with_code(form.typed);
    if (!opened && m_station->is_locked() && m_state.vault_open) close_vault();
    if (!opened && opened.error().fault == Fault::refused) {
        form.refused = true; // whole letters, and none of this kiosk's: it stays to be looked at
        return;
    }
    begin_recovery();
    if (!opened) return fail(Busy::opening, opened.error());
    if (entered()) go(Screen::new_pin);
}

bool App::heard_twice(PinTwice& form)
{
    auto& digits = m_state.pin.digits;
    form.differs = false;
    form.too_easy = false;
    if (form.first.empty()) {
        form.first = digits;
        wipe(digits);
        return false;
    }
    form.differs = form.first != digits;
    wipe(digits);
    if (form.differs) wipe(form.first);
    return !form.differs;
}

void App::hear_new_pin()
{
    auto& form = m_state.new_pin;
    if (!m_state.pin.who || !heard_twice(form.twice)) return;
    const auto who = *m_state.pin.who;
    const auto replaced = m_station->reset_pin(who, form.twice.first);
    wipe(form.twice.first);
    if (!replaced && replaced.error().fault == Fault::refused) {
        form.twice.too_easy = true;
        return;
    }
    if (!replaced) return fail(Busy::changing_pin, replaced.error());
    form.done = who;
    m_state.request_copied = false;
    m_state.pin.who.reset();
    if (auto people = m_station->facilitators()) m_state.facilitators = std::move(people.value());
}

void App::forget_new_pin()
{
    wipe(m_state.new_pin.twice.first);
    m_state.new_pin.twice = {};
}

// A person's new key signs once the institution has certified it: the request carries it there.
void App::copy_request()
{
    if (!m_state.can_copy || !m_state.vault_open) return;
    const auto request = m_station->enrolment_request();
    if (!request) return fail(Busy::copying, request.error());
    if (auto made = m_around.disk.make_folder(m_options.take_home); !made)
        return fail(Busy::copying, made.error());
    const auto path = m_options.take_home + "/northseal-" + m_state.facts.kiosk + ".request.json";
    const auto written = m_around.disk.write_durably(path, view(request.value()));
    if (!written) return fail(Busy::copying, written.error());
    m_state.request_copied = true;
}

} // namespace northseal::kiosk
