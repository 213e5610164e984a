#include "kiosk/app/reader.h"

#include "kiosk/widgets/caption.h"

namespace northseal::kiosk {

namespace {

// A page and the step of it one stands on: coming to another is heard as arriving.
std::string place_of(const AppState& state)
{
    const Personal& personal = state.personal;
    std::string out = std::to_string(static_cast<int>(state.screen));
    const auto add = [&out](auto step) { out += "/" + std::to_string(static_cast<int>(step)); };
    switch (state.screen) {
    case Screen::registration:
        add(personal.registration.step);
        break;
    case Screen::rubric:
        add(personal.assessment ? personal.assessment->outcome : 0);
        break;
    case Screen::record:
        add(personal.record.step);
        break;
    case Screen::keys:
        add(personal.keys.way ? static_cast<int>(*personal.keys.way) + 1 : 0);
        break;
    case Screen::renewal:
        add(personal.renewal.step);
        break;
    case Screen::people:
        add(personal.people.step);
        break;
    case Screen::check:
        add(personal.check.explains ? 2 : personal.check.judgement ? 1 : 0);
        break;
    case Screen::my_record:
        add(personal.my_record.step);
        break;
    case Screen::sign_off:
        add(state.pin.who ? state.pin.who->value : 0);
        break;
    default:
        break;
    }
    return out;
}

} // namespace

void Reader::before_frame()
{
    const bool reading = m_app->state().preferences.read_aloud;
    if (reading && !m_reading) m_woken = true;
    if (!reading && m_reading) {
        m_narrator.forget();
        m_speech.clear();
        if (m_app->voice() != nullptr) m_app->voice()->stop();
    }
    // The ear hears ratios: each step is as large as the one before it.
    const float part = static_cast<float>(m_app->state().preferences.loudness) / loudness_most;
    if (m_app->voice() != nullptr) m_app->voice()->set_loudness(part * part);
    m_reading = reading;
    m_ui.set_reading(reading);
}

void Reader::draw_caption()
{
    if (!m_reading || m_speech.empty()) return;
    const Voice::State voice = m_app->voice() == nullptr ? Voice::State{} : m_app->voice()->state();
    if (!m_ui.focus_shown() && !voice.speaking) return;
    CaptionLook look;
    for (const Phrase& each : m_speech) look.phrases.push_back(each.shown);
    if (voice.speaking) look.here = static_cast<int>(voice.phrase);
    const Words& words = m_app->words();
    look.previous = words("voice.key_previous");
    look.next = words("voice.key_next");
    look.back = words("voice.key_back");
    look.choose = words("voice.key_choose");
    caption(m_ui, look);
}

void Reader::note(bool acted)
{
    if (m_ui.moved()) {
        m_moved = m_ui.moved();
        m_app->touched(); // whoever listens and moves on is there
    }
    m_acted = m_acted || acted;
}

bool Reader::hear(bool busy)
{
    if (!m_reading) return false;
    const AppState& state = m_app->state();
    Moment scene{m_ui.seen(), m_ui.focus(), place_of(state), m_moved, m_acted, m_woken};
    scene.headphones = m_app->voice() != nullptr && m_app->voice()->headphones();
    scene.digits = static_cast<int>(state.pin.digits.size());
    if (state.typing != TextField::none) scene.typed = state.entry.text;
    scene.busy = busy;
    if (busy) scene.acted = true;
    Narration heard = m_narrator.hear(scene, m_app->words());
    if (!busy) {
        m_moved.reset();
        m_acted = false;
        m_woken = false;
    }
    const bool said = !heard.speech.empty();
    if (said) {
        m_speech = std::move(heard.speech);
        if (m_app->voice() != nullptr) m_app->voice()->say(m_speech);
    }
    if (heard.focus) m_ui.focus_on(*heard.focus);
    return said || heard.focus.has_value();
}

} // namespace northseal::kiosk
