// The text of a code from a stranger: one text only stands for one slip.
#include <cstdlib>
#include <string_view>

#include "storage/credential/slip.h"

using namespace northseal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = text_of(ByteView(data, size));
    const auto slip = credential::read_slip_text(text);
    if (!slip.ok()) return 0;
    const auto url = credential::to_slip_url(slip.value(), "https://verify.example.ca/");
    if (!url.ok()) std::abort();
    const auto mark = text.find('#');
    const auto digits = mark == text.npos ? text : text.substr(mark + 1);
    if (std::string_view(url.value()).substr(url.value().find('#') + 1) != digits) std::abort();
    return 0;
}
