#pragma once
// What a draw function is given beside its view. Views see none of it.

#include <string>

#include "kiosk/theme/icons.h"
#include "kiosk/widgets/tone.h"
#include "kiosk/words/words.h"

namespace northseal::kiosk {

struct Page; // kiosk/screens/draw.h

} // namespace northseal::kiosk
