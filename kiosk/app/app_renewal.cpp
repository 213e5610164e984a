// What renews a kiosk's permission to issue: words over the radio, or the institution's answer on a stick.

#include "kiosk/app/app.h"
#include "storage/institution/delegation.h"

namespace northseal::kiosk {

namespace {
constexpr std::size_t stick_files_most = 64;
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
