#include "kiosk/screens/people.h"
#include "kiosk/screens/welcome.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

WelcomeView welcome_view(const AppState& state, const Words& words)
{
    WelcomeView view;
    view.site = said(state.facts.site, words.language());
    view.date_and_time = sentence_start(
        words("welcome.date_and_time", {{"date", weekday_and_date(words, state.now, state.offset)},
                                        {"time", time_of_day(words, state.now, state.offset)}}));
    view.languages = state.languages;
    view.greetings = state.language_questions;
    if (state.facts.specimen) view.practice = words("practice.sentence");
    return view;
}

} // namespace northseal::kiosk
