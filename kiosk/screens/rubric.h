#pragma once
// The rubric: one outcome at a time, its levels as large cards, and what was seen.

#include <cstdint>

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct RubricView {
    std::string learner;
    std::string programme;
    std::string saved;
    struct Outcome {
        int number{1};
        std::string name;
        std::string level_name;
        std::uint32_t level{0};
        int levels{4};
        bool here{false};
    };
    std::vector<Outcome> outcomes;
    std::string heading;
    std::string statement;
    struct Level {
        std::string name;
        std::string words;
        bool meets{false};
        bool chosen{false};
    };
    std::vector<Level> levels;
    std::string note;
    std::vector<std::string> phrases;
    std::string evidence;   // "Add evidence"; empty where the programme keeps no pictures of the work
    std::string progress;   // "2 of 5 outcomes have a level."
    std::string back_label; // "Outcome 1"; empty on the first
    std::size_t back_to{0};
    std::string next_label;
    std::string next_short; // where the name of the next outcome does not fit
    Action next;
    bool typing{false};
    std::string failure;
};

RubricView rubric_view(const AppState&, const Words&);
// "Saved at 10:44", or on which day.
std::string saved_line(const AppState&, Instant saved, const Words&);
Action draw(const RubricView&, Page&);

} // namespace northseal::kiosk
