#include <algorithm>

#include "kiosk/screens/door.h"
#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/people_page.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

// Empty where it may be said that this person has left; the station judges by the same rules.
std::string why_stays(const station::Facilitator& person, bool me, const AppState& state, const Words& words)
{
    const auto& all = state.facilitators;
    const auto signs = [](const auto& each) { return each.certified && each.role == "assessor"; };
    const auto certified = [](const auto& each) { return each.certified; };
    if (all.size() == 1 || (signs(person) && std::count_if(all.begin(), all.end(), signs) == 1))
        return words("people.left_last");
    const bool vouches = state.personal.signed_in && state.personal.signed_in->certified;
    if (!me && !vouches && std::any_of(all.begin(), all.end(), certified))
        return words("people.left_by_whom");
    return {};
}

PeopleView::Detail detail_of(const station::Facilitator& person, bool me, const AppState& state,
                             const Words& words)
{
    PeopleView::Detail out{person.name, role_name(person.role, words), false, {}, {}};
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
        out.ways.push_back({"change-pin",
                            Icon::key,
                            words("people.change_pin"),
                            words("people.change_pin_detail"),
                            act::Go{Screen::keys},
                            {}});
    else
        out.ways.push_back(
            {{}, Icon::key, words("people.their_pin"), words("people.their_pin_detail"), {}, {}});
    out.ways.push_back(
        {{}, Icon::lifebuoy, words("people.forgotten"), words("people.forgotten_detail"), {}, {}});
    const auto why_not = why_stays(person, me, state, words);
    out.ways.push_back({"left", Icon::user_off, words("people.left", {{"name", first_name(person.name)}}),
                        why_not.empty() ? words("people.left_detail") : why_not, act::PersonLeaves{},
                        why_not});
    return out;
}

// What follows, before it cannot be taken back.
PeopleView::Detail leaving(const station::Facilitator& person, const AppState& state, const Words& words)
{
    PeopleView::Detail out{person.name, role_name(person.role, words), true, {}, {}};
    out.says = {
        {Icon::certificate, Tone::good, words("people.left_signed"), words("people.left_signed_detail")},
        {Icon::signature, Tone::waits, words("people.left_key"), words("people.left_key_detail")},
        {Icon::pencil, Tone::neutral, words("people.left_work"), words("people.left_work_detail")}};
    // What else opens the kiosk, and that they may still have.
    const Door door = door_of(state.facts);
    if (door == Door::words)
        out.says.push_back(
            {Icon::key, Tone::waits, words("people.left_words"), words("people.left_words_detail")});
    if (door == Door::token)
        out.says.push_back(
            {Icon::device_usb, Tone::waits, words("people.left_stick"), words("people.left_stick_detail")});
    out.says.push_back(
        {Icon::user_plus, Tone::neutral, words("people.left_back"), words("people.left_back_detail")});
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
    if (!form.added.empty() || !form.left.empty()) {
        view.note_icon = Icon::circle_check;
        view.note_tone = Tone::good;
    }
    if (!form.left.empty()) view.note = words("people.left_done", {{"name", form.left}});
    view.add = words("people.add");
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

void add_leaving(PeopleView& view, const AppState& state, const Words& words)
{
    for (const auto& person : state.facilitators) {
        if (state.personal.people.shown == person.id) view.detail = leaving(person, state, words);
    }
    view.pin = pin_view(state, words);
    view.pin_main = words("people.left_main");
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
    case PeopleStep::leaves:
        add_leaving(view, state, words);
        break;
    }
    return view;
}

} // namespace northseal::kiosk
