#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/sign_in.h"

namespace northseal::kiosk {

namespace {

std::string name_of(const AppState& state, std::optional<station::FacilitatorId> who)
{
    for (const auto& person : state.facilitators) {
        if (who && person.id == *who) return person.name;
    }
    return {};
}

PinView lost_pin_view(const AppState& state, const Words& words)
{
    PinView view = pin_view(state, words);
    view.demo.clear();
    view.below = words("new_pin.rule");
    if (!state.pin.who) {
        view.hint = words("new_pin.choose_first");
        return view;
    }
    view.title = words("new_pin.of", {{"name", first_name(name_of(state, state.pin.who))}});
    ask_twice(view, state.new_pin.twice, words);
    return view;
}

} // namespace

void ask_twice(PinView& view, const PinTwice& form, const Words& words)
{
    const bool begun = view.digits > 0;
    view.wrong = !begun && (form.differs || form.too_easy);
    if (begun) return;
    if (!form.first.empty()) view.hint = words("new_pin.again");
    if (form.differs) view.hint = words("new_pin.differs");
    if (form.too_easy) view.hint = words("new_pin.too_easy");
}

SignInView new_pin_view(const AppState& state, const Words& words)
{
    SignInView view;
    view.title = words("new_pin.title");
    view.note = words("new_pin.explain");
    view.foot = words("new_pin.foot");
    const auto done = name_of(state, state.new_pin.done);
    if (!done.empty()) view.note = words("new_pin.done", {{"name", done}});
    if (!done.empty() && state.request_copied) view.note = words("new_pin.copied", {{"name", done}});
    view.people = person_tiles(state, words);
    view.pin = lost_pin_view(state, words);
    view.main = words(state.new_pin.twice.first.empty() ? "new_pin.next" : "new_pin.keep");
    view.busy = busy_sentence(state.busy, words);
    view.back = words("new_pin.finish");
    view.back_action = act::FinishRecovery{};
    if (!done.empty() && state.can_copy && !state.request_copied) {
        view.way_out = words("new_pin.copy");
        view.way_out_icon = Icon::device_usb;
        view.way_out_action = act::CopyRequest{};
    }
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
