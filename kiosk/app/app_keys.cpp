// What opens the kiosk is changed by a person whom it knows: new words, a stick, the chip, and new sheets.

#include "kiosk/app/app.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

constexpr int words_drawn = 6;

std::string draw_words(const institution::WordList& list, Random& random)
{
    std::string out;
    for (int i = 0; i < words_drawn; ++i) {
        const auto number = static_cast<std::uint16_t>(random.below(institution::word_list_size));
        out.append(out.empty() ? "" : " ").append(list.word(number));
    }
    return out;
}

} // namespace

void App::begin_keys()
{
    forget_keys();
    if (!m_state.personal.signed_in) return;
    wipe(m_state.pin.digits);
    m_state.pin.wrong = false;
    m_state.pin.who = m_state.personal.signed_in->id;
}

void App::choose_way(KeyWay way)
{
    if (way == KeyWay::words && !m_options.spoken)
        return fail(Busy::changing_keys, Error{Fault::not_found, "no list of words is installed"});
    begin_keys();
    m_state.personal.keys.way = way;
    if (way == KeyWay::words) m_state.personal.keys.words = draw_words(*m_options.spoken, m_around.random);
}

void App::change_keys()
{
    auto& form = m_state.personal.keys;
    if (!form.way || form.done || !m_state.personal.signed_in) return;
    if (*form.way == KeyWay::own_pin) return change_own_pin();
    const auto by = m_state.personal.signed_in->id;
    const auto change = [&]() -> Result<station::PinOutcome> {
        switch (*form.way) {
        case KeyWay::words:
            return m_station->protect(vault::SixWords{form.words}, by, m_state.pin.digits);
        case KeyWay::stick:
            return m_station->protect(vault::UsbToken{m_options.token}, by, m_state.pin.digits);
        case KeyWay::chip:
            return m_station->protect(vault::TpmChip{}, by, m_state.pin.digits);
        case KeyWay::own_pin:
        case KeyWay::sheets:
            break;
        }
        auto renewed = TRY(m_station->renew_recovery_codes(by, m_state.pin.digits));
        form.codes = std::move(renewed.codes);
        return renewed.outcome;
    };
    const auto heard = change();
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::changing_keys, heard.error());
    heard_pin(heard.value());
    form.done = heard.value().answer == station::PinAnswer::accepted;
    m_state.facts = m_station->facts();
}

// The old one is heard at once, the new one twice.
void App::change_own_pin()
{
    auto& form = m_state.personal.keys;
    const auto who = m_state.personal.signed_in->id;
    if (form.old_pin.empty()) {
        const auto heard = m_station->check_pin(who, m_state.pin.digits);
        if (heard && heard.value().answer == station::PinAnswer::accepted) form.old_pin = m_state.pin.digits;
        wipe(m_state.pin.digits);
        if (!heard) return fail(Busy::changing_keys, heard.error());
        return heard_pin(heard.value());
    }
    if (!heard_twice(form.new_pin)) return;
    const auto changed = m_station->change_pin(who, form.old_pin, form.new_pin.first);
    wipe(form.new_pin.first);
    if (!changed && changed.error().fault == Fault::refused) {
        form.new_pin.too_easy = true;
        return;
    }
    if (!changed) return fail(Busy::changing_keys, changed.error());
    heard_pin(changed.value());
    form.done = changed.value().answer == station::PinAnswer::accepted;
    wipe(form.old_pin);
}

void App::forget_keys()
{
    auto& form = m_state.personal.keys;
    wipe(form.old_pin);
    wipe(form.new_pin.first);
    wipe(form.words);
    form.codes.wipe_all();
    form = {};
}

} // namespace northseal::kiosk
