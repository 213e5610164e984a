#pragma once
// A session begins: on which day, and of which programme.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct SessionStartView {
    struct Row {
        std::size_t index{0};
        std::string name;
        std::string detail;
    };
    std::string day; // "Today, Tuesday 24 November"
    bool may_be_earlier{false};
    std::vector<Row> rows;
    std::string none; // no programme is here
    std::string failure;
};

SessionStartView session_start_view(const AppState&, const Words&);
Action draw(const SessionStartView&, Page&);

} // namespace northseal::kiosk
