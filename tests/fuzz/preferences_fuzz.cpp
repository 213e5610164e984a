// What a kiosk keeps of how it looks: a small file that anybody who holds the disk may have changed.

#include <cstdlib>

#include "kiosk/app/preferences.h"

using namespace northseal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = kiosk::read_preferences_text(text_of(ByteView(data, size)));
    if (!read.ok()) return 0;
    // An older version is written as the newest, and then comes back the same.
    const auto written = kiosk::preferences_text(read.value());
    const auto again = kiosk::read_preferences_text(written);
    if (!again.ok() || kiosk::preferences_text(again.value()) != written) std::abort();
    return 0;
}
