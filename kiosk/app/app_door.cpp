// Opening and closing: six words open the vault, a PIN signs a person in, locking takes every name away.

#include "kiosk/app/app.h"
#include "kiosk/screens/door.h"
#include "storage/base/secret.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

// One space between words and none around; small letters as they were handed out.
std::string tidy(std::string_view typed)
{
    std::string out;
    for (const char c : typed) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

} // namespace

void App::use_words_file()
{
    constexpr std::size_t words_file_most = 4096;
    auto bytes = m_around.disk.read(m_options.words_file, words_file_most);
    if (!bytes) return fail(Busy::opening, bytes.error());
    wipe(m_state.unlock.words);
    m_state.unlock.words = tidy(northseal::text_of(bytes.value()));
    wipe(bytes.value());
    m_state.busy = Busy::opening;
}

void App::stand_outside()
{
    if (m_state.vault_open) return;
    m_state.facilitators.clear();
    if (door_of(m_state.facts) == Door::pin) m_state.facilitators = m_station->people_while_locked();
}

void App::open()
{
    switch (m_state.screen) {
    case Screen::recovery:
        return open_by_code();
    case Screen::unlock:
        return door_of(m_state.facts) == Door::token ? open_by_token() : open_vault();
    default:
        return submit_pin();
    }
}

void App::open_vault()
{
    std::string words = tidy(m_state.unlock.words);
    const auto opened = m_station->unlock(words);
    wipe(words);
    if (!opened && opened.error().fault == Fault::refused) {
        // Wrong words are no fault of the machine: they stay to be looked at and mended.
        m_state.unlock.refused = true;
        return;
    }
    wipe(m_state.unlock.words);
    m_state.unlock.refused = false;
    if (!opened) return fail(Busy::opening, opened.error());
    if (entered()) go(Screen::sign_in);
}

void App::open_by_token()
{
    const auto opened = m_station->unlock_with_token(m_options.token);
    if (!opened && opened.error().fault == Fault::not_found) {
        // No stick, or another kiosk's: the page says what to do.
        m_state.unlock.refused = true;
        return;
    }
    m_state.unlock.refused = false;
    if (!opened) return fail(Busy::opening, opened.error());
    if (entered()) go(Screen::sign_in);
}

bool App::entered()
{
    auto people = m_station->facilitators();
    if (!people) {
        fail(Busy::opening, people.error());
        return false;
    }
    m_state.vault_open = true;
    m_state.recovering = m_station->is_recovering();
    m_state.facts = m_station->facts();
    m_state.facilitators = std::move(people.value());
    m_state.programmes = m_station->programmes();
    m_state.demo_pins.clear();
    for (const auto& person : m_state.facilitators) {
        const auto place = static_cast<std::size_t>(person.id.value) - 1; // by number: somebody may have left
        if (m_state.facts.specimen && place < m_options.demo_pins.size())
            m_state.demo_pins.emplace_back(person.name, m_options.demo_pins[place]);
    }
    return true;
}

void App::choose_person(station::FacilitatorId who)
{
    auto& pin = m_state.pin;
    wipe(pin.digits);
    pin.wrong = false;
    forget_new_pin();
    // Wrong PINs are counted for each: nobody waits for somebody else's. Whose wait it is hears of it again.
    if (pin.who != who) {
        pin.wait_seconds = 0;
        m_wait_until = 0;
    }
    pin.who = who;
}

void App::submit_pin()
{
    if (!m_state.pin.who) return;
    const auto who = *m_state.pin.who;
    const auto heard = m_state.vault_open ? m_station->check_pin(who, m_state.pin.digits)
                                          : m_station->unlock_with_pin(who, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::opening, heard.error());
    heard_pin(heard.value());
    if (heard.value().answer != station::PinAnswer::accepted) return;
    if (!m_state.vault_open && !entered()) return;
    for (const auto& person : m_state.facilitators) {
        if (person.id == who) return signed_in(person);
    }
}

void App::heard_pin(const station::PinOutcome& outcome)
{
    m_state.pin.wrong = outcome.answer != station::PinAnswer::accepted;
    m_state.pin.wait_seconds = outcome.wait_seconds;
    m_wait_until = m_around.clock.ticks() + std::int64_t{outcome.wait_seconds} * 1000;
}

void App::signed_in(const station::Facilitator& person)
{
    m_state.personal = {};
    m_state.personal.signed_in = person;
    m_state.pin = {};
    m_wait_until = 0;
    go(m_state.cut.happened && !m_state.practising ? Screen::after_cut : Screen::home);
}

void App::lock()
{
    stop_typing();
    m_practice.reset();
    put_camera_away();
    wipe(m_state.pin.digits);
    wipe(m_state.unlock.words);
    m_state.unlock.refused = false;
    wipe(m_state.recovery.typed);
    m_state.recovery = {};
    wipe(m_state.entry.text);
    forget_clock_pin();
    forget_new_pin();
    forget_keys();
    forget_person();
    forget_own_pin();
    m_state.entry = {};
    m_state.pin = {};
    m_state.personal = {};
    m_state.about = {};
    m_state.trail.clear();
    m_state.busy = Busy::none;
    m_state.screen = Screen::lock;
    changed();
}

void App::close_vault()
{
    const auto failure = m_state.failure;
    lock();
    m_state.failure = failure;
    m_station->lock();
    m_state.vault_open = false;
    m_state.recovering = false;
    stand_outside();
    m_state.demo_pins.clear();
    m_state.programmes.clear(); // they point into the station
}

} // namespace northseal::kiosk
