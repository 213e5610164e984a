#include "tests/kiosk/camera/held_paper.h"

#include <cairo.h>

#include <cstring>
#include <memory>

namespace northseal::test {

using kiosk::Picture;

namespace {

constexpr double page_width = 1600;
// Of the code on a certificate of that width, as kiosk/paper lays it out.
constexpr double code_x = 1332;
constexpr double code_y = 350;

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

Surface surface_of(int width, int height)
{
    return {cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), &cairo_surface_destroy};
}

// Cairo has blue first; alpha is 255 on both sides.
Surface surface_of(const Picture& picture)
{
    Surface out = surface_of(picture.width, picture.height);
    cairo_surface_flush(out.get());
    unsigned char* to = cairo_image_surface_get_data(out.get());
    for (std::size_t at = 0; at + 3 < picture.rgba.size(); at += 4) {
        to[at] = picture.rgba[at + 2];
        to[at + 1] = picture.rgba[at + 1];
        to[at + 2] = picture.rgba[at];
        to[at + 3] = 255;
    }
    cairo_surface_mark_dirty(out.get());
    return out;
}

Picture picture_of(const Surface& surface)
{
    cairo_surface_flush(surface.get());
    Picture out;
    out.width = cairo_image_surface_get_width(surface.get());
    out.height = cairo_image_surface_get_height(surface.get());
    out.rgba.resize(static_cast<std::size_t>(4 * out.width * out.height));
    const unsigned char* from = cairo_image_surface_get_data(surface.get());
    for (std::size_t at = 0; at + 3 < out.rgba.size(); at += 4) {
        out.rgba[at] = from[at + 2];
        out.rgba[at + 1] = from[at + 1];
        out.rgba[at + 2] = from[at];
        out.rgba[at + 3] = 255;
    }
    return out;
}

void paint_room(cairo_t* to)
{
    cairo_set_source_rgb(to, 0.13, 0.16, 0.18);
    cairo_paint(to);
}

} // namespace

Picture held_paper(const Picture& page, int width)
{
    const Surface frame = surface_of(width, width * 3 / 4);
    const Surface paper = surface_of(page);
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> to(cairo_create(frame.get()), &cairo_destroy);
    paint_room(to.get());
    cairo_translate(to.get(), width / 2.0, width * 0.317); // where the corners are, above the strip
    cairo_rotate(to.get(), -0.07);
    const double scale = page_width / page.width * width / 640 * 0.64;
    cairo_scale(to.get(), scale, scale);
    cairo_set_source_surface(to.get(), paper.get(), -code_x * page.width / page_width,
                             -code_y * page.width / page_width);
    cairo_paint_with_alpha(to.get(), 0.8); // in the room's light
    return picture_of(frame);
}

Picture empty_room(int width)
{
    const Surface frame = surface_of(width, width * 3 / 4);
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> to(cairo_create(frame.get()), &cairo_destroy);
    paint_room(to.get());
    cairo_set_source_rgb(to.get(), 0.2, 0.22, 0.24);
    cairo_rectangle(to.get(), 0, width * 0.52, width, width * 0.25); // a table
    cairo_fill(to.get());
    return picture_of(frame);
}

bool write_png(const Picture& picture, const std::string& path)
{
    const Surface surface = surface_of(picture);
    return cairo_surface_write_to_png(surface.get(), path.c_str()) == CAIRO_STATUS_SUCCESS;
}

} // namespace northseal::test
