#include "kiosk/screens/door.h"
#include "kiosk/screens/failure.h"
#include "kiosk/screens/unlock.h"

namespace northseal::kiosk {

namespace {
constexpr int words_asked = 6;
}

int count_words(std::string_view text)
{
    int count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool letter = c != ' ';
        if (letter && !inside) ++count;
        inside = letter;
    }
    return count;
}

UnlockView unlock_view(const AppState& state, const Words& words)
{
    UnlockView view;
    view.busy = state.busy == Busy::opening;
    view.failure = failure_sentence(state, words);
    view.by_token = door_of(state.facts) == Door::token;
    if (view.by_token) {
        view.can_open = state.busy == Busy::none;
        if (state.unlock.refused) view.refused = words("unlock.no_token");
        return view;
    }
    const int typed = count_words(state.unlock.words);
    view.words = state.unlock.words;
    view.counted =
        words("unlock.counted", {{"typed", std::to_string(typed)}, {"all", std::to_string(words_asked)}});
    view.can_open = typed == words_asked && state.busy == Busy::none;
    if (typed < words_asked) view.why_not = words.count("unlock.more_words", words_asked - typed);
    if (typed > words_asked) view.why_not = words("unlock.too_many");
    if (state.unlock.refused) view.refused = words("unlock.refused");
    view.offers_file = state.unlock.has_words_file;
    view.typing = state.typing == TextField::unlock_words;
    return view;
}

} // namespace northseal::kiosk
