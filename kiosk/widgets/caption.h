#pragma once
// What the kiosk says aloud, in words: 116 high and dark, the phrase that is being spoken marked, and what
// the four keys do. It stands above what stands at the foot of the page, and moves where it would cover the
// ring.

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

struct CaptionLook {
    std::vector<std::string> phrases{}; // one after another
    int here{-1};                       // the one being spoken; -1: none
    std::string previous{};
    std::string next{};
    std::string back{};
    std::string choose{};
};

// No target, and nothing that a voice would read: drawn last.
void caption(Ui&, const CaptionLook&);

} // namespace northseal::kiosk
