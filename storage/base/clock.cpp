#include "storage/base/clock.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace northseal {

namespace {

// A number of exactly `count` digits at `at`, which moves past it.
Result<int> digits(std::string_view text, std::size_t& at, std::size_t count)
{
    int out = 0;
    for (std::size_t i = 0; i < count; ++i, ++at) {
        if (at >= text.size() || text[at] < '0' || text[at] > '9')
            return refused("a date-time lacks a digit");
        out = out * 10 + (text[at] - '0');
    }
    return out;
}

Result<> letter(std::string_view text, std::size_t& at, char wanted)
{
    if (at >= text.size() || text[at] != wanted) return refused("a date-time is not in the form of RFC 3339");
    ++at;
    return {};
}

} // namespace

Instant SystemClock::now() const
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t SystemClock::ticks() const
{
    // CLOCK_MONOTONIC, and so std::chrono::steady_clock, stands still while the machine sleeps.
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) != 0) std::abort();
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

CivilDate civil_date(Instant instant, int offset_minutes)
{
    using namespace std::chrono;
    const sys_seconds moment{seconds{instant + offset_minutes * 60}};
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss time{moment - day};
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            weekday{day}.c_encoding(),
            static_cast<unsigned>(time.hours().count()),
            static_cast<unsigned>(time.minutes().count())};
}

std::string to_date_time(Instant instant)
{
    const auto date = civil_date(instant, 0);
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02u:%02u:%02uZ", date.year, date.month, date.day,
                  date.hour, date.minute, static_cast<unsigned>(((instant % 60) + 60) % 60));
    return text;
}

Result<Instant> from_date_time(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() > 40) return refused("a date-time is too long");
    std::size_t at = 0;
    const int y = TRY(digits(text, at, 4));
    TRY(letter(text, at, '-'));
    const int mo = TRY(digits(text, at, 2));
    TRY(letter(text, at, '-'));
    const int d = TRY(digits(text, at, 2));
    TRY(letter(text, at, 'T'));
    const int h = TRY(digits(text, at, 2));
    TRY(letter(text, at, ':'));
    const int mi = TRY(digits(text, at, 2));
    TRY(letter(text, at, ':'));
    const int s = TRY(digits(text, at, 2));
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok() || h > 23 || mi > 59 || s > 59) return refused("a date-time that no calendar has");
    if (at < text.size() && text[at] == '.') {
        ++at;
        const auto start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        if (at == start) return refused("a date-time ends in a point");
    }
    int offset = 0;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
        const int sign = text[at++] == '+' ? 1 : -1;
        const int hours = TRY(digits(text, at, 2));
        TRY(letter(text, at, ':'));
        const int minutes = TRY(digits(text, at, 2));
        if (hours > 14 || minutes > 59) return refused("a date-time has an impossible offset");
        offset = sign * (hours * 60 + minutes);
    } else {
        TRY(letter(text, at, 'Z'));
    }
    if (at != text.size()) return refused("a date-time has something after its end");
    return sys_days{date}.time_since_epoch().count() * 86400LL + h * 3600 + mi * 60 + s - offset * 60;
}

} // namespace northseal
