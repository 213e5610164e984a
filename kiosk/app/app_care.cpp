// What keeps a kiosk in office: people set its clock, and words over the radio renew its delegation.

#include "kiosk/app/app.h"
#include "kiosk/screens/clock.h"
#include "storage/base/secret.h"
#include "storage/institution/delegation.h"

namespace northseal::kiosk {

namespace {
constexpr std::size_t stick_files_most = 64;
}

void App::watch_clock()
{
    if (!m_state.personal.signed_in || m_state.busy != Busy::none) return;
    // Where it cannot be noted now, the verb that next writes says why.
    if (const auto clock = m_station->watch_clock()) m_state.personal.home.clock = clock.value();
}

void App::begin_clock()
{
    if (!m_state.personal.signed_in) return;
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
    if (form.first) return; // the first person has signed what stood there
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
    if (form.first) return set_clock(*form.first, form.first_pin, *pin.who, pin.digits);
    if (!form.two) return set_clock(*pin.who, pin.digits, {}, {});
    const auto heard = m_station->check_pin(*pin.who, pin.digits);
    if (heard && heard.value().answer == station::PinAnswer::accepted) {
        form.first = pin.who;
        form.first_pin = pin.digits;
    }
    wipe(pin.digits);
    if (!heard) return fail(Busy::setting_clock, heard.error());
    heard_pin(heard.value());
    if (!form.first) return;
    const auto others = second_setters(m_state);
    pin.who = others.size() == 1 ? std::optional(others.front().id) : std::nullopt;
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

void App::hear_renewal()
{
    auto& form = m_state.personal.renewal;
    form.refused = false;
    form.done = false;
    if (m_options.spoken) form.heard = institution::check_spoken(form.typed, *m_options.spoken);
}

void App::renew()
{
    auto& form = m_state.personal.renewal;
    if (!m_options.spoken || !m_state.personal.signed_in) return;
    const auto renewed = m_station->renew(form.typed, *m_options.spoken, m_state.personal.signed_in->id);
    if (!renewed && renewed.error().fault == Fault::refused) {
        // No fault of the machine: the words stay, and the page says what to ask.
        form.refused = true;
        if (m_options.log) m_options.log(renewed.error().detail);
        return;
    }
    if (!renewed) return fail(Busy::renewing, renewed.error());
    this->renewed();
}

void App::renewed()
{
    m_state.facts = m_station->facts();
    m_state.programmes = m_station->programmes();
    if (auto people = m_station->facilitators()) m_state.facilitators = std::move(people.value());
    m_state.backup.notice = m_station->restore_notice();
    load_home();
    m_state.personal.renewal.done = true;
}

// The answer lies among whatever else is on the stick, under whatever name it was given there.
void App::read_stick()
{
    auto& form = m_state.personal.renewal;
    form.stick = StickSearch::nothing_there;
    const auto names = m_around.disk.list(m_options.take_home);
    if (!names) return;
    std::size_t looked_at = 0;
    for (const auto& name : names.value()) {
        if (!name.ends_with(".json") || ++looked_at > stick_files_most) continue;
        const auto bytes =
            m_around.disk.read(m_options.take_home + "/" + name, institution::delegation_pack_most);
        if (!bytes || !institution::read_pack(northseal::text_of(bytes.value())).ok()) continue;
        const auto installed = m_station->install(northseal::text_of(bytes.value()));
        if (installed) return renewed();
        if (installed.error().fault != Fault::refused) return fail(Busy::reading_stick, installed.error());
        form.stick = StickSearch::refused;
        if (m_options.log) m_options.log(name + ": " + installed.error().detail);
    }
}

} // namespace northseal::kiosk
