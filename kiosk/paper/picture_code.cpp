#include "kiosk/paper/picture_code.h"

#include <cairo.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "kiosk/paper/page_check.h"

namespace northseal::kiosk {

namespace {

constexpr std::int64_t pixels_most = 60'000'000;

struct GreyPicture {
    int width{0};
    int height{0};
    std::vector<std::uint8_t> grey;
};

bool begins_with(ByteView file, std::initializer_list<std::uint8_t> first)
{
    return file.size() > first.size() && std::equal(first.begin(), first.end(), file.begin());
}

Result<> check_size(std::int64_t width, std::int64_t height)
{
    if (width < 1 || height < 1) return refused("the picture has no pixels");
    if (width > pixels_most / height) return refused("the picture has more than 60 million pixels");
    return {};
}

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
    TRY(check_size(out.width, out.height));
    out.grey.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    // A warning (a file cut short) leaves what could be read; the code may well be in it.
    const int done = tjDecompress2(decoder.get(), file.data(), size, out.grey.data(), out.width, 0,
                                   out.height, TJPF_GRAY, 0);
    if (done != 0 && tjGetErrorCode(decoder.get()) != TJERR_WARNING)
        return refused("the picture does not read as JPEG");
    return out;
}

struct PngBytes {
    ByteView rest;
};

cairo_status_t next_bytes(void* from, unsigned char* to, unsigned int length)
{
    auto& bytes = *static_cast<PngBytes*>(from);
    if (length > bytes.rest.size()) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(to, bytes.rest.data(), length);
    bytes.rest = bytes.rest.subspan(length);
    return CAIRO_STATUS_SUCCESS;
}

// Width and height stand at fixed places of a PNG's first chunk.
std::int64_t number_at(ByteView file, std::size_t at)
{
    std::int64_t out = 0;
    for (std::size_t i = 0; i < 4; ++i) out = out * 256 + file[at + i];
    return out;
}

Result<GreyPicture> read_png(ByteView file)
{
    constexpr std::size_t header = 24;
    if (file.size() < header) return refused("the picture is cut short");
    TRY(check_size(number_at(file, 16), number_at(file, 20)));
    PngBytes bytes{file};
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_image_surface_create_from_png_stream(&next_bytes, &bytes), &cairo_surface_destroy);
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return refused("the picture does not read as PNG");
    const auto format = cairo_image_surface_get_format(surface.get());
    if (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
        return refused("the picture is of a kind that is not read here");
    GreyPicture out;
    out.width = cairo_image_surface_get_width(surface.get());
    out.height = cairo_image_surface_get_height(surface.get());
    const auto* pixels = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    out.grey.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int y = 0; y < out.height; ++y) {
        const auto* row = pixels + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < out.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
            const auto alpha = format == CAIRO_FORMAT_ARGB32 ? pixel >> 24U : 255U;
            const auto sum = (pixel >> 16U & 255U) + (pixel >> 8U & 255U) + (pixel & 255U);
            out.grey.push_back(static_cast<std::uint8_t>(sum / 3 + 255U - alpha)); // on white
        }
    }
    return out;
}

} // namespace

Result<std::vector<std::string>> codes_in_picture(ByteView file)
{
    if (file.size() > picture_file_most) return refused("the picture is larger than 24 MB");
    if (begins_with(file, {0xff, 0xd8, 0xff})) {
        const auto picture = TRY(read_jpeg(file));
        return read_qr_codes(picture.grey, picture.width);
    }
    if (begins_with(file, {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) {
        const auto picture = TRY(read_png(file));
        return read_qr_codes(picture.grey, picture.width);
    }
    return refused("the file is neither JPEG nor PNG");
}

} // namespace northseal::kiosk
