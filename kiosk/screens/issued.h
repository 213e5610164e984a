#pragma once
// The certificate is signed and kept: its picture, its code, and the ways to hand it over.

#include <cstdint>

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct IssuedView {
    std::string title;
    std::string sentence;
    std::string kept;
    const QrMatrix* qr{nullptr};
    const Picture* picture{nullptr}; // null while it is being drawn
    std::uint64_t picture_number{0};
    std::string scan_title;
    std::string scan_sentence;
    std::string status; // beside the main action
    std::string main_label;
    bool can_print{false};
    bool can_copy{false};
    std::string copy_label;
    bool may_ask_change{false}; // of one that was issued before
    std::string failure;
};

IssuedView issued_view(const AppState&, const Words&);
Action draw(const IssuedView&, Page&);

} // namespace northseal::kiosk
