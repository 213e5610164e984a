#include "kiosk/paper/picture_code.h"

#include <cairo.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "kiosk/paper/page_check.h"

namespace northseal::kiosk {

namespace {

struct GreyPicture {
    int width{0};
    int height{0};
    std::vector<std::uint8_t> grey;
};

Result<GreyPicture> read_jpeg(ByteView file)
{
    const std::unique_ptr<void, int (*)(tjhandle)> decoder(tjInitDecompress(), &tjDestroy);
    if (!decoder) return Error{Fault::full, "there is no room to read the picture"};
    const auto size = static_cast<unsigned long>(file.size());
    GreyPicture out;
    int sampling = 0;
    int space = 0;
    if (tjDecompressHeader3(decoder.get(), file.data(), size, &out.width, &out.height, &sampling, &space) !=
        0)
        return refused("the picture does not read as JPEG");
    TRY(check_picture_size(out.width, out.height));
    out.grey.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    // A warning (a file cut short) leaves what could be read; the code may well be in it.
    const int done = tjDecompress2(decoder.get(), file.data(), size, out.grey.data(), out.width, 0,
                                   out.height, TJPF_GRAY, 0);
    if (done != 0 && tjGetErrorCode(decoder.get()) != TJERR_WARNING)
        return refused("the picture does not read as JPEG");
    return out;
}

Result<GreyPicture> read_png(ByteView file)
{
    const auto surface = TRY(decode_png(file));
    GreyPicture out;
    out.width = cairo_image_surface_get_width(surface.get());
    out.height = cairo_image_surface_get_height(surface.get());
    const auto* pixels = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    out.grey.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int y = 0; y < out.height; ++y) {
        const auto* row = pixels + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < out.width; ++x) {
            const auto* at = row + static_cast<std::ptrdiff_t>(x) * 4;
            out.grey.push_back(static_cast<std::uint8_t>((at[0] + at[1] + at[2]) / 3));
        }
    }
    return out;
}

} // namespace

Result<std::vector<std::string>> codes_in_picture(ByteView file)
{
    if (file.size() > picture_file_most) return refused("the picture is larger than 24 MB");
    switch (picture_kind(file)) {
    case PictureKind::jpeg: {
        const auto picture = TRY(read_jpeg(file));
        return read_qr_codes(picture.grey, picture.width);
    }
    case PictureKind::png: {
        const auto picture = TRY(read_png(file));
        return read_qr_codes(picture.grey, picture.width);
    }
    case PictureKind::neither:
        break;
    }
    return refused("the file is neither JPEG nor PNG");
}

} // namespace northseal::kiosk
