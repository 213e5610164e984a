#include "kiosk/widgets/word_shaper.h"

#include "kiosk/widgets/shaped_text.h"

namespace northseal::kiosk {

std::unique_ptr<WordShaper> make_word_shaper(std::string language)
{
    return std::make_unique<ShapedText>(std::move(language));
}

} // namespace northseal::kiosk
