// What a kiosk keeps of how it looks: a small file that anybody who holds the disk may have changed.

#include <cstdlib>

#include "kiosk/app/preferences.h"

using namespace northseal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = text_of(ByteView(data, size));
    const auto read = kiosk::read_preferences_text(text);
    if (read.ok() && kiosk::preferences_text(read.value()) != text) std::abort();
    return 0;
}
