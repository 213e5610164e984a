#pragma once
// Pictures that show the work: taken from a stick, kept small and sealed, named on the credential by a
// digest.

#include "kiosk/paper/picture.h"
#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct EvidenceView {
    struct Kept {
        std::size_t index{0};
        std::string title; // "Picture 1"
        const Picture* picture{nullptr};
        std::uint64_t number{0}; // changes with the picture
    };
    struct Found {
        std::size_t index{0};
        std::string name; // of the file
    };
    std::string line;
    std::string saved;
    std::vector<Kept> kept;
    std::vector<Found> found;
    std::string nothing_there; // on the stick, and what to do
    std::string note;
    std::string busy;
    std::string done_label; // where one came from
    bool editable{true};
    std::string failure;
};

EvidenceView evidence_view(const AppState&, const Words&);
Action draw(const EvidenceView&, Page&);

} // namespace northseal::kiosk
