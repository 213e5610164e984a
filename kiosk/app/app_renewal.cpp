// What renews a kiosk's permission to issue: words over the radio, or the institution's answer on a stick.

#include "kiosk/app/app.h"
#include "storage/base/text.h"
#include "storage/institution/delegation.h"

namespace northseal::kiosk {

namespace {
constexpr std::size_t stick_files_most = 64;
constexpr std::size_t words_offered = 5;
constexpr std::size_t scanned_most = 400; // letters: eighteen words and to spare
} // namespace

void App::go_to_renewal_step(RenewalStep step)
{
    stop_typing();
    auto& form = m_state.personal.renewal;
    form.step = step;
    form.stick = StickSearch::not_yet;
    if (step == RenewalStep::words) focus(TextField::renewal, form.typed.size());
}

void App::hear_renewal()
{
    auto& form = m_state.personal.renewal;
    form.refused = false;
    form.done = false;
    form.offered.clear();
    form.has_more = false;
    if (!m_options.spoken) return;
    form.heard = institution::check_spoken(form.typed, *m_options.spoken);
    // Two letters of a word are enough to offer what it may become.
    const bool typing = m_state.typing == TextField::renewal;
    const std::string before = form.typed.substr(0, typing ? m_state.entry.caret : form.typed.size());
    const std::string begun = to_search_form(before.substr(before.find_last_of(" \n\t") + 1));
    if (begun.size() < 2) return;
    form.offered = m_options.spoken->starting_with(begun, words_offered + 1);
    form.has_more = form.offered.size() > words_offered;
    if (form.has_more) form.offered.pop_back();
}

// The same words in a square code, from a printout or a telephone.
void App::scanned_renewal(const std::string& text)
{
    auto& form = m_state.personal.renewal;
    stop_typing();
    form.typed = text.substr(0, scanned_most);
    while (!is_utf8(form.typed)) form.typed.pop_back(); // a letter that was cut
    hear_renewal();
    form.step = RenewalStep::words;
    if (form.heard.complete()) m_state.busy = Busy::renewing;
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
