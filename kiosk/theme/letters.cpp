#include "kiosk/theme/letters.h"

namespace northseal::kiosk {

// Latin with its extensions, letters of Roman orthographies beyond them, punctuation, the euro.
const unsigned short noto_letters[] = {0x0020, 0x024F, 0x0268, 0x0268, 0x028C, 0x028C, 0x0294, 0x0295, 0x02B0,
                                       0x02C0, 0x1E00, 0x1EFF, 0x2010, 0x203A, 0x20AC, 0x20AC, 0};
// Unified Canadian Aboriginal Syllabics and their extension, as far as letters stand there.
const unsigned short syllabic_letters[] = {0x1400, 0x167F, 0x18B0, 0x18F5, 0};

namespace {

bool within(const unsigned short* ranges, char32_t letter)
{
    for (; ranges[0] != 0; ranges += 2) {
        if (letter >= ranges[0] && letter <= ranges[1]) return true;
    }
    return false;
}

} // namespace

bool can_set(char32_t letter)
{
    const bool control = letter >= 0x7F && letter < 0xA0;
    const bool mark = letter >= 0x0300 && letter <= 0x036F;
    return !control && (mark || within(noto_letters, letter) || within(syllabic_letters, letter));
}

} // namespace northseal::kiosk
