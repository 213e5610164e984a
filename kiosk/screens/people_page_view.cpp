#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/people_page.h"

namespace northseal::kiosk {

namespace {

void add_people(PeopleView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.people;
    for (const auto& person : state.facilitators)
        view.rows.push_back({person.name, role_name(person.role, words),
                             words(person.certified ? "people.may_sign" : "people.drafts"),
                             person.certified});
    view.note = words("people.explain");
    if (!form.added.empty()) {
        view.note = words(state.request_copied ? "people.copied" : "people.added", {{"name", form.added}});
        view.may_copy = state.can_copy && !state.request_copied;
    }
    view.main = words("people.add");
}

void add_name_and_role(PeopleView& view, const AppState& state, const Words& words)
{
    const auto& person = state.personal.people.person;
    view.name = person.name;
    view.typing = state.typing == TextField::new_person;
    const auto role = [&](const char* id, const char* role, const char* title, const char* second) {
        view.roles.push_back({id, words(title), words(second), person.role == role, role});
    };
    role("role/assessor", "assessor", "role.assessor", "people.assessor_detail");
    role("role/witness", "witness", "role.witness", "people.witness_detail");
    view.main = words("people.next");
    view.can_go_on = !person.name.empty();
    view.why_not = words("register.name_missing");
}

void add_pin(PeopleView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.people;
    view.note = words("people.pin_note", {{"name", form.person.name}});
    view.pin = pin_view(state, words);
    view.pin.demo.clear();
    view.pin.title = words("new_pin.of", {{"name", first_name(form.person.name)}});
    view.pin.below = words("new_pin.rule");
    ask_twice(view.pin, form.pin, words);
    view.pin_main = words(form.pin.first.empty() ? "new_pin.next" : "new_pin.keep");
}

} // namespace

PeopleView people_view(const AppState& state, const Words& words)
{
    PeopleView view;
    view.step = state.personal.people.step;
    view.line = words.count("people.line", static_cast<std::int64_t>(state.facilitators.size()));
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    switch (view.step) {
    case PeopleStep::list:
        add_people(view, state, words);
        break;
    case PeopleStep::name:
        add_name_and_role(view, state, words);
        break;
    case PeopleStep::pin:
        add_pin(view, state, words);
        break;
    }
    return view;
}

} // namespace northseal::kiosk
