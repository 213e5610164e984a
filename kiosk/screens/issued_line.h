#pragma once
// A certificate as a line of a list: what it is for, when it was issued, and how far it has come.

#include "kiosk/screens/state.h"
#include "kiosk/widgets/tone.h"
#include "kiosk/words/words.h"

namespace northseal::kiosk {

struct IssuedLine {
    station::IssuedId id;
    std::string title;
    std::string detail;
    std::string chip; // what is asked of the institution; else whether it has it
    Tone tone{Tone::quiet};
};

IssuedLine issued_line(const station::IssuedRow&, std::string_view title, const AppState&, const Words&);

} // namespace northseal::kiosk
