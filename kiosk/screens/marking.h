#pragma once
// A whole group, one outcome at a time: one touch sets one person's level.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct MarkingView {
    struct Level {
        std::string name;
        int number{1};
    };
    struct Person {
        station::LearnerId id;
        std::string name;
        std::uint32_t level{0}; // 1-based; 0: none yet
        bool closed{false};     // signed off: it no longer changes
        std::string why_closed;
    };
    std::string title; // "Outcome 2 of 5: Measurement and units"
    std::string line;
    std::string saved;
    std::string statement; // what is judged
    std::vector<Level> levels;
    std::vector<Person> people;
    std::string nobody;  // nobody is here: what to do
    std::string missing; // "Angeline and Samuel still need a level."
    std::string back;    // "Outcome 1", or "Who is here?"
    std::string next;    // "Next outcome", or "Sign off for the group"
    std::size_t outcome{0};
    bool last{false};
    bool can_go_on{true};
    std::string why_not;
    std::string failure;
};

MarkingView marking_view(const AppState&, const Words&);
Action draw(const MarkingView&, Page&);

// The first outcome for which somebody who is here has no level yet.
std::size_t first_open_outcome(const SessionPage&);
bool is_assessed(const station::Seat&); // who is away is not

} // namespace northseal::kiosk
