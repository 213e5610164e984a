#include "tests/kiosk/support/small_png.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include <png.h>

namespace northseal::kiosk {

namespace {

constexpr std::size_t colours_most = 256;
constexpr std::size_t exact_most = 96; // the commonest keep their exact value

using Rgb = std::array<std::uint8_t, 3>;

struct Counted {
    Rgb colour;
    std::uint32_t count;
};

Rgb pixel_of(const Stage::Painted& painted, std::size_t pixel)
{
    const std::uint8_t* from = &painted.rgba[pixel * 4];
    return {from[0], from[1], from[2]};
}

constexpr std::size_t all_colours = std::size_t{1} << 24U;

std::size_t index_of(const Rgb& colour)
{
    return (std::size_t{colour[0]} << 16U) | (std::size_t{colour[1]} << 8U) | colour[2];
}

// All colours, the commonest first.
std::vector<Counted> count_colours(const Stage::Painted& painted)
{
    std::vector<std::uint32_t> counts(all_colours);
    std::vector<Counted> out;
    for (std::size_t pixel = 0; pixel * 4 < painted.rgba.size(); ++pixel) {
        const Rgb colour = pixel_of(painted, pixel);
        if (counts[index_of(colour)]++ == 0) out.push_back({colour, 0});
    }
    for (Counted& each : out) each.count = counts[index_of(each.colour)];
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.colour < b.colour; });
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    return out;
}

struct Group {
    std::size_t begin, end; // in the list of colours
    std::size_t axis;
    std::uint64_t weight; // how much is lost by one colour for all of them
};

Group group_of(const std::vector<Counted>& all, std::size_t begin, std::size_t end)
{
    Group group{begin, end, 0, 0};
    int widest = -1;
    std::uint64_t count = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        int low = 255, high = 0;
        for (std::size_t i = begin; i < end; ++i) {
            low = std::min<int>(low, all[i].colour[axis]);
            high = std::max<int>(high, all[i].colour[axis]);
        }
        if (high - low > widest) {
            widest = high - low;
            group.axis = axis;
        }
    }
    for (std::size_t i = begin; i < end; ++i) count += all[i].count;
    group.weight =
        end - begin < 2 ? 0 : count * static_cast<std::uint64_t>(widest) * static_cast<std::uint64_t>(widest);
    return group;
}

// Median cut: the group that loses most is parted in the middle of its pixels.
std::vector<Group> cut(std::vector<Counted>& all, std::size_t groups_most)
{
    std::vector<Group> groups;
    if (!all.empty()) groups.push_back(group_of(all, 0, all.size()));
    while (!groups.empty() && groups.size() < groups_most) {
        const auto found = std::max_element(groups.begin(), groups.end(),
                                            [](const auto& a, const auto& b) { return a.weight < b.weight; });
        if (found->weight == 0) break;
        const Group group = *found;
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(group.begin);
        const auto last = all.begin() + static_cast<std::ptrdiff_t>(group.end);
        std::sort(first, last, [&](const auto& a, const auto& b) {
            return a.colour[group.axis] != b.colour[group.axis] ? a.colour[group.axis] < b.colour[group.axis]
                                                                : a.colour < b.colour;
        });
        std::uint64_t all_of_it = 0, gone = 0;
        for (auto each = first; each != last; ++each) all_of_it += each->count;
        std::size_t middle = group.begin;
        while (middle + 1 < group.end && gone * 2 < all_of_it) gone += all[middle++].count;
        if (middle == group.begin) ++middle;
        *found = group_of(all, group.begin, middle);
        groups.push_back(group_of(all, middle, group.end));
    }
    return groups;
}

Rgb mean_of(const std::vector<Counted>& all, const Group& group)
{
    std::array<std::uint64_t, 3> sum{};
    std::uint64_t count = 0;
    for (std::size_t i = group.begin; i < group.end; ++i) {
        for (std::size_t part = 0; part < 3; ++part) sum[part] += all[i].count * all[i].colour[part];
        count += all[i].count;
    }
    Rgb out{};
    for (std::size_t part = 0; part < 3; ++part)
        out[part] = static_cast<std::uint8_t>((sum[part] + count / 2) / std::max<std::uint64_t>(1, count));
    return out;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

} // namespace

