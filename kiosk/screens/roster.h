#pragma once
// Who comes to a session: everybody who is registered here, found by name, in or out by one touch.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct RosterView {
    struct Row {
        station::LearnerId id;
        std::string name;
        std::string detail;
        bool seated{false};
    };
    std::string line; // programme and day
    std::string query;
    std::string counted; // "8 learners come"
    std::vector<Row> rows;
    std::string nothing_found;
    bool may_have_more{false};
    bool typing{false};
    bool to_come{false}; // the day is another one: there is no marking yet
    std::string main;
    bool can_go_on{false};
    std::string failure;
};

RosterView roster_view(const AppState&, const Words&);
Action draw(const RosterView&, Page&);

// "Mathematics, Tuesday 24 November": which session a page is about.
std::string session_line_of(const AppState&, const Words&);

} // namespace northseal::kiosk
