#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

namespace {
constexpr int pin_digits = 6;

const station::Facilitator* facilitator(const AppState& state, std::optional<station::FacilitatorId> id)
{
    for (const auto& person : state.facilitators) {
        if (id && person.id == *id) return &person;
    }
    return nullptr;
}

} // namespace

std::string role_name(std::string_view role, const Words& words)
{
    return words(role == "witness" ? "role.witness" : "role.assessor");
}

PinView pin_view(const AppState& state, const Words& words)
{
    PinView view;
    const station::Facilitator* who = facilitator(state, state.pin.who);
    view.digits = static_cast<int>(state.pin.digits.size());
    view.wrong = state.pin.wrong;
    view.below = words("pin.wait_grows");
    if (who == nullptr) {
        view.title = words("pin.title_nobody");
        view.hint = words("pin.choose_first");
        return view;
    }
    const std::string name = first_name(who->name);
    view.title = words("pin.title", {{"name", name}, {"of_name", of_name(words, name)}});
    view.open = state.pin.wait_seconds == 0 && state.busy == Busy::none;
    view.complete = view.open && view.digits == pin_digits;
    view.hint =
        words("pin.counted", {{"typed", std::to_string(view.digits)}, {"all", std::to_string(pin_digits)}});
    if (state.pin.wait_seconds > 0) {
        view.hint = words("pin.wrong");
        view.below = words.count("pin.wait", state.pin.wait_seconds);
    } else if (view.wrong) {
        view.hint = words("pin.wrong");
        view.below = words("pin.try_again");
    }
    for (const auto& [person, pin] : state.demo_pins) {
        if (state.facts.specimen && person == who->name) view.demo = words("pin.demo", {{"pin", pin}});
    }
    return view;
}

SignInView sign_in_view(const AppState& state, const Words& words)
{
    SignInView view;
    for (const auto& person : state.facilitators) {
        view.people.push_back({person.id, person.name, role_name(person.role, words), initial(person.name),
                               disc_colour(person.name), state.pin.who && *state.pin.who == person.id});
    }
    if (view.people.empty()) view.empty = words("sign_in.nobody");
    view.pin = pin_view(state, words);
    view.busy = state.busy == Busy::opening;
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
