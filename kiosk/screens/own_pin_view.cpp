#include "kiosk/screens/own_pin.h"

namespace northseal::kiosk {

namespace {

constexpr int own_pin_digits = 6;

PinView typed_so_far(const AppState& state, const Words& words, const char* title)
{
    PinView view;
    view.title = words(title);
    view.digits = static_cast<int>(state.pin.digits.size());
    view.open = state.pin.wait_seconds == 0 && state.busy == Busy::none;
    view.complete = view.open && view.digits == own_pin_digits;
    view.hint = words("pin.counted",
                      {{"typed", std::to_string(view.digits)}, {"all", std::to_string(own_pin_digits)}});
    return view;
}

} // namespace

PinView own_pin_view(const AppState& state, const Words& words)
{
    PinView view = typed_so_far(state, words, "own_pin.title");
    if (!state.practising) view.below = words("pin.wait_grows");
    view.wrong = state.pin.wrong;
    if (!view.wrong && state.pin.wait_seconds == 0) return view;
    view.hint = words("own_pin.no");
    view.below =
        state.pin.wait_seconds > 0 ? wait_sentence(state.pin.wait_seconds, words) : words("pin.try_again");
    return view;
}

PinView new_own_pin_view(const AppState& state, const PinTwice& twice, const Words& words)
{
    PinView view = typed_so_far(state, words, "own_pin.new_title");
    view.below = words("new_pin.rule");
    ask_twice(view, twice, words);
    return view;
}

std::string new_own_pin_main(const PinTwice& twice, const Words& words)
{
    return words(twice.first.empty() ? "new_pin.next" : "new_pin.keep");
}

} // namespace northseal::kiosk
