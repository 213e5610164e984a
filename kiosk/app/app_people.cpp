// Somebody joins: a name, a role, and a PIN that they type twice themselves. Somebody leaves, by the PIN of
// who says so.

#include "kiosk/app/app.h"
#include "storage/base/secret.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

void App::begin_people()
{
    forget_person();
    m_state.personal.people = {};
    m_state.request_copied = false;
    auto people = m_station->facilitators();
    if (!people) return fail(Busy::none, people.error());
    m_state.facilitators = std::move(people.value());
}

void App::person_next()
{
    auto& form = m_state.personal.people;
    stop_typing();
    switch (form.step) {
    case PeopleStep::list:
        begin_people();
        form.person.role = "assessor";
        form.step = PeopleStep::name;
        focus(TextField::new_person, 0);
        break;
    case PeopleStep::name:
        form.step = PeopleStep::pin;
        m_state.pin = {};
        // Whose it will be has no number yet; the pad only asks that it be somebody's.
        m_state.pin.who = m_state.personal.signed_in->id;
        break;
    case PeopleStep::pin:
    case PeopleStep::leaves:
        break;
    }
}

void App::person_leaves()
{
    auto& form = m_state.personal.people;
    if (!form.shown || !m_state.personal.signed_in) return;
    form.step = PeopleStep::leaves;
    choose_person(m_state.personal.signed_in->id);
}

void App::remove_person()
{
    auto& form = m_state.personal.people;
    if (!form.shown || !m_state.personal.signed_in) return;
    const auto who = *form.shown;
    const auto by = m_state.personal.signed_in->id;
    std::string name;
    for (const auto& person : m_state.facilitators) {
        if (person.id == who) name = person.name;
    }
    const auto heard = m_station->person_left(who, by, m_state.pin.digits);
    wipe(m_state.pin.digits);
    if (!heard) return fail(Busy::removing_person, heard.error());
    heard_pin(heard.value());
    if (heard.value().answer != station::PinAnswer::accepted) return;
    begin_people();
    if (who == by) return lock(); // there is nobody left to be signed in as
    m_state.personal.people.left = name;
}

void App::add_person()
{
    auto& form = m_state.personal.people;
    if (!m_state.personal.signed_in || !heard_twice(form.pin)) return;
    form.person.pin = form.pin.first;
    const auto added = m_station->add_facilitator(form.person, m_state.personal.signed_in->id);
    const auto name = form.person.name;
    forget_person();
    if (!added && added.error().fault == Fault::refused) {
        form.pin.too_easy = true;
        return;
    }
    if (!added) return fail(Busy::adding_person, added.error());
    begin_people();
    form.added = name;
}

void App::forget_person()
{
    auto& form = m_state.personal.people;
    wipe(form.person.pin);
    wipe(form.pin.first);
}

} // namespace northseal::kiosk
