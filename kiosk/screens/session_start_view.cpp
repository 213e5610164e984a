#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/session_start.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

SessionStartView session_start_view(const AppState& state, const Words& words)
{
    constexpr Instant day_seconds = 86400;
    const auto& page = state.personal.sessions;
    SessionStartView view;
    const Instant noon = (page.today + page.days_ahead) * day_seconds + day_seconds / 2;
    const auto date = weekday_and_day(words, noon, 0);
    view.day = page.days_ahead == 0 ? words("session_start.today", {{"date", date}}) : sentence_start(date);
    view.may_be_earlier = page.days_ahead > 0;
    for (std::size_t i = 0; i < state.programmes.size(); ++i) {
        const auto* programme = state.programmes[i].programme;
        if (programme == nullptr) continue;
        view.rows.push_back(
            {i, said(programme->name, words.language()),
             words.count("programmes.outcomes", static_cast<std::int64_t>(programme->outcomes.size()))});
    }
    if (view.rows.empty()) view.none = words("programmes.none");
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
