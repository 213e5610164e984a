#include "kiosk/screens/failure.h"
#include "kiosk/screens/issued_list.h"

namespace northseal::kiosk {

IssuedListView issued_list_view(const AppState& state, const Words& words)
{
    IssuedListView view;
    const auto& rows = state.personal.issued_rows;
    const std::int64_t all = state.personal.home.counts.issued;
    for (const auto& row : rows) {
        const std::string title =
            words("issued_list.title", {{"name", row.learner_name}, {"programme", row.programme_name}});
        view.rows.push_back(issued_line(row, title, state, words));
    }
    view.counted = words.count("issued_list.counted", all);
    view.empty = rows.empty();
    view.may_have_more = static_cast<std::int64_t>(rows.size()) < all;
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
