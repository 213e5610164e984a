#pragma once
// A meaning has a colour and always a word or a shape beside it.

#include <string_view>

#include "kiosk/theme/colours.h"

namespace northseal::kiosk {

enum class Tone {
    neutral, // primary: said, nothing to do
    good,    // spruce: done, ready, stays here
    waits,   // ember: waits for you
    refused, // berry: refused, revoked
    second,  // dusk: the second person, a question between records
    quiet,   // grey
};
struct ToneColours {
    Colour ground;
    Colour mark;
};
ToneColours tone_colours(const Colours&, Tone);
// The same person has the same tone on every screen: chosen by the name's bytes.
Tone tone_of_name(std::string_view name);

} // namespace northseal::kiosk
