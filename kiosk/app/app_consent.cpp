// The consent put to a learner in a language of theirs, and aloud. What is kept with the answer is what stood
// there when it was given (register_learner).

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/screens/registration.h"
#include "kiosk/voice/phrases.h"
#include "kiosk/voice/voice.h"

namespace northseal::kiosk {

namespace {

bool asks_for_consent(const AppState& state)
{
    return state.screen == Screen::registration &&
           state.personal.registration.step == RegistrationStep::consent;
}

} // namespace

void App::show_consent_in(const std::string& language)
{
    const auto has = [&](const LanguageChoice& each) { return each.tag == language && each.asks_consent; };
    if (std::none_of(m_state.languages.begin(), m_state.languages.end(), has)) return;
    Registration& form = m_state.personal.registration;
    if (consent_language(form) == language) return;
    form.shown_in = language;
    stop_consent();
    keep_form_now();
}

void App::read_consent()
{
    if (m_options.voice == nullptr || !asks_for_consent(m_state)) return;
    if (m_state.reads_consent) return stop_consent();
    const Words& shown = words_of(consent_language(m_state.personal.registration));
    Speech speech;
    for (const auto& each : consent_as_said(shown, m_state))
        speech.push_back(phrases::phrase(each, shown.language()));
    m_options.voice->say(speech);
    m_state.reads_consent = true;
}

void App::stop_consent()
{
    if (!m_state.reads_consent) return;
    if (m_options.voice != nullptr) m_options.voice->stop();
    m_state.reads_consent = false;
    changed();
}

void App::follow_consent()
{
    if (!m_state.reads_consent) return;
    const bool speaking = m_options.voice != nullptr && m_options.voice->state().speaking;
    if (!speaking || !asks_for_consent(m_state)) stop_consent();
}

} // namespace northseal::kiosk
