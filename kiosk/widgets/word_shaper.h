#pragma once
// Who shapes words for the screen. Its own header, so that nobody who draws needs to see Pango.

#include <memory>
#include <string>

#include "kiosk/widgets/textures.h"

namespace northseal::kiosk {

std::unique_ptr<WordShaper> make_word_shaper(std::string language); // BCP 47

} // namespace northseal::kiosk
