#pragma once
// Which programme a person is assessed in, where there is more than one.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct ProgrammesView {
    std::string title;
    struct Row {
        std::size_t index{0};
        std::string name;
        std::string detail;
        std::string description;
    };
    std::vector<Row> rows;
    std::string empty;
    std::string failure;
};

ProgrammesView programmes_view(const AppState&, const Words&);
Action draw(const ProgrammesView&, Page&);

} // namespace northseal::kiosk
