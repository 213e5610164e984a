#pragma once
// A few sentences about the whole work. They are signed into the credential, so the page says who will read
// them.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct NarrativeView {
    std::string learner;
    std::string programme;
    std::string saved;
    std::string text;
    std::string counted; // "119 of 500 letters"
    std::vector<std::string> phrases;
    bool typing{false};
    std::string failure;
};

NarrativeView narrative_view(const AppState&, const Words&);
Action draw(const NarrativeView&, Page&);

} // namespace northseal::kiosk
