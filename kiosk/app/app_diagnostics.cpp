// What is kept for whoever is asked to help, and the technician's way out.

#include "kiosk/app/app.h"
#include "kiosk/screens/diagnostics.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t failures_most = 20;
constexpr std::size_t log_most = 60;

} // namespace

// Every sentence of the log passes here: the last ones are shown, and all go on to whoever keeps them.
void App::keep_log()
{
    m_options.log = [this, on = std::move(m_options.log)](const std::string& sentence) {
        auto& log = m_state.diagnostics.log;
        if (log.size() >= log_most) log.erase(log.begin());
        log.push_back(to_date_time(m_state.now) + " " + sentence);
        if (on) on(sentence);
    };
}

void App::note_failure(Busy doing, Fault fault)
{
    auto& failures = m_state.diagnostics.failures;
    failures.insert(failures.begin(), {m_state.now, doing, fault});
    if (failures.size() > failures_most) failures.pop_back();
}

void App::begin_diagnostics()
{
    auto& page = m_state.diagnostics;
    page.system = m_options.system;
    page.copied.clear();
    page.copy_refused = false;
    page.entries = 0;
    const auto checkpoint = m_station->checkpoint();
    if (!checkpoint) return;
    // A C2SP checkpoint: its second line counts the entries.
    const std::string& note = checkpoint.value();
    const std::size_t line = note.find('\n');
    for (std::size_t at = line + 1; line != std::string::npos && at < note.size(); ++at) {
        if (note[at] < '0' || note[at] > '9') break;
        page.entries = page.entries * 10 + (note[at] - '0');
    }
}

void App::copy_diagnostics()
{
    auto& page = m_state.diagnostics;
    page.copied.clear();
    page.copy_refused = true;
    if (!m_state.can_copy) return;
    const std::string date = to_date_time(m_state.now).substr(0, 10);
    const std::string name = "northseal-diagnostics-" + m_state.facts.kiosk + "-" + date + ".txt";
    const std::string text = diagnostics_text(m_state, words());
    const auto written = [&]() -> Result<> {
        TRY(m_around.disk.make_folder(m_options.take_home));
        return m_around.disk.write_durably(m_options.take_home + "/" + name, view(text));
    }();
    if (!written) return m_options.log(written.error().detail);
    page.copied = name;
    page.copy_refused = false;
}

void App::stop_kiosk()
{
    if (!m_state.pin.who) return;
    const auto heard = m_station->check_pin(*m_state.pin.who, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::stopping, heard.error());
    heard_pin(heard.value());
    if (heard.value().answer != station::PinAnswer::accepted) return;
    // Names and keys leave the memory before the program does.
    close_vault();
    m_state.stopping = true;
}

} // namespace northseal::kiosk
