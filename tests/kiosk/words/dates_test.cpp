#include "kiosk/words/dates.h"

#include <doctest/doctest.h>

using namespace northseal;
using namespace northseal::kiosk;

namespace {

Words words_in(const std::string& language)
{
    RealDisk disk;
    return Words::load(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words", language, disk).value();
}

Instant at(const char* date_time)
{
    return from_date_time(date_time).value();
}

constexpr int eastern = -300;
const Instant morning = at("2026-11-24T15:42:00Z"); // 10:42 in the east

} // namespace

TEST_SUITE("kiosk/words/dates")
{
    TEST_CASE("times are written as each language writes them, and do not break")
    {
        CHECK(time_of_day(words_in("en"), morning, eastern) == "10:42");
        CHECK(time_of_day(words_in("fr"), morning, eastern) == "10\u00a0h\u00a042");
        CHECK(time_of_day(words_in("en"), at("2026-11-24T14:05:00Z"), eastern) == "09:05");
        CHECK(time_of_day(words_in("fr"), at("2026-11-24T14:00:00Z"), eastern) == "9\u00a0h");
    }

    TEST_CASE("dates are written in full")
    {
        CHECK(date_in_words(words_in("en"), morning, eastern) == "24 November 2026");
        CHECK(date_in_words(words_in("fr"), morning, eastern) == "24 novembre 2026");
        CHECK(weekday_and_date(words_in("en"), morning, eastern) == "Tuesday 24 November 2026");
        CHECK(weekday_and_date(words_in("fr"), morning, eastern) == "le mardi 24 novembre 2026");
        CHECK(sentence_start(weekday_and_day(words_in("fr"), morning, eastern)) == "Le mardi 24 novembre");
    }

    TEST_CASE("the first of a month has its own form in French")
    {
        CHECK(date_in_words(words_in("fr"), at("2026-06-01T16:00:00Z"), eastern) == "1er juin 2026");
        CHECK(date_in_words(words_in("en"), at("2026-06-01T16:00:00Z"), eastern) == "1 June 2026");
    }

    TEST_CASE("the day is the site's own, not Greenwich's")
    {
        const Instant late = at("2026-11-25T02:30:00Z");
        CHECK(date_in_words(words_in("en"), late, eastern) == "24 November 2026");
        CHECK(date_in_words(words_in("en"), late, 0) == "25 November 2026");
    }

    TEST_CASE("what was saved lately is said by day, and older things by date")
    {
        CHECK(recently(words_in("en"), morning, morning + 60, eastern) == "today at 10:42");
        CHECK(recently(words_in("fr"), morning, morning + 20 * 3600, eastern) == "hier à 10\u00a0h\u00a042");
        CHECK(recently(words_in("en"), morning, morning + 3 * 86400, eastern) == "on 24 November 2026");
    }
}
