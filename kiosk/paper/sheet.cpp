#include "kiosk/paper/sheet.h"

#include <algorithm>

namespace northseal::kiosk {

namespace {

void draw_meter(cairo_t* cairo, double x, double y, double width, double height, std::size_t reached,
                std::size_t levels)
{
    if (levels == 0) return;
    const double gap = std::min(2.4, width * 0.05);
    const double bar = (width - gap * static_cast<double>(levels - 1)) / static_cast<double>(levels);
    constexpr double outline = 0.6;
    for (std::size_t i = 0; i < levels; ++i) {
        const double left = x + static_cast<double>(i) * (bar + gap);
        if (i < reached) {
            rounded_rectangle(cairo, left, y, bar, height, 1.1);
            set_ink(cairo, ink::lake);
            cairo_fill(cairo);
        } else {
            rounded_rectangle(cairo, left + outline / 2, y + outline / 2, bar - outline, height - outline,
                              0.9);
            set_ink(cairo, ink::edge);
            cairo_set_line_width(cairo, outline);
            cairo_stroke(cairo);
        }
    }
}

} // namespace

void Sheet::add(Block block, double x, double top, Ink colour)
{
    m_texts.push_back({std::move(block), x, top, colour});
}

void Sheet::add_at_baseline(Block block, double x, double baseline, Ink colour)
{
    const double top = baseline - block.first_baseline();
    add(std::move(block), x, top, colour);
}

void Sheet::add_rule(double x, double y, double width, double thickness, Ink colour)
{
    m_rules.push_back({x, y, width, thickness, colour});
}

void Sheet::add_meter(double x, double y, double width, double height, std::size_t reached,
                      std::size_t levels)
{
    m_meters.push_back({x, y, width, height, reached, levels});
}

int Sheet::missing_characters() const
{
    int missing = 0;
    for (const auto& text : m_texts) missing += text.block.missing_characters();
    return missing;
}

void Sheet::draw(cairo_t* cairo, double x, double y) const
{
    for (const auto& rule : m_rules) {
        set_ink(cairo, rule.colour);
        cairo_rectangle(cairo, x + rule.x, y + rule.y, rule.width, rule.thickness);
        cairo_fill(cairo);
    }
    for (const auto& meter : m_meters) {
        draw_meter(cairo, x + meter.x, y + meter.y, meter.width, meter.height, meter.reached, meter.levels);
    }
    for (const auto& text : m_texts) text.block.draw(cairo, x + text.x, y + text.y, text.colour);
}

} // namespace northseal::kiosk
