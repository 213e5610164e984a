#pragma once
// Who is here? Two taps a person; nothing said is a state.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct AttendanceView {
    struct Card {
        station::LearnerId id;
        std::string name;
        std::string time; // "Third session"
        station::Attendance attendance{station::Attendance::not_said};
    };
    std::string line;
    std::string saved;
    std::vector<Card> cards;
    std::string counted; // "6 are here, 1 is away. Samuel has no answer yet."
    bool somebody_here{false};
    bool all_said{false};
    std::string failure;
};

AttendanceView attendance_view(const AppState&, const Words&);
Action draw(const AttendanceView&, Page&);

} // namespace northseal::kiosk
