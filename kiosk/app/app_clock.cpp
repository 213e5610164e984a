// People set the clock: each says alone what time it is, and gives their PIN.

#include <cstdlib>

#include "kiosk/app/app.h"
#include "kiosk/screens/clock.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

// What was said, counted back to when the ticks stood at zero: so two answers can be compared.
Instant at_no_ticks(const ClockForm& form)
{
    return form.said - form.ticks / 1000;
}

bool answers_agree(const ClockForm& form)
{
    return std::abs(at_no_ticks(form) - form.first_said) <= clock_answers_apart;
}

} // namespace

void App::watch_clock()
{
    if (!m_state.personal.signed_in || m_state.busy != Busy::none) return;
    // Where it cannot be noted now, the verb that next writes says why.
    if (const auto clock = m_station->watch_clock()) m_state.personal.home.clock = clock.value();
}

void App::begin_clock()
{
    if (!m_state.personal.signed_in) return;
    forget_clock_pin();
    const auto& clock = m_state.personal.home.clock;
    // A clock in doubt is no place to begin from: the last entry is nearer.
    const bool sound = clock.trust == station::ClockTrust::sound;
    ClockForm form;
    form.said = (sound ? m_station->now() : clock.last_entry) / 60 * 60;
    form.ticks = m_around.clock.ticks();
    form.two = m_station->people_to_set_clock() > 1;
    m_state.personal.clock = std::move(form);
    wipe(m_state.pin.digits);
    m_state.pin.wrong = false;
    m_state.pin.who = m_state.personal.signed_in->id;
}

void App::step_clock(ClockPart part, int by)
{
    auto& form = m_state.personal.clock;
    const auto moved = stepped(form.said, part, by, m_state.offset);
    if (moved < 0 || moved > instant_most) return;
    form.said = moved;
    form.ticks = m_around.clock.ticks();
}

void App::hear_clock_pin()
{
    auto& form = m_state.personal.clock;
    auto& pin = m_state.pin;
    if (!pin.who) return;
    if (form.first && answers_agree(form))
        return set_clock(*form.first, form.first_pin, *pin.who, pin.digits);
    if (!form.two) return set_clock(*pin.who, pin.digits, {}, {});
    const auto who = *pin.who;
    const auto heard = m_station->check_pin(who, pin.digits);
    if (!heard || heard.value().answer != station::PinAnswer::accepted) {
        wipe(pin.digits);
        if (!heard) return fail(Busy::setting_clock, heard.error());
        return heard_pin(heard.value());
    }
    if (form.first) { // and they said different times
        begin_clock();
        form.apart = true;
    } else {
        hear_second(who);
    }
    heard_pin(heard.value());
}

// Whoever comes next begins where the first one began, and sees nothing of what was said.
void App::hear_second(station::FacilitatorId first)
{
    auto& form = m_state.personal.clock;
    std::string pin = m_state.pin.digits;
    const auto said = at_no_ticks(form);
    begin_clock();
    form.first = first;
    form.first_pin = pin;
    form.first_said = said;
    wipe(pin);
    const auto others = second_setters(m_state);
    m_state.pin.who = others.size() == 1 ? std::optional(others.front().id) : std::nullopt;
}

void App::set_clock(station::FacilitatorId first, const std::string& first_pin, station::FacilitatorId second,
                    const std::string& second_pin)
{
    const auto& form = m_state.personal.clock;
    const auto said = form.said + (m_around.clock.ticks() - form.ticks) / 1000;
    const auto heard = m_station->set_clock(said, first, first_pin, second, second_pin);
    wipe(m_state.pin.digits);
    if (!heard) {
        begin_clock();
        return fail(Busy::setting_clock, heard.error());
    }
    const bool one = second.value == 0;
    const auto& last = one ? heard.value().first : heard.value().second;
    heard_pin(last);
    if (last.answer != station::PinAnswer::accepted) return;
    go(Screen::home);
}

void App::forget_clock_pin()
{
    wipe(m_state.personal.clock.first_pin);
    m_state.personal.clock.first.reset();
}

} // namespace northseal::kiosk
