#include "kiosk/paper/picture_file.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace northseal::kiosk {

namespace {

constexpr std::int64_t pixels_most = 60'000'000;

bool begins_with(ByteView file, std::initializer_list<std::uint8_t> first)
{
    return file.size() > first.size() && std::equal(first.begin(), first.end(), file.begin());
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

// Numbers of a TIFF header, in either order of bytes; none past the end.
class Tiff {
public:
    explicit Tiff(ByteView bytes) : m_bytes(bytes), m_big(bytes.size() > 1 && bytes[0] == 'M') {}
    std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const
    {
        if (at > m_bytes.size() || size > m_bytes.size() - at) return std::nullopt;
        std::uint32_t out = 0;
        for (std::size_t i = 0; i < size; ++i) out = out << 8U | m_bytes[at + (m_big ? i : size - 1 - i)];
        return out;
    }

private:
    ByteView m_bytes;
    bool m_big;
};

// IFD0's tag 0x0112, a SHORT.
int orientation_of(const Tiff& tiff)
{
    constexpr std::uint32_t orientation_tag = 0x0112;
    constexpr std::size_t entry_size = 12;
    const auto start = tiff.number(4, 4);
    if (!start) return 1;
    const auto count = tiff.number(*start, 2).value_or(0);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = *start + 2 + i * entry_size;
        if (tiff.number(at, 2) != orientation_tag) continue;
        const auto value = tiff.number(at + 8, 2).value_or(1);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

} // namespace

PictureKind picture_kind(ByteView file)
{
    if (begins_with(file, {0xff, 0xd8, 0xff})) return PictureKind::jpeg;
    if (begins_with(file, {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) return PictureKind::png;
    return PictureKind::neither;
}

Result<> check_picture_size(std::int64_t width, std::int64_t height)
{
    if (width < 1 || height < 1) return refused("the picture has no pixels");
    if (width > pixels_most / height) return refused("the picture has more than 60 million pixels");
    return {};
}

int exif_orientation(ByteView file)
{
    if (picture_kind(file) != PictureKind::jpeg) return 1;
    // Segments: 0xff, a marker, a length that counts itself. EXIF is an APP1 that begins with its name.
    constexpr std::string_view exif("Exif\0\0", 6);
    std::size_t at = 2;
    while (at + 4 <= file.size() && file[at] == 0xff && file[at + 1] != 0xda) {
        const std::size_t length = std::size_t{file[at + 2]} << 8U | file[at + 3];
        if (length < 2 || length > file.size() - at - 2) return 1;
        const auto body = file.subspan(at + 4, length - 2);
        const bool is_exif = file[at + 1] == 0xe1 && body.size() > exif.size() &&
                             std::memcmp(body.data(), exif.data(), exif.size()) == 0;
        if (is_exif) return orientation_of(Tiff(body.subspan(exif.size())));
        at += 2 + length;
    }
    return 1;
}

Result<std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>> decode_png(ByteView file)
{
    using PixelSurface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
    // Width and height stand at fixed places of its first chunk.
    constexpr std::size_t header = 24;
    if (file.size() < header) return refused("the picture is cut short");
    std::int64_t size[2]{};
    for (std::size_t i = 0; i < 8; ++i) size[i / 4] = size[i / 4] * 256 + file[16 + i];
    TRY(check_picture_size(size[0], size[1]));
    PngBytes bytes{file};
    const PixelSurface read(cairo_image_surface_create_from_png_stream(&next_bytes, &bytes),
                            &cairo_surface_destroy);
    if (cairo_surface_status(read.get()) != CAIRO_STATUS_SUCCESS)
        return refused("the picture does not read as PNG");
    PixelSurface out(cairo_image_surface_create(CAIRO_FORMAT_RGB24, cairo_image_surface_get_width(read.get()),
                                                cairo_image_surface_get_height(read.get())),
                     &cairo_surface_destroy);
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> draw(cairo_create(out.get()), &cairo_destroy);
    cairo_set_source_rgb(draw.get(), 1, 1, 1);
    cairo_paint(draw.get());
    cairo_set_source_surface(draw.get(), read.get(), 0, 0);
    cairo_paint(draw.get());
    if (cairo_status(draw.get()) != CAIRO_STATUS_SUCCESS)
        return Error{Fault::full, "there is no room to read the picture"};
    cairo_surface_flush(out.get());
    return out;
}

} // namespace northseal::kiosk
