// A picture from somebody's stick: looked through for a code, and written anew as evidence. What is written
// is small, a JPEG, and tells nothing but its pixels.

#include <cstdlib>

#include "kiosk/paper/photograph.h"
#include "kiosk/paper/picture_code.h"

using namespace northseal;
using namespace northseal::kiosk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView file(data, size);
    const int orientation = exif_orientation(file);
    if (orientation < 1 || orientation > 8) std::abort();
    static_cast<void>(codes_in_picture(file).ok());
    const auto kept = as_evidence(file);
    if (!kept.ok()) return 0;
    if (kept.value().size() > photograph_most || picture_kind(kept.value()) != PictureKind::jpeg)
        std::abort();
    if (exif_orientation(kept.value()) != 1) std::abort();
    const auto small = thumbnail(kept.value(), 64, 64);
    if (!small.ok()) std::abort();
    return 0;
}
