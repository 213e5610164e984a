#include "kiosk/words/dates.h"

#include <array>

namespace northseal::kiosk {

namespace {

constexpr std::array<const char*, 12> month_keys{
    "date.month.1", "date.month.2", "date.month.3", "date.month.4",  "date.month.5",  "date.month.6",
    "date.month.7", "date.month.8", "date.month.9", "date.month.10", "date.month.11", "date.month.12"};
constexpr std::array<const char*, 7> weekday_keys{"date.weekday.0", "date.weekday.1", "date.weekday.2",
                                                  "date.weekday.3", "date.weekday.4", "date.weekday.5",
                                                  "date.weekday.6"};

std::string two_figures(unsigned value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string by_pattern(const Words& words, std::string_view key, const CivilDate& date)
{
    const std::string day = date.day == 1 ? words("date.first_of_month") : std::to_string(date.day);
    const std::string year = std::to_string(date.year);
    return words(key, {{"weekday", words(weekday_keys.at(date.weekday % 7))},
                       {"day", day},
                       {"month", words(month_keys.at((date.month + 11) % 12))},
                       {"year", year}});
}

std::int64_t day_number(Instant instant, int offset)
{
    const std::int64_t local = instant + std::int64_t{offset} * 60;
    return local >= 0 ? local / 86400 : (local - 86399) / 86400;
}

} // namespace

std::string time_of_day(const Words& words, Instant instant, int offset)
{
    const CivilDate date = civil_date(instant, offset);
    const std::string hour = words.language() == "en" ? two_figures(date.hour) : std::to_string(date.hour);
    return words(date.minute == 0 ? "time.full_hour" : "time.minute",
                 {{"hour", hour}, {"minute", two_figures(date.minute)}});
}

std::string date_in_words(const Words& words, Instant instant, int offset)
{
    return by_pattern(words, "date.date", civil_date(instant, offset));
}

std::string weekday_and_date(const Words& words, Instant instant, int offset)
{
    return by_pattern(words, "date.weekday_date", civil_date(instant, offset));
}

std::string weekday_and_day(const Words& words, Instant instant, int offset)
{
    return by_pattern(words, "date.weekday_day", civil_date(instant, offset));
}

std::string month_name(const Words& words, Instant instant, int offset)
{
    return words(month_keys.at((civil_date(instant, offset).month + 11) % 12));
}

std::string recently(const Words& words, Instant instant, Instant now, int offset)
{
    const std::int64_t days = day_number(now, offset) - day_number(instant, offset);
    const std::string time = time_of_day(words, instant, offset);
    if (days == 0) return words("date.today_at", {{"time", time}});
    if (days == 1) return words("date.yesterday_at", {{"time", time}});
    return words("date.on", {{"date", date_in_words(words, instant, offset)}});
}

std::string sentence_start(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace northseal::kiosk
