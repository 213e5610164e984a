// A picture from somebody's stick: looked through for a code, and written anew as evidence. What is written
// is small, a JPEG, and tells nothing but its pixels. The same bytes are what a camera saw, too: a width, a
// height, and pixels of that size or of another.

#include <cstdlib>

#include "kiosk/paper/page_check.h"
#include "kiosk/paper/photograph.h"
#include "kiosk/paper/picture_code.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

// The first byte says how wide a row claims to be, and the second how many there are; what follows are their
// pixels, over and over. With the third not all of them come.
void look_through_frame(ByteView bytes)
{
    if (bytes.size() < 4) return;
    const int width = bytes[0];
    Bytes grey(static_cast<std::size_t>(width) * bytes[1] + (bytes[2] % 8 == 0 ? bytes[2] / 8U : 0U));
    const ByteView pixels = bytes.subspan(3);
    for (std::size_t at = 0; at < grey.size(); ++at) grey[at] = pixels[at % pixels.size()];
    const bool whole = width > 0 && !grey.empty() && grey.size() % static_cast<std::size_t>(width) == 0;
    const auto codes = read_qr_codes(grey, width);
    if (codes.ok() && !whole) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView file(data, size);
    const int orientation = exif_orientation(file);
    if (orientation < 1 || orientation > 8) std::abort();
    static_cast<void>(codes_in_picture(file).ok());
    look_through_frame(file);
    const auto kept = as_evidence(file);
    if (!kept.ok()) return 0;
    if (kept.value().size() > photograph_most || picture_kind(kept.value()) != PictureKind::jpeg)
        std::abort();
    if (exif_orientation(kept.value()) != 1) std::abort();
    const auto small = thumbnail(kept.value(), 64, 64);
    if (!small.ok()) std::abort();
    return 0;
}
