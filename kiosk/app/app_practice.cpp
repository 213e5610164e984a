// Practice is another kiosk in the same case: an app of its own over a site of its own. This one keeps its
// records, its keys and whoever is signed in, and hands nothing of it over but the look and the printer.

#include "kiosk/app/app.h"
#include "kiosk/app/practice_site.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

void App::open_practice()
{
    // In practice itself: whoever opened it makes it anew.
    if (m_state.practising) {
        m_state.starting_again = true;
        return;
    }
    station::Surroundings around = m_around;
    around.frameworks = nullptr; // they are gone once the site is made
    auto site = make_practice_site(m_options.folder + "-practice", m_options.assets, around);
    if (!site) return fail(Busy::opening_practice, site.error());
    AppOptions options;
    options.folder = m_options.folder + "-practice";
    options.assets = m_options.assets;
    options.take_home = m_options.take_home;
    options.software = m_options.software;
    options.picture_width = m_options.picture_width;
    options.lock_seconds = m_options.lock_seconds;
    options.voice = m_options.voice;
    options.backlight = m_options.backlight;
    options.camera = m_options.camera;
    options.log = m_options.log;
    m_practice =
        std::make_unique<App>(std::move(site.value()), around, m_printer, m_languages, std::move(options));
    m_practice->begin_practice(m_state.preferences, m_state.offset);
    changed();
}

void App::begin_practice(const Preferences& preferences, int offset)
{
    m_state.practising = true;
    m_state.preferences = preferences;
    m_state.offset = offset;
    if (!entered() || m_state.facilitators.empty()) return;
    signed_in(m_state.facilitators.front());
}

void App::watch_practice()
{
    if (m_practice == nullptr) return;
    const AppState& there = m_practice->state();
    if (there.starting_again) {
        m_state.preferences = there.preferences;
        m_practice.reset();
        open_practice();
        if (m_practice == nullptr) go(Screen::practice); // and it says why
        return;
    }
    const bool locked = there.screen == Screen::lock;
    if (!there.leaving && !locked) return;
    m_state.preferences = there.preferences;
    m_practice.reset();
    m_state.busy = Busy::none;
    touched();
    // Whoever locks, or walks away, locks the records that are real.
    if (locked) return lock();
    go(m_state.personal.signed_in ? Screen::home : Screen::lock);
}

// Any six digits open a signing that signs nothing real.
void App::forgive_pin()
{
    if (!m_state.practising || m_state.pin.digits.size() != 6) return;
    wipe(m_state.pin.digits);
    m_state.pin.digits = practice_pin;
}

} // namespace northseal::kiosk
