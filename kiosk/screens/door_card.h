#pragma once
// The one card of a closed kiosk: title, why, and room for what is asked. Six words, a token and a recovery
// code show the same.

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

struct DoorCardLook {
    std::string title;
    std::string explain;
    std::string back; // what the arrow at the top leads to
    std::string foot; // a way out at the lower left; empty: none
    bool typing{false};
    float content{300}; // how high that is which comes below the explanation, while nobody types
};

struct DoorCard {
    Box inner; // below title and explanation; while somebody types, they make room for the keyboard
    bool back{false};
    bool foot{false};
};

float door_card_width(const Page&); // inside its padding
DoorCard door_card(Page&, DoorCardLook);

} // namespace northseal::kiosk
