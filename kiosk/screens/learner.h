#pragma once
// One person: what is under way, what was issued, what is kept about them.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct IssuedLine {
    station::IssuedId id;
    std::string title;
    std::string detail;
    std::string chip;
    bool received{false};
};
IssuedLine issued_line(const station::IssuedRow&, std::string_view title, const AppState&, const Words&);

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
    std::string record_label;
    Action record;
    std::string failure;
};

LearnerView learner_view(const AppState&, const Words&);
Action draw(const LearnerView&, Page&);

} // namespace northseal::kiosk
