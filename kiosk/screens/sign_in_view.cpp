#include "kiosk/screens/door.h"
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

// The chip of a stolen kiosk makes people wait for hours: nobody counts those in seconds.
std::string wait_sentence(int seconds, const Words& words)
{
    constexpr int minute = 60;
    if (seconds <= 2 * minute) return words.count("pin.wait", seconds);
    return words.count("pin.wait_minutes", (seconds + minute - 1) / minute);
}

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
    if (!state.practising) view.below = words("pin.wait_grows"); // there no PIN is wrong
    if (who == nullptr) {
        view.title = words("pin.title_nobody");
        view.hint = words("pin.choose_first");
        return view;
    }
    const std::string name = first_name(who->name);
    view.title = name.empty() ? words("pin.title_number", {{"number", words.number(who->id.value)}})
                              : words("pin.title", {{"name", name}, {"of_name", of_name(words, name)}});
    view.open = state.pin.wait_seconds == 0 && state.busy == Busy::none;
    view.complete = view.open && view.digits == pin_digits;
    view.hint =
        words("pin.counted", {{"typed", std::to_string(view.digits)}, {"all", std::to_string(pin_digits)}});
    if (state.pin.wait_seconds > 0) {
        view.hint = words("pin.wrong");
        view.below = wait_sentence(state.pin.wait_seconds, words);
    } else if (view.wrong) {
        view.hint = words("pin.wrong");
        view.below = words("pin.try_again");
    }
    for (const auto& [person, pin] : state.demo_pins) {
        if (state.facts.specimen && person == who->name) view.demo = words("pin.demo", {{"pin", pin}});
    }
    return view;
}

std::vector<PersonTile> person_tiles(const AppState& state, const Words& words)
{
    std::vector<PersonTile> out;
    for (const auto& person : state.facilitators) {
        const auto number = words.number(person.id.value);
        const bool unnamed = person.name.empty();
        out.push_back({person.id, unnamed ? words("sign_in.person", {{"number", number}}) : person.name,
                       role_name(person.role, words), unnamed ? number : person.name,
                       state.pin.who && *state.pin.who == person.id});
    }
    return out;
}

SignInView sign_in_view(const AppState& state, const Words& words)
{
    SignInView view;
    view.title = words("sign_in.title");
    if (!state.vault_open) view.note = words("sign_in.by_number");
    view.foot = words("sign_in.locked_until");
    view.people = person_tiles(state, words);
    if (view.people.empty()) view.empty = words("sign_in.nobody");
    view.pin = pin_view(state, words);
    view.main = words("sign_in.open");
    view.back = words("sign_in.languages");
    view.back_action = act::Go{Screen::welcome};
    view.offers_my_record = true;
    view.way_out = words("recovery.offer_pin");
    view.way_out_action = act::Go{Screen::recovery};
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
