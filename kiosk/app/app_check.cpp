// "Check a certificate": by the scanner, by the camera, by a picture on a stick, by the serial. Anyone may;
// nothing is kept.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/app/stick_pictures.h"
#include "kiosk/paper/picture_code.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t pictures_most = 20;

} // namespace

void App::begin_check()
{
    wipe(m_state.personal.check.serial);
    m_state.personal.check = {};
}

void App::scanned(const std::string& text, CheckWay way)
{
    // A sealed kiosk knows no programme; both pages say so, and what to do.
    if (!m_state.vault_open) {
        if (m_state.screen != Screen::check && m_state.screen != Screen::my_record) go(Screen::check);
        return;
    }
    const bool certificate = text.starts_with("https://");
    if (m_state.screen == Screen::renewal && !certificate) return scanned_renewal(text);
    m_scanned = text;
    if (m_state.screen == Screen::my_record) {
        if (m_state.personal.my_record.step < MyRecordStep::shown) m_state.busy = Busy::opening_record;
        return;
    }
    if (m_state.screen != Screen::check) go(Screen::check);
    begin_check();
    m_state.personal.check.way = way;
    m_state.busy = Busy::judging;
}

void App::check_serial()
{
    stop_typing();
    m_scanned.clear();
    if (m_state.vault_open) m_state.busy = Busy::judging;
}

void App::judge()
{
    auto& form = m_state.personal.check;
    form.trouble = CheckTrouble::none;
    std::string text = std::exchange(m_scanned, {});
    if (text.empty()) {
        const auto found = m_station->find_by_serial(form.serial);
        if (!found) return fail(Busy::judging, found.error());
        if (!found.value()) {
            const auto letters = std::count_if(form.serial.begin(), form.serial.end(),
                                               [](unsigned char each) { return std::isalnum(each) != 0; });
            form.trouble = letters == 8 ? CheckTrouble::serial_unknown : CheckTrouble::serial_unclear;
            return;
        }
        const auto issued = m_station->issued(*found.value());
        if (!issued) return fail(Busy::judging, issued.error());
        if (!issued.value()) { // erased: nobody reads it here any more
            form.trouble = CheckTrouble::serial_unknown;
            return;
        }
        text = issued.value()->slip_url;
        form.way = CheckWay::serial;
    }
    auto judged = m_station->judge(text, m_options.trust);
    if (!judged) return fail(Busy::judging, judged.error());
    if (!judged.value().lists_refused.empty() && m_options.log) m_options.log(judged.value().lists_refused);
    const auto& award = judged.value().award;
    form.serial_of = award ? credential::serial_of(award->id) : std::string();
    form.read_at = m_state.now;
    form.judgement = std::move(judged.value());
}

// The first of our codes in the pictures that lie on the stick.
void App::read_picture()
{
    const bool for_record = m_state.screen == Screen::my_record;
    auto& trouble = for_record ? m_state.personal.my_record.trouble : m_state.personal.check.trouble;
    trouble = CheckTrouble::no_picture;
    for (const auto& name : stick_pictures(m_around.disk, m_options.take_home, pictures_most)) {
        trouble = CheckTrouble::no_code;
        const auto file = m_around.disk.read(m_options.take_home + "/" + name, picture_file_most);
        if (!file) continue;
        const auto codes = codes_in_picture(file.value());
        if (!codes || codes.value().empty()) continue;
        trouble = CheckTrouble::none;
        m_scanned = codes.value().front();
        m_state.personal.check.way = CheckWay::picture;
        m_state.busy = for_record ? Busy::opening_record : Busy::judging;
        return;
    }
}

} // namespace northseal::kiosk
