#include <algorithm>
#include <chrono>

#include "kiosk/screens/clock.h"
#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

std::string two_digits(unsigned number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

void add_parts(ClockView& view, const CivilDate& date, const Words& words)
{
    view.parts = {
        {ClockPart::year, words("clock.year"), std::to_string(date.year), words("clock.year_earlier"),
         words("clock.year_later")},
        {ClockPart::month, words("clock.month"), two_digits(date.month), words("clock.month_earlier"),
         words("clock.month_later")},
        {ClockPart::day, words("clock.day"), two_digits(date.day), words("clock.day_earlier"),
         words("clock.day_later")},
        {ClockPart::hour, words("clock.hour"), two_digits(date.hour), words("clock.hour_earlier"),
         words("clock.hour_later")},
        {ClockPart::minute, words("clock.minute"), two_digits(date.minute), words("clock.minute_earlier"),
         words("clock.minute_later")},
    };
}

} // namespace

Instant stepped(Instant instant, ClockPart part, int by, int offset)
{
    using namespace std::chrono;
    const auto now = civil_date(instant, offset);
    switch (part) {
    case ClockPart::day:
        return instant + Instant{by} * 86400;
    case ClockPart::hour:
        return instant + Instant{by} * 3600;
    case ClockPart::minute:
        return instant + Instant{by} * 60;
    case ClockPart::year:
    case ClockPart::month:
        break;
    }
    const year_month there =
        year{now.year} / month{now.month} + (part == ClockPart::year ? months{12 * by} : months{by});
    const auto last = (there / std::chrono::last).day();
    const auto date = there / std::min(day{now.day}, last);
    const Instant of_day = (instant + Instant{offset} * 60) % 86400;
    return sys_days{date}.time_since_epoch().count() * Instant{86400} + of_day - Instant{offset} * 60;
}

std::vector<station::Facilitator> second_setters(const AppState& state)
{
    std::vector<station::Facilitator> out;
    for (const auto& person : state.facilitators) {
        const bool me = state.personal.signed_in && state.personal.signed_in->id == person.id;
        if (person.certified && !me) out.push_back(person);
    }
    return out;
}

ClockView clock_view(const AppState& state, const Words& words)
{
    ClockView view;
    const auto& form = state.personal.clock;
    const auto& clock = state.personal.home.clock;
    view.doubt = clock.trust != station::ClockTrust::sound;
    const auto last = date_in_words(words, clock.last_entry, state.offset);
    view.why = view.doubt ? words("clock.doubt", {{"date", last}}) : words("clock.explain");
    view.said = words("clock.said", {{"date", weekday_and_date(words, form.said, state.offset)},
                                     {"time", time_of_day(words, form.said, state.offset)}});
    add_parts(view, civil_date(form.said, state.offset), words);
    view.may_change = !form.first;
    view.turn = words(!form.two ? "clock.alone" : form.first ? "clock.second_turn" : "clock.first_turn");
    const auto others = second_setters(state);
    if (form.first && others.size() > 1) {
        for (const auto& person : others)
            view.seconds.push_back({person.id, person.name, state.pin.who && *state.pin.who == person.id});
    }
    view.pin = pin_view(state, words);
    view.main_label = words(form.two && !form.first ? "clock.sign" : "clock.set");
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
