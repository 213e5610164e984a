// Text that is being typed: one entry with its caret, kept equal to the form it belongs to, and durable with
// every letter where it is part of an assessment.

#include "kiosk/app/app.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

std::size_t most_letters(TextField field)
{
    switch (field) {
    case TextField::none:
        return 0;
    case TextField::unlock_words:
        return 120;
    case TextField::learner_query:
        return 80;
    case TextField::name:
    case TextField::corrected_name:
    case TextField::new_person:
    case TextField::guardian:
    case TextField::own_name:
        return 120;
    case TextField::number:
    case TextField::corrected_number:
        return 40;
    case TextField::renewal:
        return 400;
    case TextField::recovery_code:
        return 80;
    case TextField::serial:
        return 12;
    case TextField::change_words:
        return 400;
    case TextField::note:
    case TextField::narrative:
        return text_claim_most;
    }
    return 0;
}

} // namespace

std::string* App::text_of(TextField field)
{
    Personal& personal = m_state.personal;
    auto& page = personal.assessment;
    switch (field) {
    case TextField::none:
        return nullptr;
    case TextField::unlock_words:
        return &m_state.unlock.words;
    case TextField::learner_query:
        return &personal.learners.query;
    case TextField::name:
        return &personal.registration.learner.name;
    case TextField::number:
        return &personal.registration.learner.number;
    case TextField::guardian:
        return &personal.registration.learner.consent.guardian;
    case TextField::note:
        return page && page->outcome < page->assessment.notes.size() ? &page->assessment.notes[page->outcome]
                                                                     : nullptr;
    case TextField::renewal:
        return &personal.renewal.typed;
    case TextField::recovery_code:
        return &m_state.recovery.typed;
    case TextField::new_person:
        return &personal.people.person.name;
    case TextField::corrected_name:
        return &personal.record.correction.name;
    case TextField::corrected_number:
        return &personal.record.correction.number;
    case TextField::narrative:
        return page ? &page->assessment.narrative : nullptr;
    case TextField::serial:
        return &personal.check.serial;
    case TextField::own_name:
        return &personal.my_record.called;
    case TextField::change_words:
        return &personal.change.request.words;
    }
    return nullptr;
}

void App::focus(TextField field, std::size_t caret)
{
    const std::string* text = text_of(field);
    if (text == nullptr) return stop_typing();
    if (field != m_state.typing) keep_form();
    m_state.entry = {};
    m_state.entry.most = most_letters(field);
    m_state.entry.set(*text);
    m_state.entry.caret = std::min(caret, m_state.entry.text.size());
    m_state.typing = field;
    const bool small_letters =
        field == TextField::unlock_words || field == TextField::renewal || field == TextField::recovery_code;
    m_state.keyboard.shift = text->empty() && !small_letters;
    m_state.keyboard.signs = false;
    m_state.keyboard.choosing = false;
    m_state.keyboard.opened.clear();
}

void App::typing(const act::Typing& typed)
{
    const TextField field = m_state.typing;
    if (field == TextField::none) return;
    if (typed.keyboard) m_state.keyboard = *typed.keyboard;
    bool different = false;
    bool finished = typed.done;
    for (const Edit& edit : typed.edits) {
        if (edit.kind == Edit::Kind::enter)
            finished = true;
        else if (m_state.entry.apply(edit))
            different = true;
    }
    if (different) {
        // A name begins each word with a capital; elsewhere the first letter has used the shift up.
        const bool is_name = field == TextField::name || field == TextField::corrected_name ||
                             field == TextField::new_person || field == TextField::guardian ||
                             field == TextField::own_name;
        const std::string& text = m_state.entry.text;
        m_state.keyboard.shift = is_name && (text.empty() || text.back() == ' ' || text.back() == '-');
        text_changed(field);
    }
    if (finished) stop_typing();
}

void App::text_changed(TextField field)
{
    std::string* text = text_of(field);
    if (text == nullptr) return;
    *text = m_state.entry.text;
    switch (field) {
    case TextField::none:
    case TextField::corrected_name:
    case TextField::corrected_number:
    case TextField::new_person:
    case TextField::serial:
    case TextField::change_words:
    case TextField::own_name:
        break;
    case TextField::unlock_words:
        m_state.unlock.refused = false;
        break;
    case TextField::learner_query:
        load_learners();
        break;
    case TextField::name:
        look_for_likely();
        form_changed();
        break;
    case TextField::number:
    case TextField::guardian:
        form_changed();
        break;
    case TextField::renewal:
        hear_renewal();
        break;
    case TextField::recovery_code:
        hear_code();
        break;
    case TextField::note:
    case TextField::narrative:
        save_draft();
        break;
    }
}

void App::stop_typing()
{
    keep_form();
    m_state.typing = TextField::none;
}

} // namespace northseal::kiosk
