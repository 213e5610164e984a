#pragma once
// Sessions: one programme, one group, one day. Today's stands first, with the way on.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct SessionsView {
    struct Today {
        station::SessionId id;
        std::string detail; // "8 learners, Lena Baxter"
        std::string programme;
        float part{0}; // of the levels
        std::string counted;
        std::string main;
        Screen leads_to{Screen::marking};
    };
    struct Line {
        station::SessionId id;
        std::string day;
        std::string month;
        std::string programme;
        std::string detail;
        std::string chip;
        Icon chip_icon{Icon::none};
        Tone tone{Tone::neutral};
        Screen leads_to{Screen::marking};
    };
    std::vector<Today> today;
    std::vector<Line> lines;
    SessionFilter filter{SessionFilter::all};
    std::string none_here; // of this filter
    bool empty{false};     // no session at all
    bool may_have_more{false};
    std::string failure;
};

SessionsView sessions_view(const AppState&, const Words&);
Action draw(const SessionsView&, Page&);

// "8 learners", by one or many.
std::string learners_counted(const Words&, int);

} // namespace northseal::kiosk