Reduced reduced(const Stage::Painted& painted)
{
    Reduced out{painted.width, painted.height, {}, {}};
    std::vector<Counted> all = count_colours(painted);
    std::vector<std::uint8_t> place(all_colours);
    const std::size_t exact = std::min(exact_most, all.size());
    for (std::size_t i = 0; i < exact; ++i) {
        place[index_of(all[i].colour)] = static_cast<std::uint8_t>(i);
        out.palette.push_back(all[i].colour);
    }
    std::vector<Counted> rest(all.begin() + static_cast<std::ptrdiff_t>(exact), all.end());
    for (const Group& group : cut(rest, colours_most - exact)) {
        const auto here = static_cast<std::uint8_t>(out.palette.size());
        out.palette.push_back(mean_of(rest, group));
        for (std::size_t i = group.begin; i < group.end; ++i) place[index_of(rest[i].colour)] = here;
    }
    const std::size_t pixels = painted.rgba.size() / 4;
    out.places.reserve(pixels);
    for (std::size_t pixel = 0; pixel < pixels; ++pixel)
        out.places.push_back(place[index_of(pixel_of(painted, pixel))]);
    return out;
}

bool write_small_png(const Reduced& picture, const std::string& path)
{
    const File file(std::fopen(path.c_str(), "wb"));
    if (file == nullptr) return false;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_init_io(png, file.get());
    png_set_compression_level(png, 9);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height),
                 8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_color palette[256] = {};
    for (std::size_t i = 0; i < picture.palette.size(); ++i)
        palette[i] = {picture.palette[i][0], picture.palette[i][1], picture.palette[i][2]};
    png_set_PLTE(png, info, palette, static_cast<int>(picture.palette.size()));
    png_write_info(png, info);
    for (int row = 0; row < picture.height; ++row)
        png_write_row(png, picture.places.data() + static_cast<std::ptrdiff_t>(row) * picture.width);
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return true;
}

std::optional<Reduced> read_small_png(const std::string& path)
{
    const File file(std::fopen(path.c_str(), "rb"));
    if (file == nullptr) return std::nullopt;
    Reduced out;
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_read_struct(&png, &info, nullptr);
        return std::nullopt;
    }
    png_init_io(png, file.get());
    png_read_info(png, info);
    png_colorp colours = nullptr;
    int count = 0;
    if (png_get_color_type(png, info) != PNG_COLOR_TYPE_PALETTE || png_get_bit_depth(png, info) != 8 ||
        png_get_PLTE(png, info, &colours, &count) == 0)
        png_error(png, "not a small picture");
    for (int i = 0; i < count; ++i)
        out.palette.push_back({colours[i].red, colours[i].green, colours[i].blue});
    out.width = static_cast<int>(png_get_image_width(png, info));
    out.height = static_cast<int>(png_get_image_height(png, info));
    out.places.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int row = 0; row < out.height; ++row)
        png_read_row(png, out.places.data() + static_cast<std::ptrdiff_t>(row) * out.width, nullptr);
    png_destroy_read_struct(&png, &info, nullptr);
    const bool sound = std::all_of(out.places.begin(), out.places.end(),
                                   [&](std::uint8_t place) { return place < out.palette.size(); });
    if (!sound) return std::nullopt;
    return out;
}

std::size_t pixels_that_differ(const Reduced& a, const Reduced& b)
{
    if (a.width != b.width || a.height != b.height) return std::max(a.places.size(), b.places.size());
    std::size_t different = 0;
    for (std::size_t pixel = 0; pixel < a.places.size(); ++pixel)
        different += a.colour(pixel) == b.colour(pixel) ? 0U : 1U;
    return different;
}

} // namespace northseal::kiosk
