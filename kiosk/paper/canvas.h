#pragma once
// Cairo with owners and with our colours. A canvas is a surface and a context on it; what goes wrong inside
// Cairo stays in the context's state and is asked for once, at the end.

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "kiosk/paper/picture.h"

namespace northseal::kiosk {

struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;
using Context = std::unique_ptr<cairo_t, FreeContext>;

struct Ink {
    std::uint32_t rgb{0}; // 0xRRGGBB
    double alpha{1.0};
};
void set_ink(cairo_t*, Ink);

struct ColourStop {
    double at; // 0 to 1
    std::uint32_t rgb;
};
// Fills the rectangle with a gradient from its top to its bottom.
void fill_gradient(cairo_t*, double x, double y, double width, double height, const std::vector<ColourStop>&);

void rounded_rectangle(cairo_t*, double x, double y, double width, double height, double radius); // a path

// A smooth curve through two heights or more, evenly spaced (Catmull-Rom), at 0 to 1 of the way.
double smooth_through(std::span<const double> heights, double at);

// A painted rectangle of pixels; `scale` is pixels for one unit of drawing.
class Canvas {
public:
    // Sides of 1 to 8192 pixels.
    static Result<Canvas> create(int width, int height, double scale = 1.0);

    cairo_t* context() const { return m_context.get(); }
    Result<Picture> finish();    // RGBA; the canvas is done with
    Result<Bytes> finish_grey(); // luminance, one byte a pixel, over white

private:
    Canvas() = default;
    Surface m_surface;
    Context m_context;
};

} // namespace northseal::kiosk
