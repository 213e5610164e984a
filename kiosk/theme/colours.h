#pragma once
// Every colour of the kiosk, by what it is for. Nothing else in the program names a colour; a test proves
// each pair of words and ground to WCAG 2.2 (AA in light and dark, AAA at high contrast).

#include <cstdint>

namespace northseal::kiosk {

// Red in the lowest byte, then green, blue and alpha: the order Dear ImGui packs its vertices in.
using Colour = std::uint32_t;

constexpr Colour rgb(std::uint32_t hex)
{
    return 0xFF000000U | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | ((hex >> 16U) & 0xFFU);
}
constexpr Colour with_alpha(Colour colour, float alpha)
{
    return (colour & 0x00FFFFFFU) | (static_cast<Colour>(alpha * 255.0F + 0.5F) << 24U);
}
// From one colour to another: 0 to 1. None (0) lends its place to the other, which then comes or goes.
constexpr Colour blend(Colour from, Colour to, float part)
{
    if (part <= 0) return from;
    if (part >= 1) return to;
    if (from == 0) return with_alpha(to, part * static_cast<float>(to >> 24U) / 255.0F);
    if (to == 0) return with_alpha(from, (1 - part) * static_cast<float>(from >> 24U) / 255.0F);
    Colour out = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const auto first = static_cast<float>((from >> shift) & 0xFFU);
        const auto last = static_cast<float>((to >> shift) & 0xFFU);
        out |= static_cast<Colour>(first + (last - first) * part + 0.5F) << shift;
    }
    return out;
}

enum class Scheme { light, dark, contrast };
constexpr int scheme_count = 3;

struct Colours {
    Colour ground;  // the page behind cards
    Colour surface; // cards, task head, task bar
    Colour sunken;  // insets, PIN keys, empty cells
    Colour raised;  // dialogs
    Colour line;    // dividers, empty meter bars: decoration only
    Colour edge;    // outlines of controls, at least 3:1
    Colour text;
    Colour text_soft; // second lines, hints
    Colour primary;   // the one main action, what is chosen
    Colour on_primary;
    Colour primary_press;
    Colour primary_soft; // chosen ground, soft button, neutral glyph
    Colour on_primary_soft;
    Colour spruce; // done, ready, stays here
    Colour spruce_soft;
    Colour ember; // waits for you
    Colour ember_soft;
    Colour ember_mark; // caret, active mark, dot; never words
    Colour berry;      // refused, revoked
    Colour berry_soft;
    Colour dusk; // the second person, questions between records
    Colour dusk_soft;
    Colour rail;
    Colour on_rail;
    Colour on_rail_soft;
    Colour rail_active;
    Colour on_rail_active;
    Colour focus;
    Colour disabled;
    Colour on_disabled; // still readable
    Colour scrim;
    Colour keyboard;     // ground of the on-screen keyboard
    Colour function_key; // shift, backspace, other layouts
    Colour key;
    Colour badge;
    Colour on_badge;
    Colour shadow;
    Colour toast;
    Colour on_toast;
    Colour toast_mark;
    Colour toast_action;
    Colour practice;
    Colour on_practice;
    Colour practice_rail;
    Colour on_practice_rail;
    Colour practice_active;
    Colour rail_top; // the rail deepens upwards
    Colour rail_middle;
    Colour rail_foot;
    Colour practice_rail_middle;
    Colour verdict_good;    // genuine
    Colour verdict_caution; // it was or may be good
    Colour verdict_refused;
    Colour verdict_unknown; // cannot tell
    Colour on_verdict;
};

const Colours& colours(Scheme);

// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
double contrast(Colour, Colour);

// Which words may stand on which ground; marks are lines and dots that carry meaning (3:1 is enough).
struct Pair {
    const char* name;
    Colour Colours::*words;
    Colour Colours::*ground;
    enum class Kind { words, mark } kind;
};
struct Pairs {
    const Pair* first;
    int count;
};
Pairs pairs();

} // namespace northseal::kiosk
