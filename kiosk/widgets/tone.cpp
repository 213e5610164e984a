#include "kiosk/widgets/tone.h"

#include <cstdint>

namespace northseal::kiosk {

ToneColours tone_colours(const Colours& all, Tone tone)
{
    switch (tone) {
    case Tone::neutral:
        return {all.primary_soft, all.on_primary_soft};
    case Tone::good:
        return {all.spruce_soft, all.spruce};
    case Tone::waits:
        return {all.ember_soft, all.ember};
    case Tone::refused:
        return {all.berry_soft, all.berry};
    case Tone::second:
        return {all.dusk_soft, all.dusk};
    case Tone::quiet:
        return {all.sunken, all.text_soft};
    }
    return {all.sunken, all.text_soft};
}

Tone tone_of_name(std::string_view name)
{
    std::uint32_t sum = 2166136261U; // FNV-1a: the same on every kiosk
    for (const char letter : name) sum = (sum ^ static_cast<unsigned char>(letter)) * 16777619U;
    constexpr Tone tones[] = {Tone::neutral, Tone::good, Tone::second, Tone::waits};
    return tones[(sum >> 8U) % 4];
}

} // namespace northseal::kiosk
