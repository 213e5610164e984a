#include "kiosk/widgets/scan.h"

#include <algorithm>

namespace northseal::kiosk {

namespace {

constexpr std::string_view scheme = "https://";

char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool in_host(char letter)
{
    const char c = small(letter);
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '.' || c == '-' || c == '/' || c == ':';
}

} // namespace

bool is_slip_address(std::string_view text)
{
    if (text.size() <= scheme.size()) return false;
    const bool secure = std::equal(scheme.begin(), scheme.end(), text.begin(),
                                   [](char wanted, char read) { return wanted == small(read); });
    const std::size_t sign = text.find("/#");
    if (!secure || sign == std::string_view::npos || sign <= scheme.size()) return false;
    const std::string_view host = text.substr(scheme.size(), sign - scheme.size());
    const std::string_view digits = text.substr(sign + 2);
    return std::all_of(host.begin(), host.end(), in_host) && !digits.empty() &&
           std::all_of(digits.begin(), digits.end(), is_digit);
}

} // namespace northseal::kiosk
