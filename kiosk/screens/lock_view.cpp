#include "kiosk/screens/door.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/lock.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

TextSize next_size(TextSize size)
{
    switch (size) {
    case TextSize::normal:
        return TextSize::large;
    case TextSize::large:
        return TextSize::largest;
    case TextSize::largest:
        return TextSize::normal;
    }
    return TextSize::normal;
}

const char* sentence_key(const AppState& state)
{
    if (state.vault_open) return "lock.sentence";
    switch (door_of(state.facts)) {
    case Door::words:
        return "lock.closed_sentence";
    case Door::token:
        return "lock.token_sentence";
    case Door::pin:
        return "lock.chip_sentence";
    }
    return "lock.closed_sentence";
}

} // namespace

LockView lock_view(const AppState& state, const Words& words)
{
    LockView view;
    view.time = time_of_day(words, state.now, state.offset);
    view.date = sentence_start(weekday_and_date(words, state.now, state.offset));
    view.site = said(state.facts.site, words.language());
    view.vault_open = state.vault_open;
    view.sentence = words(sentence_key(state));
    view.opens = door_screen(state);
    const bool by_words = view.opens == Screen::unlock && door_of(state.facts) == Door::words;
    view.open_label = words(by_words ? "lock.type_words" : "lock.sign_in");
    view.printer = printer_sentence(state, words);
    // One touch goes through the languages in turn.
    for (std::size_t i = 0; i < state.languages.size(); ++i) {
        if (state.languages[i].tag != state.preferences.language) continue;
        const auto& other = state.languages[(i + 1) % state.languages.size()];
        view.other_language = other.name;
        view.other_tag = other.tag;
    }
    view.next_size = next_size(state.preferences.text_size);
    return view;
}

} // namespace northseal::kiosk
