// Registering, assessing, signing, issuing. Every level, note and sentence is on the disk before the screen
// shows it as saved.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/registration.h"
#include "kiosk/screens/sign_off.h"
#include "storage/base/secret.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

// A note may end in the space of a word to come; the record keeps it tidy.
std::string tidy_note(const std::string& text)
{
    auto clean = clean_text_claim(text);
    return clean ? std::move(clean.value()) : std::string();
}

} // namespace

void App::start_registration(bool with_query)
{
    Registration form;
    const std::string language = m_state.preferences.language;
    form.learner.language = language == "fr" ? "fr" : "en";
    if (with_query) form.learner.name = m_state.personal.learners.query;
    keep_form(); // the one before, if it waits
    m_state.personal.registration = std::move(form);
    go(Screen::registration);
    focus(TextField::name, m_state.personal.registration.learner.name.size());
    if (with_query) text_changed(TextField::name);
}

void App::registration_next()
{
    Registration& form = m_state.personal.registration;
    stop_typing();
    if (!registration_missing(form, words()).empty()) return;
    form_changed();
    switch (form.step) {
    case RegistrationStep::name:
        form.step = RegistrationStep::facts;
        break;
    case RegistrationStep::facts:
        form.step = RegistrationStep::consent;
        break;
    case RegistrationStep::consent:
        m_state.busy = Busy::registering;
        break;
    }
    keep_form();
}

void App::register_learner()
{
    const Words& shown = words_of(consent_language(m_state.personal.registration));
    station::NewLearner learner = m_state.personal.registration.learner;
    learner.consent.keep_record = true;
    learner.consent.language = shown.language();
    learner.consent.words_shown = consent_as_shown(shown, m_state);
    auto clean = clean_text_claim(learner.name);
    if (!clean) return fail(Busy::registering, clean.error());
    learner.name = clean.value();
    learner.number = tidy_note(learner.number);
    learner.consent.guardian = tidy_note(learner.consent.guardian);
    auto id = m_station->register_learner(learner, m_state.personal.signed_in->id);
    if (!id) return fail(Busy::registering, id.error());
    m_form_due.reset();
    m_state.personal.registration = {};
    m_state.personal.learners = {};
    if (!load_learner(id.value())) return;
    // The form is behind us: back leads to the list, not into it.
    m_state.trail = {Screen::learners};
    m_state.screen = Screen::learner;
}

void App::assess(station::LearnerId who)
{
    if (!load_learner(who)) return;
    m_state.personal.assess_learner = who;
    if (m_state.programmes.size() == 1)
        choose_programme(0);
    else
        go(Screen::programmes);
}

void App::choose_programme(std::size_t index)
{
    const auto& who = m_state.personal.assess_learner;
    if (!who || !m_state.personal.learner || index >= m_state.programmes.size()) return;
    const auto& offer = m_state.programmes[index];
    const std::string& wanted = m_state.personal.learner->learner.language;
    const bool speaks =
        std::find(offer.languages.begin(), offer.languages.end(), wanted) != offer.languages.end();
    const std::string language = speaks || offer.languages.empty() ? wanted : offer.languages.front();
    auto id = m_station->begin_assessment(*who, offer.id, language, m_state.personal.signed_in->id);
    if (!id) return fail(Busy::none, id.error());
    if (!load_assessment(id.value())) return;
    if (m_state.screen == Screen::programmes) back();
    go(Screen::rubric);
}

void App::save_draft()
{
    auto& page = m_state.personal.assessment;
    if (!page || page->assessment.state != station::AssessmentState::draft) return;
    station::Assessment kept = page->assessment;
    for (auto& note : kept.notes) note = tidy_note(note);
    kept.narrative = tidy_note(kept.narrative);
    const auto saved = m_station->save_draft(kept);
    if (!saved) return fail(Busy::none, saved.error());
    page->assessment.saved = m_around.clock.now();
    auto missing = m_station->missing(page->assessment.id);
    if (missing) page->missing = std::move(missing.value());
}

void App::choose_level(std::uint32_t level)
{
    auto& page = m_state.personal.assessment;
    if (!page || page->outcome >= page->assessment.levels.size()) return;
    if (level == 0 || level > page->programme->outcomes[page->outcome].levels.size()) return;
    auto& chosen = page->assessment.levels[page->outcome];
    const bool first = chosen == 0;
    chosen = chosen == level ? 0 : level;
    save_draft();
    if (first && m_state.typing == TextField::none && !m_state.failure) go_to_open_outcome();
}

// The next one without a level, from here on and round; where all have one, the page stays.
void App::go_to_open_outcome()
{
    auto& page = *m_state.personal.assessment;
    const auto& levels = page.assessment.levels;
    for (std::size_t step = 1; step < levels.size(); ++step) {
        const std::size_t index = (page.outcome + step) % levels.size();
        if (levels[index] != 0) continue;
        page.outcome = index;
        return;
    }
}

void App::add_phrase(std::size_t index)
{
    auto& page = m_state.personal.assessment;
    if (!page || index >= page->programme->phrases.size()) return;
    const bool narrative = m_state.screen == Screen::narrative;
    std::string* text = text_of(narrative ? TextField::narrative : TextField::note);
    if (text == nullptr) return;
    const std::string phrase = said(page->programme->phrases[index].words, page->assessment.language);
    std::string longer = *text;
    while (!longer.empty() && longer.back() == ' ') longer.pop_back();
    if (!longer.empty()) longer += longer.ends_with('.') ? " " : ". ";
    longer += phrase;
    if (!longer.ends_with('.')) longer += '.';
    if (count_code_points(longer) > text_claim_most) return;
    *text = std::move(longer);
    if (m_state.typing != TextField::none) focus(m_state.typing, text->size());
    save_draft();
}

void App::sign()
{
    auto& page = m_state.personal.assessment;
    if (!page || !m_state.pin.who) return;
    const auto heard = m_station->sign_off(page->assessment.id, *m_state.pin.who, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::signing, heard.error());
    heard_pin(heard.value());
    if (heard.value().answer != station::PinAnswer::accepted) return;
    if (!load_assessment(page->assessment.id)) return;
    const auto next = next_signer(m_state);
    m_state.pin = {};
    m_state.pin.who = next;
    if (!next) m_state.busy = Busy::issuing;
}

void App::issue()
{
    auto& page = m_state.personal.assessment;
    if (!page || !m_state.personal.signed_in) return;
    auto id = m_station->issue(page->assessment.id, m_state.personal.signed_in->id);
    if (!id) {
        fail(Busy::issuing, id.error());
        // Signed off stays signed off; the review says so and offers to issue again.
        if (m_state.screen == Screen::sign_off) {
            const auto failure = m_state.failure;
            go(Screen::review);
            m_state.failure = failure;
        }
        return;
    }
    m_state.personal.assessment.reset();
    if (!load_issued(id.value())) return;
    m_state.personal.issued->just_issued = true;
    m_state.trail = {Screen::home};
    m_state.screen = Screen::issued;
}

} // namespace northseal::kiosk
