#pragma once
// A part of a page, laid out and not yet drawn: pieces of text, rules and meters placed from the part's own
// corner, in points. Its height is known before it stands anywhere, so a page can be solved first and drawn
// once.

#include <vector>

#include "kiosk/paper/lettering.h"

namespace northseal::kiosk {

namespace ink { // prints well on a grey laser: nothing depends on colour
constexpr Ink dark{0x10262E};
constexpr Ink soft{0x42565E};
constexpr Ink lake{0x0F4A60};
constexpr Ink hairline{0xC8D4D7};
constexpr Ink edge{0x70858C};
constexpr Ink ember{0xD8702A};
constexpr Ink specimen{0x94460C};
constexpr Ink pale{0xF0F4F5};
} // namespace ink

class Sheet {
public:
    void add(Block block, double x, double top, Ink colour);
    void add_at_baseline(Block block, double x, double baseline, Ink colour);
    void add_rule(double x, double y, double width, double thickness, Ink colour);
    // `reached` of `levels` bars filled; the others are outlines.
    void add_meter(double x, double y, double width, double height, std::size_t reached, std::size_t levels);

    double height() const { return m_height; }
    void set_height(double height) { m_height = height; }
    int missing_characters() const; // in all its text
    void draw(cairo_t*, double x, double y) const;

private:
    struct Text {
        Block block;
        double x, y;
        Ink colour;
    };
    struct Rule {
        double x, y, width, thickness;
        Ink colour;
    };
    struct Meter {
        double x, y, width, height;
        std::size_t reached, levels;
    };
    std::vector<Text> m_texts;
    std::vector<Rule> m_rules;
    std::vector<Meter> m_meters;
    double m_height{0};
};

} // namespace northseal::kiosk
