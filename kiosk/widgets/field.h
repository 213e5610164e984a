#pragma once
// A field shows text that lives elsewhere; where it is tapped, it says where the caret goes.

#include <optional>

#include "kiosk/widgets/card.h"
#include "kiosk/widgets/text_entry.h"

namespace northseal::kiosk {

struct FieldLook {
    std::string label{};   // above, 18 px; empty: the field stands alone
    std::string hint{};    // inside while it is empty
    std::string problem{}; // a sentence below, with a berry ring
    Icon icon{Icon::none};
    std::string note{};  // at the right inside: "2 of 412 people"
    bool focused{false}; // shows the caret and takes typing
    bool clearable{false};
    std::string clear{}; // what the cross does, for the voice
    bool lines{false};   // wraps into several lines; the box gives the height
};

struct FieldTap {
    std::optional<std::size_t> caret{}; // tapped: give it the focus and put the caret there
    bool cleared{false};                // the cross at its right was tapped
    explicit operator bool() const { return caret.has_value() || cleared; }
};

float field_height(const Ui&, float width, const FieldLook&); // with label and problem; of one line
// Box of the whole, label included. The target's id is `id`, the cross `id/clear`.
FieldTap field(Ui&, std::string_view id, Box, const TextEntry&, const FieldLook&);

} // namespace northseal::kiosk
