#pragma once
// What opens a kiosk whose vault is closed: what the screens ask for at the door.

#include "kiosk/screens/state.h"

namespace northseal::kiosk {

enum class Door {
    words, // class C: six words, typed once after power-on
    token, // class B: a key on a stick that leaves with a facilitator
    pin    // class A: a chip inside, which counts wrong PINs
};

inline Door door_of(const station::StationFacts& facts)
{
    if (facts.protection_class == "A") return Door::pin;
    if (facts.protection_class == "B") return Door::token;
    return Door::words;
}

// Where somebody who is not signed in begins.
inline Screen door_screen(const AppState& state)
{
    return state.vault_open || door_of(state.facts) == Door::pin ? Screen::sign_in : Screen::unlock;
}

} // namespace northseal::kiosk
