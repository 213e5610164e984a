#pragma once
// One person: what is under way, what was issued, what is kept about them.

#include "kiosk/screens/action.h"
#include "kiosk/screens/issued_line.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct LearnerView {
    std::string name;
    std::string detail;
    std::string initial;
    std::string agreed;   // "Agreed on 3 September 2026"
    std::string sessions; // "9 sessions since 3 June 2026, the last one today"; empty: none
    struct UnderWay {
        station::AssessmentId id;
        std::string programme;
        std::string progress;
        std::vector<bool> levels;
        std::string word;
    };
    std::vector<UnderWay> under_way;
    std::vector<IssuedLine> issued;
    std::string nothing_issued;
    std::string about_title;
    std::vector<std::pair<std::string, std::string>> facts;
    std::string assess_label;
    Action assess;
    struct Way { // what else may be done, below the facts
        std::string id;
        Icon icon{Icon::none};
        std::string label;
        Action action;
    };
    std::vector<Way> ways;
    std::string failure;
};

LearnerView learner_view(const AppState&, const Words&);
Action draw(const LearnerView&, Page&);

} // namespace northseal::kiosk
