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

void add_parts(ClockView& view, const ClockForm& form, int offset, const Words& words)
{
    const CivilDate date = civil_date(form.said, offset);
    view.parts = {
        {ClockPart::day, words("clock.day"), std::to_string(date.day), words("clock.day_earlier"),
         words("clock.day_later")},
        {ClockPart::month, words("clock.month"), month_name(words, form.said, offset),
         words("clock.month_earlier"), words("clock.month_later")},
        {ClockPart::year, words("clock.year"), std::to_string(date.year), words("clock.year_earlier"),
         words("clock.year_later")},
        {ClockPart::hour, words("clock.hour"), two_digits(date.hour), words("clock.hour_earlier"),
         words("clock.hour_later")},
        {ClockPart::minute, words("clock.minute"), two_digits(date.minute), words("clock.minute_earlier"),
         words("clock.minute_later")},
    };
}

// Who says it, and whose turn it is. What the first one said stands nowhere.
void add_setters(ClockView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.clock;
    if (!state.personal.signed_in) return;
    const auto& me = state.personal.signed_in->name;
    const auto others = second_setters(state);
    ClockView::Person second;
    for (const auto& person : others) {
        const bool chosen = state.pin.who && *state.pin.who == person.id;
        if (others.size() == 1 || (form.first && chosen)) second.name = person.name;
        if (form.first && others.size() > 1) view.seconds.push_back({person.id, person.name, chosen});
    }
    ClockView::Person first{me, words("clock.says_now"), words("clock.your_turn"), true, false};
    if (form.first) {
        first = {me, words("clock.has_said"), words("clock.done"), false, true};
        second.second = words("clock.says_now");
        second.chip = second.name.empty() ? std::string() : words("clock.your_turn");
        second.here = !second.name.empty();
    } else {
        second.second = words("clock.says_after");
    }
    if (second.name.empty()) second.second = words(form.first ? "clock.who_is_second" : "clock.says_after");
    view.people.push_back(first);
    if (form.two) view.people.push_back(second);
}

void add_why(ClockView& view, const AppState& state, const Words& words)
{
    const auto& clock = state.personal.home.clock;
    const auto day = [&](Instant when) { return date_in_words(words, when, state.offset); };
    if (clock.trust == station::ClockTrust::sound) {
        view.why_title = words("clock.what_follows");
        view.why = {{Icon::clock, Tone::neutral, words("clock.goes_by"), words("clock.goes_by_detail")}};
        if (state.personal.clock.two) // one alone confirms nothing
            view.why.push_back({Icon::certificate, Tone::good, words("clock.on_certificates"),
                                words("clock.on_certificates_detail")});
        return;
    }
    view.why_title = words("clock.why");
    view.why = {
        {Icon::clock_question, Tone::waits, words("clock.machine_says", {{"when", day(clock.says)}}),
         words("clock.machine_says_detail")},
        {Icon::history, Tone::neutral, words("clock.last_record", {{"when", day(clock.last_entry)}}),
         words("clock.last_record_detail")},
        {Icon::pencil, Tone::good, words("clock.go_on"), words("clock.go_on_detail")},
        {Icon::signature, Tone::neutral, words("clock.issue_waits"), words("clock.issue_waits_detail")},
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
    const bool doubt = state.personal.home.clock.trust != station::ClockTrust::sound;
    view.line = words(doubt ? "clock.line_doubt" : "clock.line");
    view.saved = words("clock.drafts_safe");
    view.heading = words("clock.look");
    view.explain = words(form.two ? "clock.each_alone" : "clock.alone");
    if (form.apart) view.apart = words("clock.apart");
    add_parts(view, form, state.offset, words);
    add_setters(view, state, words);
    add_why(view, state, words);
    view.pin = pin_view(state, words);
    view.main_label = words(form.two && !form.first ? "clock.sign" : "clock.set");
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
