#pragma once
// Where the keys lead: the order in which a person goes through what a frame showed. With a keyboard of the
// desk, from target to target; with the kiosk reading aloud also over words that stand by themselves, over
// what is closed (so that one hears why) and over the keys of the pad and of the keyboard.

#include <string>
#include <vector>

#include "kiosk/widgets/registry.h"

namespace northseal::kiosk {

struct Stop {
    std::string id{};                  // a target's, or "words/…" for words alone
    const Target* target{nullptr};     // null: words alone
    std::vector<const TextBox*> texts; // what stands on the target, or is said at this stop; in drawn order
    Box whole{};                       // before clipping
    int layer{0};
    bool in_sight{true}; // wholly
};

// They point into the registry. Never two with one id.
std::vector<Stop> focus_stops(const Registry&, bool reading);
// The page alone, as it is read, whether or not a keyboard stands before it.
std::vector<Stop> page_stops(const Registry&);
// While the keyboard is open, its keys are all there is to go to.
bool is_keyboard_open(const Registry&);
// The target that leads back from what the frame showed: it puts the keyboard away, leaves a dialog, goes a
// page back. "" on a first page.
std::string way_back(const Registry&);

} // namespace northseal::kiosk
