#pragma once
// Dates and times as people of a language write them. Patterns stand in assets/words ("date.*", "time.*"), so
// that a pack of a community brings its own.

#include <string>

#include "kiosk/words/words.h"
#include "storage/base/clock.h"

namespace northseal::kiosk {

// `offset` is minutes east of UTC at that instant, passed in like the clock itself.
std::string time_of_day(const Words&, Instant, int offset);      // 10:42; 10 h 42; 9 h
std::string date_in_words(const Words&, Instant, int offset);    // 24 November 2026; 24 novembre 2026
std::string weekday_and_date(const Words&, Instant, int offset); // Tuesday 24 November 2026
std::string weekday_and_day(const Words&, Instant, int offset);  // Tuesday 24 November
std::string month_name(const Words&, Instant, int offset);       // November
// "today at 10:42", "yesterday at 10:42", "on 24 November 2026", seen from `now`.
std::string recently(const Words&, Instant, Instant now, int offset);

// With a capital, for the beginning of a line: "Le mardi 24 novembre". Only what stands alone is changed.
std::string sentence_start(std::string);

} // namespace northseal::kiosk
