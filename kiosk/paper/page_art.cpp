#include "kiosk/paper/page_art.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/paper/sheet.h"

namespace northseal::kiosk {

namespace {

constexpr double frame_radius = 4.8;
constexpr double frame_line = 1.15;

// The height of the land, 0 to 1, across the page: water at the left, a long rise, a gentle fall.
constexpr std::array<double, 21> land_heights{0.00, 0.08, 0.22, 0.34, 0.50, 0.62, 0.68,
                                              0.68, 0.72, 0.70, 0.74, 0.86, 0.95, 1.00,
                                              0.93, 0.82, 0.74, 0.71, 0.66, 0.69, 0.70};

double land(double at)
{
    const double ripple = 0.016 * std::sin(at * 62 + 1.2) + 0.010 * std::sin(at * 118);
    return std::clamp(smooth_through(land_heights, at) + ripple * std::min(1.0, at * 6), 0.0, 1.0);
}

} // namespace

void draw_frame(cairo_t* cairo, double page_width, double page_height)
{
    rounded_rectangle(cairo, frame_inset, frame_inset, page_width - 2 * frame_inset,
                      page_height - 2 * frame_inset, frame_radius);
    set_ink(cairo, ink::lake);
    cairo_set_line_width(cairo, frame_line);
    cairo_stroke(cairo);
}

void draw_shore(cairo_t* cairo, double page_width, double page_height, double height)
{
    const double left = frame_inset, right = page_width - frame_inset, foot = page_height - frame_inset;
    cairo_save(cairo);
    rounded_rectangle(cairo, left, frame_inset, right - left, page_height - 2 * frame_inset, frame_radius);
    cairo_clip(cairo);
    cairo_set_line_width(cairo, 0.5);
    const int lines = std::max(6, static_cast<int>(height / 2.55));
    for (int i = 0; i < lines; ++i) {
        const double up = static_cast<double>(i) / (lines - 1); // 0 at the frame, 1 at the ridge
        set_ink(cairo, {ink::lake.rgb, 0.62 - 0.38 * up});
        constexpr int steps = 150;
        for (int step = 0; step <= steps; ++step) {
            const double at = static_cast<double>(step) / steps;
            // Flat as water at the frame's foot; each line further up takes more of the land's shape.
            const double reach = 0.44 * up + 0.56 * land(at) * std::pow(up, 1.7);
            const double y = foot - 2.2 - reach * (height - 2.2);
            if (step == 0)
                cairo_move_to(cairo, left, y);
            else
                cairo_line_to(cairo, left + at * (right - left), y);
        }
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

void draw_pale_word(cairo_t* cairo, const Lettering& lettering, std::string_view word, double x, double y,
                    double width)
{
    constexpr double natural_size = 100, slant = -0.29; // radians
    const double natural = lettering.set_display(word, natural_size).width();
    if (natural <= 0) return;
    const auto block = lettering.set_display(word, std::min(150.0, natural_size * width / natural));
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_rotate(cairo, slant);
    block.draw_shapes(cairo, -block.width() / 2, -block.height() / 2, ink::pale);
    cairo_restore(cairo);
}

void draw_specimen_box(cairo_t* cairo, const Lettering& lettering, std::string_view word,
                       std::string_view sentence, double right, double top, double most_width)
{
    constexpr double padding = 9;
    const double inner = most_width - 2 * padding;
    auto head = lettering.set_display(word, 10.6);
    auto line = lettering.set(sentence, Face::text, 7.8);
    if (line.width() > inner)
        line = lettering.set_balanced(sentence, Face::text, 7.8, {.width = inner, .align = LineAlign::right});
    const double line_width = line.lines() > 1 ? line.box_width() : line.width();
    const double width = std::max(head.width(), line_width) + 2 * padding;
    const double height = head.height() + line.height() + 7;
    rounded_rectangle(cairo, right - width, top, width, height, 3.2);
    set_ink(cairo, ink::specimen);
    cairo_set_line_width(cairo, 1.15);
    cairo_stroke(cairo);
    head.draw(cairo, right - padding - head.width(), top + 3, ink::specimen);
    line.draw(cairo, right - padding - line_width, top + 3 + head.height(), ink::specimen);
}

} // namespace northseal::kiosk
