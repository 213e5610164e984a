#include "storage/base/clock.h"

#include <doctest/doctest.h>

using namespace northseal;

TEST_SUITE("storage/base/clock")
{
    TEST_CASE("a date-time is written and read back, at both ends of what is allowed")
    {
        for (const Instant moment : {Instant{0}, Instant{1781276645}, Instant{951782400}, instant_most}) {
            CHECK(from_date_time(to_date_time(moment)).value() == moment);
        }
        CHECK(to_date_time(1781276645) == "2026-06-12T15:04:05Z");
        CHECK(to_date_time(instant_most) == "9999-12-31T23:59:59Z");
    }

    TEST_CASE("other people's date-times are understood: fractions and offsets")
    {
        CHECK(from_date_time("2026-06-12T11:04:05-04:00").value() == 1781276645);
        CHECK(from_date_time("2026-06-12T15:04:05.999Z").value() == 1781276645);
    }

    TEST_CASE("what no calendar has is refused")
    {
        for (const auto* text :
             {"2026-02-30T00:00:00Z", "2026-06-12T24:00:00Z", "2026-06-12 15:04:05Z", "2026-06-12T15:04:05",
              "2026-06-12T15:04:05.Z", "2026-06-12T15:04:05Zx", "26-06-12T15:04:05Z", ""}) {
            CAPTURE(text);
            CHECK_FALSE(from_date_time(text).ok());
        }
    }

    TEST_CASE("a civil date knows its weekday and the offset of the place")
    {
        const auto date = civil_date(1781276645, -240);
        CHECK(date.day == 12);
        CHECK(date.weekday == 5);
        CHECK(date.hour == 11);
    }
}
