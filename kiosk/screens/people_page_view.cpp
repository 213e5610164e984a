#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/people_page.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

PeopleView::Detail detail_of(const station::Facilitator& person, bool me, const AppState& state,
                             const Words& words)
{
    PeopleView::Detail out{person.name, role_name(person.role, words), {}, {}};
    const auto until = date_in_words(words, state.facts.delegation_until, state.offset);
    const bool witness = person.role == "witness";
    out.says.push_back({Icon::pencil, Tone::good, words("people.can_now"),
                        words(witness ? "people.can_now_witness" : "people.can_now_assessor")});
    if (person.certified)
        out.says.push_back({Icon::signature, Tone::good, words("people.signs"),
                            words("people.signs_until", {{"date", until}})});
    else
        out.says.push_back(
            {Icon::signature, Tone::waits, words("people.cannot_sign"), words("people.cannot_sign_detail")});
    if (me)
        out.change_pin = words("people.change_pin");
    else
        out.says.push_back(
            {Icon::key, Tone::neutral, words("people.their_pin"), words("people.their_pin_detail")});
    out.says.push_back(
        {Icon::lifebuoy, Tone::neutral, words("people.forgotten"), words("people.forgotten_detail")});
    return out;
}

void add_people(PeopleView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.people;
    for (const auto& person : state.facilitators) {
        const bool me = state.personal.signed_in && state.personal.signed_in->id == person.id;
        const auto role = role_name(person.role, words);
        view.rows.push_back({person.name, me ? words("people.you", {{"role", role}}) : role,
                             words(person.certified ? "people.may_sign" : "people.drafts"), person.certified,
                             form.shown == person.id, person.id});
        if (form.shown == person.id) view.detail = detail_of(person, me, state, words);
    }
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
