#pragma once
// Pictures of screens small enough to be kept in the repository: at most 256 colours, chosen the same way for
// the same picture on every machine, in a PNG with a palette.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "tests/kiosk/support/stage.h"

namespace northseal::kiosk {

struct Reduced {
    int width{0};
    int height{0};
    std::vector<std::array<std::uint8_t, 3>> palette;
    std::vector<std::uint8_t> places; // in the palette, row by row from the top

    std::array<std::uint8_t, 3> colour(std::size_t pixel) const { return palette[places[pixel]]; }
};

Reduced reduced(const Stage::Painted&);
bool write_small_png(const Reduced&, const std::string& path);
// Nothing where there is no such file, or it is not such a picture.
std::optional<Reduced> read_small_png(const std::string& path);
// How many pixels differ; all of them where the sizes do.
std::size_t pixels_that_differ(const Reduced&, const Reduced&);

} // namespace northseal::kiosk
