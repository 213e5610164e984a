#include "kiosk/screens/issued_line.h"

#include "kiosk/words/dates.h"

namespace northseal::kiosk {

IssuedLine issued_line(const station::IssuedRow& row, std::string_view title, const AppState& state,
                       const Words& words)
{
    IssuedLine line;
    line.id = row.id;
    line.title = title;
    const std::string date = date_in_words(words, row.issued_at, state.offset);
    line.detail = row.times_printed == 0
                      ? words("issued_list.not_printed", {{"date", date}, {"serial", row.serial}})
                      : words("issued_list.printed", {{"date", date}, {"serial", row.serial}});
    line.chip = words(row.received_by_institution ? "issued_list.received" : "issued_list.kept_here");
    line.tone = row.received_by_institution ? Tone::good : Tone::quiet;
    if (!row.asked) return line;
    const bool revoke = *row.asked == station::ChangeWanted::revoke;
    line.chip = words(revoke ? "issued_list.asked_revoke" : "issued_list.asked_correct");
    line.tone = Tone::waits;
    return line;
}

} // namespace northseal::kiosk
