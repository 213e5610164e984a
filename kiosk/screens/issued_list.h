#pragma once
// Every certificate that this kiosk signed, latest first.

#include "kiosk/screens/action.h"
#include "kiosk/screens/issued_line.h"
#include "kiosk/screens/page.h"
#include "kiosk/widgets/row.h"

namespace northseal::kiosk {

struct IssuedListView {
    std::string counted;
    std::vector<IssuedLine> rows;
    bool empty{false};
    bool may_have_more{false};
    std::string failure;
};

RowLook issued_row(const IssuedLine&); // in any list
IssuedListView issued_list_view(const AppState&, const Words&);
Action draw(const IssuedListView&, Page&);

} // namespace northseal::kiosk
