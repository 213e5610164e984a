#pragma once
// Which letters the kiosk's fonts can set on the screen: what the atlas is built with, and the marks that
// Pango places on them.

namespace northseal::kiosk {

bool can_set(char32_t letter);

// Pairs of first and last, ended by 0, as Dear ImGui wants them. scripts/check_words.py reads them too.
extern const unsigned short noto_letters[];
extern const unsigned short syllabic_letters[];

} // namespace northseal::kiosk
