#include "kiosk/paper/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace northseal::kiosk {

namespace {

double channel(std::uint32_t rgb, int shift)
{
    return static_cast<double>((rgb >> shift) & 0xffU) / 255.0;
}

// One row of Cairo's ARGB32 (a native-endian word a pixel) at a time.
template<class Use>
Result<> each_pixel(cairo_surface_t* surface, const Use& use)
{
    cairo_surface_flush(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        return Error{Fault::io, std::string("the picture could not be drawn: ") +
                                    cairo_status_to_string(cairo_surface_status(surface))};
    }
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    for (int y = 0; y < height; ++y) {
        const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, sizeof pixel);
            use(pixel);
        }
    }
    return {};
}

} // namespace

void set_ink(cairo_t* cairo, Ink colour)
{
    cairo_set_source_rgba(cairo, channel(colour.rgb, 16), channel(colour.rgb, 8), channel(colour.rgb, 0),
                          colour.alpha);
}

void fill_gradient(cairo_t* cairo, double x, double y, double width, double height,
                   const std::vector<ColourStop>& stops)
{
    cairo_pattern_t* pattern = cairo_pattern_create_linear(0, y, 0, y + height);
    for (const auto& stop : stops) {
        cairo_pattern_add_color_stop_rgb(pattern, stop.at, channel(stop.rgb, 16), channel(stop.rgb, 8),
                                         channel(stop.rgb, 0));
    }
    cairo_set_source(cairo, pattern);
    cairo_rectangle(cairo, x, y, width, height);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
}

void rounded_rectangle(cairo_t* cairo, double x, double y, double width, double height, double radius)
{
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, quarter);
    cairo_arc(cairo, x + radius, y + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

double smooth_through(std::span<const double> heights, double at)
{
    const auto last = static_cast<double>(heights.size() - 1);
    const double place = std::clamp(at, 0.0, 1.0) * last;
    const auto step = std::min(heights.size() - 2, static_cast<std::size_t>(place));
    const double t = place - static_cast<double>(step);
    const double b = heights[step], c = heights[step + 1];
    const double a = step == 0 ? b : heights[step - 1];
    const double d = step + 2 < heights.size() ? heights[step + 2] : c;
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

Result<Canvas> Canvas::create(int width, int height, double scale)
{
    constexpr int side_most = 8192;
    if (width < 1 || height < 1 || width > side_most || height > side_most) {
        return refused("a picture of " + std::to_string(width) + " by " + std::to_string(height) +
                       " pixels is not drawn: each side may have 1 to 8192");
    }
    Canvas canvas;
    canvas.m_surface.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    canvas.m_context.reset(cairo_create(canvas.m_surface.get()));
    cairo_scale(canvas.context(), scale, scale);
    return canvas;
}

Result<Picture> Canvas::finish()
{
    m_context.reset();
    Picture picture{
        cairo_image_surface_get_width(m_surface.get()), cairo_image_surface_get_height(m_surface.get()), {}};
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
                        4);
    auto* out = picture.rgba.data();
    TRY(each_pixel(m_surface.get(), [&](std::uint32_t pixel) {
        out[0] = static_cast<std::uint8_t>(pixel >> 16);
        out[1] = static_cast<std::uint8_t>(pixel >> 8);
        out[2] = static_cast<std::uint8_t>(pixel);
        out[3] = static_cast<std::uint8_t>(pixel >> 24);
        out += 4;
    }));
    return picture;
}

Result<Bytes> Canvas::finish_grey()
{
    m_context.reset();
    Bytes grey;
    grey.reserve(static_cast<std::size_t>(cairo_image_surface_get_width(m_surface.get())) *
                 static_cast<std::size_t>(cairo_image_surface_get_height(m_surface.get())));
    TRY(each_pixel(m_surface.get(), [&](std::uint32_t pixel) {
        // Premultiplied over white: what is missing of alpha is white paper.
        const std::uint32_t paper = 255U - (pixel >> 24);
        const std::uint32_t red = ((pixel >> 16) & 0xffU) + paper;
        const std::uint32_t green = ((pixel >> 8) & 0xffU) + paper;
        const std::uint32_t blue = (pixel & 0xffU) + paper;
        grey.push_back(static_cast<std::uint8_t>((306 * red + 601 * green + 117 * blue) >> 10));
    }));
    return grey;
}

} // namespace northseal::kiosk
