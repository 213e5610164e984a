#include "kiosk/widgets/scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "kiosk/paper/canvas.h"

namespace northseal::kiosk {

namespace {

// Heights of a ridge at even steps across the picture, measured upwards from its foot in the picture's own
// units.
struct Ridge {
    std::span<const double> heights;
    std::uint32_t rgb;
};

struct Water {
    double from, to, y, strength;
};

// Small unevenness, so that no slope looks drawn with a ruler.
double grain(double at, double seed)
{
    return 0.9 * std::sin(at * 47 + seed) + 0.6 * std::sin(at * 91 + 2.3 * seed) +
           0.35 * std::sin(at * 173 + 0.7 * seed);
}

// Fills a ridge over `width` whose foot is at `foot`; `unit` is pixels for one of its heights.
void fill_ridge(cairo_t* cairo, const Ridge& ridge, double width, double foot, double unit, double roughness)
{
    cairo_move_to(cairo, 0, foot);
    const int steps = std::max(2, static_cast<int>(width / 2));
    const double seed = static_cast<double>(ridge.rgb & 0xffU) / 20.0;
    for (int i = 0; i <= steps; ++i) {
        const double at = static_cast<double>(i) / steps;
        const double height = smooth_through(ridge.heights, at);
        const double rough = height <= 0 ? 0 : roughness * grain(at, seed);
        cairo_line_to(cairo, at * width, foot - std::max(0.0, height + rough) * unit);
    }
    cairo_line_to(cairo, width, foot);
    cairo_close_path(cairo);
    set_ink(cairo, {ridge.rgb});
    cairo_fill(cairo);
}

// The horizon: units are 1/800 of a wide picture's height, above a horizon at 0.585 of it.
constexpr double horizon_at = 0.585;
constexpr std::array<double, 21> far_hills{68, 80, 90, 93, 94, 91, 90, 84, 82, 75, 80,
                                           78, 74, 74, 68, 71, 63, 58, 58, 55, 64};
constexpr std::array<double, 21> middle_hills{32, 29, 35, 42, 41, 45, 45, 50, 57, 61, 67,
                                              65, 64, 67, 59, 51, 47, 43, 46, 51, 47};
constexpr std::array<double, 21> near_hills{0,  0,  0,  8,  23, 29, 35, 36, 39, 40, 42,
                                            39, 38, 38, 43, 42, 40, 32, 29, 23, 24};
constexpr std::array<double, 21> shore_hills{18, 18, 18, 18, 18, 17, 17, 16, 17, 18, 17,
                                             16, 12, 12, 11, 10, 8,  9,  10, 13, 15};
constexpr std::array<Ridge, 4> horizon_ridges{
    {{far_hills, 0x7F86A0}, {middle_hills, 0x4E6A82}, {near_hills, 0x2B5166}, {shore_hills, 0x143A4B}}};
// Light on the water: of the width, and of the lake's height.
constexpr std::array<Water, 9> horizon_water{{{0.205, 0.299, 0.016, 0.50},
                                              {0.293, 0.470, 0.029, 0.55},
                                              {0.064, 0.226, 0.046, 0.42},
                                              {0.302, 0.545, 0.071, 0.48},
                                              {0.610, 0.820, 0.090, 0.30},
                                              {0.590, 0.870, 0.140, 0.24},
                                              {0.000, 0.120, 0.235, 0.20},
                                              {0.000, 0.210, 0.292, 0.16},
                                              {0.480, 0.760, 0.330, 0.10}}};

void draw_water(cairo_t* cairo, double width, double top, double height)
{
    cairo_set_line_width(cairo, std::max(1.0, height / 332));
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (const auto& line : horizon_water) {
        const double y = std::floor(top + line.y * height) + 0.5;
        cairo_move_to(cairo, line.from * width, y);
        cairo_line_to(cairo, line.to * width, y);
        set_ink(cairo, {0xF4DCC4, line.strength});
        cairo_stroke(cairo);
    }
}

// Home's band: units are 1/150 of the band's height, above its foot.
constexpr std::array<double, 21> band_far{-60, -60, -60, -60, -60, -60, -60, -60, -60, -40, 0,
                                          20,  38,  52,  64,  78,  95,  99,  100, 104, 103};
constexpr std::array<double, 21> band_middle{-60, -60, -60, -60, -60, -60, -50, -30, -8, 10, 26,
                                             38,  50,  60,  66,  68,  66,  67,  67,  64, 63};
constexpr std::array<double, 21> band_near{-60, -60, -60, -50, -36, -20, -4, 8,  20, 31, 38,
                                           44,  49,  54,  60,  63,  65,  61, 58, 56, 53};

struct BandLook {
    std::vector<ColourStop> sky;
    std::array<std::uint32_t, 3> ridges;
};

BandLook band_look(Sky sky)
{
    switch (sky) {
    case Sky::morning:
        return {{{0, 0xD3E3EA}, {0.46, 0xE8EDED}, {0.74, 0xFCE8D3}, {0.86, 0xF6E6D6}, {1, 0xEDF1F1}},
                {0xC3D5DC, 0xA4C0CA, 0x7FA5B2}};
    case Sky::day:
        return {{{0, 0xCBDFE8}, {0.50, 0xDFEAEE}, {0.82, 0xEAF0F1}, {1, 0xEDF1F1}},
                {0xC3D5DC, 0xA4C0CA, 0x7FA5B2}};
    case Sky::dusk:
        return {{{0, 0xCBD5E3}, {0.44, 0xE2DCE2}, {0.70, 0xF9D3B4}, {0.86, 0xF4DCC8}, {1, 0xEDF1F1}},
                {0xBAC4D3, 0x98ABBD, 0x7890A6}};
    case Sky::night:
        return {{{0, 0x0A161C}, {0.5, 0x13252F}, {0.78, 0x33364A}, {0.9, 0x1D2530}, {1, 0x0C171C}},
                {0x1C333E, 0x16292F, 0x102027}};
    case Sky::practice:
        return {{{0, 0xDDD6EC}, {0.46, 0xE9E4F2}, {0.76, 0xF6EDEF}, {0.88, 0xF1EEF2}, {1, 0xEDF1F1}},
                {0xD3CBE8, 0xB9AEDB, 0xA99CD0}};
    case Sky::practice_night:
        return {{{0, 0x15102A}, {0.5, 0x211A3D}, {0.78, 0x332A55}, {0.9, 0x1B1A30}, {1, 0x0C171C}},
                {0x2A2349, 0x221C3C, 0x1A1630}};
    }
    return {};
}

// The rail: units are pixels of a rail 112 wide, above its foot.
constexpr std::array<double, 9> rail_far{118, 117, 115, 110, 103, 98, 97, 98, 103};
constexpr std::array<double, 9> rail_middle{63, 63, 66, 71, 74, 76, 76, 74, 72};
constexpr std::array<double, 9> rail_near{29, 31, 32, 32, 34, 37, 40, 41, 39};

struct RailLook {
    std::vector<ColourStop> ground;
    std::array<std::uint32_t, 3> ridges;
};

RailLook rail_look(RailTone tone)
{
    switch (tone) {
    case RailTone::light:
        return {{{0, 0x0B2937}, {0.62, 0x10394A}, {1, 0x1A5064}}, {0x23617A, 0x174C60, 0x0F3849}};
    case RailTone::dark:
        return {{{0, 0x081217}, {0.6, 0x0A1B23}, {1, 0x0F2A36}}, {0x10303D, 0x0C2530, 0x081A22}};
    case RailTone::practice:
        return {{{0, 0x2E2450}, {0.62, 0x40346B}, {1, 0x54457F}}, {0x64549A, 0x51437F, 0x3D3266}};
    }
    return {};
}

// The island: a picture of 560 by 230 whose water begins at 128. Heights in its pixels above that line.
constexpr std::array<double, 36> island_far{0,  11, 22, 36, 48, 58, 67, 75, 79, 79, 85, 84,
                                            84, 83, 81, 76, 73, 74, 68, 66, 62, 56, 50, 44,
                                            38, 32, 26, 20, 14, 8,  0,  0,  0,  0,  0,  0};
constexpr std::array<double, 36> island_middle{0,  0,  0,  0,  0,  0,  0,  0,  0,  13, 23, 31,
                                               36, 43, 47, 52, 56, 59, 59, 60, 63, 61, 62, 58,
                                               51, 49, 44, 40, 35, 29, 23, 18, 14, 9,  4,  0};
constexpr std::array<double, 36> island_near{0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
                                             0,  0,  0,  0,  0,  3,  9,  14, 16, 17, 20, 21,
                                             20, 23, 23, 24, 24, 23, 23, 20, 15, 12, 8,  0};
constexpr std::array<Water, 4> island_water{
    {{0.10, 0.76, 146, 0.85}, {0.30, 0.90, 163, 0.70}, {0.22, 0.56, 180, 0.50}, {0.46, 0.76, 197, 0.32}}};

std::array<std::uint32_t, 3> island_ridges(IslandTone tone)
{
    switch (tone) {
    case IslandTone::light:
        return {0xC5D6DC, 0xA6C1CB, 0x7FA4B1};
    case IslandTone::dark:
        return {0x213944, 0x2C4B58, 0x3A6170};
    }
    return {};
}

} // namespace

Result<Picture> paint_horizon(int width, int height)
{
    auto canvas = TRY(Canvas::create(width, height));
    auto* cairo = canvas.context();
    const double horizon = std::round(height * horizon_at);
    fill_gradient(cairo, 0, 0, width, horizon,
                  {{0, 0x0A2433}, {0.34, 0x1E4358}, {0.62, 0x5E6E8C}, {0.84, 0xC99C93}, {1, 0xF4CFA4}});
    const double unit = std::min(height / 800.0, width / 1280.0 * 1.25); // low ridges, upright screens too
    for (const auto& ridge : horizon_ridges) fill_ridge(cairo, ridge, width, horizon, unit, 1.5);
    fill_gradient(cairo, 0, horizon, width, height - horizon,
                  {{0, 0xC79E95}, {0.1, 0x6F7F95}, {0.34, 0x255065}, {1, 0x0B2735}});
    draw_water(cairo, width, horizon, height - horizon);
    return canvas.finish();
}

Result<Picture> paint_sky_band(Sky sky, int width, int height)
{
    auto canvas = TRY(Canvas::create(width, height));
    const auto look = band_look(sky);
    fill_gradient(canvas.context(), 0, 0, width, height, look.sky);
    const std::array<std::span<const double>, 3> heights{band_far, band_middle, band_near};
    for (std::size_t i = 0; i < heights.size(); ++i) {
        fill_ridge(canvas.context(), {heights[i], look.ridges[i]}, width, height, height / 150.0, 0.5);
    }
    return canvas.finish();
}

Result<Picture> paint_rail(RailTone tone, int width, int height)
{
    auto canvas = TRY(Canvas::create(width, height));
    const auto look = rail_look(tone);
    fill_gradient(canvas.context(), 0, 0, width, height, look.ground);
    const std::array<std::span<const double>, 3> heights{rail_far, rail_middle, rail_near};
    const double unit = std::min(width / 112.0, height / 320.0);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        fill_ridge(canvas.context(), {heights[i], look.ridges[i]}, width, height, unit, 0);
    }
    return canvas.finish();
}

