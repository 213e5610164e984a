#pragma once
// Finding a person: search as you type, over all that are registered here.

#include <span>

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct LearnerLine {
    station::LearnerId id;
    std::string name;
    std::string detail;
    std::string initial;
    int disc{0};
    std::string chip;
    bool chip_waits{false};
};
// "Learner 0417, registered today at 10:42".
std::string registered_line(const station::LearnerRow&, const AppState&, const Words&);
// What is said of times in it is said as of `now`.
struct SaidAt {
    Instant now{0};
    int offset{0};
};
LearnerLine learner_line(const station::LearnerRow&, SaidAt, const Words&);
LearnerLine learner_line(const station::LearnerRow&, const AppState&, const Words&);

struct LearnersView {
    std::string query;
    std::string counted; // "2 of 412 people"
    // As the state holds them, while that is unchanged: thousands, of which some ten are in sight and are
    // made into lines.
    std::span<const station::LearnerRow> rows;
    SaidAt said_at;
    std::string version;  // of the rows; those that are added at the end change nothing
    std::string add_line; // "Add “Rose” as a new learner"; empty without a query
    bool nobody_yet{false};
    std::string nothing_found;
    bool may_have_more{false};
    bool typing{false};
    std::string failure;
};

// Which bytes of a name a query found, as the search reads letters: without case and without marks.
struct FoundPart {
    std::size_t at{0};
    std::size_t length{0}; // 0: none of them
};
FoundPart found_in(std::string_view name, std::string_view query);

LearnersView learners_view(const AppState&, const Words&);
Action draw(const LearnersView&, Page&);

} // namespace northseal::kiosk
