#include "kiosk/screens/door.h"
#include "kiosk/screens/failure.h"
#include "kiosk/screens/keys.h"

namespace northseal::kiosk {

namespace {

const char* line_key(Door now)
{
    switch (now) {
    case Door::words:
        return "keys.now_words";
    case Door::token:
        return "keys.now_stick";
    case Door::pin:
        return "keys.now_chip";
    }
    return "keys.now_words";
}

// What may take the place of what opens it: the same again at any time, another only after a recovery code.
void add_choices(KeysView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.keys;
    const auto now = door_of(state.facts);
    const auto add = [&](KeyWay way, const char* id, std::optional<Door> door, const char* title,
                         const char* second) {
        const bool no_stick = way == KeyWay::stick && !state.has_token_place;
        const bool other_class = door && *door != now && !state.recovering;
        KeysView::Choice choice{way, id, words(title), words(second), form.way == way, true};
        choice.enabled = !no_stick && !other_class;
        if (other_class) choice.second = words("keys.only_recovering");
        if (no_stick) choice.second = words("keys.no_stick_place");
        view.choices.push_back(std::move(choice));
    };
    add(KeyWay::own_pin, "keys/own-pin", std::nullopt, "keys.own_pin", "keys.own_pin_detail");
    add(KeyWay::words, "keys/words", Door::words, "keys.words", "keys.words_detail");
    add(KeyWay::stick, "keys/stick", Door::token, "keys.stick", "keys.stick_detail");
    add(KeyWay::chip, "keys/chip", Door::pin, "keys.chip", "keys.chip_detail");
    add(KeyWay::sheets, "keys/sheets", std::nullopt, "keys.sheets", "keys.sheets_detail");
}

std::string note_of(const AppState& state, const Words& words)
{
    const auto& form = state.personal.keys;
    if (!form.way) return words(state.recovering ? "keys.recovering" : "keys.choose");
    switch (*form.way) {
    case KeyWay::own_pin:
        return words(form.done ? "keys.own_pin_done" : "keys.own_pin_ask");
    case KeyWay::words:
        return words(form.done ? "keys.words_done" : "keys.words_write");
    case KeyWay::stick:
        return words(form.done ? "keys.stick_done" : "keys.stick_put");
    case KeyWay::chip:
        return words(form.done ? "keys.chip_done" : "keys.chip_ask");
    case KeyWay::sheets:
        return words(form.done ? "keys.sheets_done" : "keys.sheets_ask");
    }
    return {};
}

PinView pin_of(const AppState& state, const Words& words)
{
    const auto& form = state.personal.keys;
    PinView view = pin_view(state, words);
    view.open = view.open && form.way.has_value() && !form.done;
    if (!form.way) view.hint = words("keys.choose_first");
    if (form.way != KeyWay::own_pin) return view;
    view.title = words(form.old_pin.empty() ? "keys.old_pin" : "keys.new_pin");
    if (form.old_pin.empty()) return view;
    view.demo.clear();
    view.below = words("new_pin.rule");
    ask_twice(view, form.new_pin, words);
    return view;
}

const char* main_key(const KeysForm& form)
{
    if (form.way != KeyWay::own_pin) return "keys.change";
    return form.new_pin.first.empty() ? "keys.next" : "new_pin.keep";
}

} // namespace

KeysView keys_view(const AppState& state, const Words& words)
{
    KeysView view;
    const auto& form = state.personal.keys;
    view.line = words(line_key(door_of(state.facts)));
    view.note = note_of(state, words);
    view.done = form.done;
    if (!form.done) add_choices(view, state, words);
    if (form.way == KeyWay::words) view.secrets.emplace_back(words("keys.words"), form.words);
    if (!form.codes.steward.empty()) {
        view.secrets.emplace_back(words("keys.steward_sheet"), form.codes.steward);
        view.secrets.emplace_back(words("keys.coordinator_sheet"), form.codes.coordinator);
    }
    view.pin = pin_of(state, words);
    view.main = words(main_key(form));
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
