#include "kiosk/paper/photograph.h"

#include <cairo.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>

#include "kiosk/paper/picture_file.h"

namespace northseal::kiosk {

namespace {

constexpr int side_most = 1600;
using PixelSurface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

PixelSurface make_surface(int width, int height)
{
    return {cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), &cairo_surface_destroy};
}

Result<PixelSurface> decode_jpeg(ByteView file)
{
    const std::unique_ptr<void, int (*)(tjhandle)> decoder(tjInitDecompress(), &tjDestroy);
    if (!decoder) return Error{Fault::full, "there is no room to read the picture"};
    const auto size = static_cast<unsigned long>(file.size());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int space = 0;
    if (tjDecompressHeader3(decoder.get(), file.data(), size, &width, &height, &sampling, &space) != 0)
        return refused("the picture does not read as JPEG");
    TRY(check_picture_size(width, height));
    auto out = make_surface(width, height);
    if (cairo_surface_status(out.get()) != CAIRO_STATUS_SUCCESS)
        return Error{Fault::full, "there is no room to read the picture"};
    cairo_surface_flush(out.get());
    const int done = tjDecompress2(decoder.get(), file.data(), size, cairo_image_surface_get_data(out.get()),
                                   width, cairo_image_surface_get_stride(out.get()), height, TJPF_BGRX, 0);
    if (done != 0 && tjGetErrorCode(decoder.get()) != TJERR_WARNING)
        return refused("the picture does not read as JPEG");
    cairo_surface_mark_dirty(out.get());
    return out;
}

// Upright, within a box, on white.
Result<PixelSurface> scaled(cairo_surface_t* from, int orientation, int width_most, int height_most)
{
    const double width = cairo_image_surface_get_width(from);
    const double height = cairo_image_surface_get_height(from);
    const bool lies = orientation >= 5; // turned by a quarter
    const double across = lies ? height : width;
    const double down = lies ? width : height;
    const double scale = std::min({1.0, width_most / across, height_most / down});
    const int out_width = std::max(1, static_cast<int>(std::lround(across * scale)));
    const int out_height = std::max(1, static_cast<int>(std::lround(down * scale)));
    auto out = make_surface(out_width, out_height);
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> draw(cairo_create(out.get()), &cairo_destroy);
    cairo_set_source_rgb(draw.get(), 1, 1, 1);
    cairo_paint(draw.get());
    cairo_scale(draw.get(), out_width / across, out_height / down);
    // As EXIF counts: 2 mirrored, 3 upside down, 4 both ways round, 5 to 8 the same, lying.
    cairo_matrix_t turn{};
    switch (orientation) {
    case 2:
        cairo_matrix_init(&turn, -1, 0, 0, 1, width, 0);
        break;
    case 3:
        cairo_matrix_init(&turn, -1, 0, 0, -1, width, height);
        break;
    case 4:
        cairo_matrix_init(&turn, 1, 0, 0, -1, 0, height);
        break;
    case 5:
        cairo_matrix_init(&turn, 0, 1, 1, 0, 0, 0);
        break;
    case 6:
        cairo_matrix_init(&turn, 0, 1, -1, 0, height, 0);
        break;
    case 7:
        cairo_matrix_init(&turn, 0, -1, -1, 0, height, width);
        break;
    case 8:
        cairo_matrix_init(&turn, 0, -1, 1, 0, 0, width);
        break;
    default:
        cairo_matrix_init_identity(&turn);
        break;
    }
    cairo_transform(draw.get(), &turn);
    cairo_set_source_surface(draw.get(), from, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(draw.get()), CAIRO_FILTER_GOOD);
    cairo_paint(draw.get());
    if (cairo_status(draw.get()) != CAIRO_STATUS_SUCCESS)
        return Error{Fault::full, "there is no room to make the picture small"};
    cairo_surface_flush(out.get());
    return out;
}

Result<Bytes> encode_jpeg(cairo_surface_t* from, int quality)
{
    const std::unique_ptr<void, int (*)(tjhandle)> encoder(tjInitCompress(), &tjDestroy);
    if (!encoder) return Error{Fault::full, "there is no room to write the picture"};
    unsigned char* out = nullptr;
    unsigned long size = 0;
    const int done =
        tjCompress2(encoder.get(), cairo_image_surface_get_data(from), cairo_image_surface_get_width(from),
                    cairo_image_surface_get_stride(from), cairo_image_surface_get_height(from), TJPF_BGRX,
                    &out, &size, TJSAMP_420, quality, TJFLAG_PROGRESSIVE);
    const std::unique_ptr<unsigned char, void (*)(unsigned char*)> owned(out, &tjFree);
    if (done != 0) return Error{Fault::full, "the picture could not be written"};
    return Bytes(owned.get(), owned.get() + size);
}

Result<PixelSurface> decode(ByteView file)
{
    switch (picture_kind(file)) {
    case PictureKind::jpeg:
        return decode_jpeg(file);
    case PictureKind::png:
        return decode_png(file);
    case PictureKind::neither:
        break;
    }
    return refused("the file is neither JPEG nor PNG");
}

} // namespace

Result<Bytes> as_evidence(ByteView file)
{
    if (file.size() > picture_file_most) return refused("the picture is larger than 24 MB");
    const auto whole = TRY(decode(file));
    const int orientation = exif_orientation(file);
    for (int side = side_most; side >= 400; side = side * 3 / 4) {
        const auto small = TRY(scaled(whole.get(), orientation, side, side));
        for (const int quality : {85, 75, 60}) {
            auto out = TRY(encode_jpeg(small.get(), quality));
            if (out.size() <= photograph_most) return out;
        }
    }
    return refused("the picture does not get small enough");
}

Result<Picture> thumbnail(ByteView jpeg, int width, int height)
{
    const auto whole = TRY(decode(jpeg));
    const auto small = TRY(scaled(whole.get(), 1, width, height));
    Picture out;
    out.width = cairo_image_surface_get_width(small.get());
    out.height = cairo_image_surface_get_height(small.get());
    const auto* pixels = cairo_image_surface_get_data(small.get());
    const int stride = cairo_image_surface_get_stride(small.get());
    out.rgba.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            const auto* at =
                pixels + static_cast<std::ptrdiff_t>(y) * stride + static_cast<std::ptrdiff_t>(x) * 4;
            out.rgba.insert(out.rgba.end(), {at[2], at[1], at[0], 255});
        }
    }
    return out;
}

} // namespace northseal::kiosk