Result<Picture> paint_island(IslandTone tone, int width, int height)
{
    auto canvas = TRY(Canvas::create(width, height));
    auto* cairo = canvas.context();
    cairo_scale(cairo, width / 560.0, height / 230.0);
    constexpr double water = 128;
    const auto colours = island_ridges(tone);
    const std::array<std::span<const double>, 3> heights{island_far, island_middle, island_near};
    for (std::size_t i = 0; i < heights.size(); ++i) {
        fill_ridge(cairo, {heights[i], colours[i]}, 560, water, 1, 0.6);
    }
    cairo_set_line_width(cairo, 4);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_move_to(cairo, 2, water + 1.5);
    cairo_line_to(cairo, 558, water + 1.5);
    set_ink(cairo, {colours[2]});
    cairo_stroke(cairo);
    for (const auto& line : island_water) {
        cairo_move_to(cairo, line.from * 560 + 2, line.y + 1.5);
        cairo_line_to(cairo, line.to * 560 - 2, line.y + 1.5);
        set_ink(cairo, {colours[1], line.strength});
        cairo_stroke(cairo);
    }
    return canvas.finish();
}

Sky sky_at(unsigned hour)
{
    if (hour < 6 || hour >= 21) return Sky::night;
    if (hour < 11) return Sky::morning;
    if (hour < 17) return Sky::day;
    return Sky::dusk;
}

} // namespace northseal::kiosk
