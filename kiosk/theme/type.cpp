#include "kiosk/theme/type.h"

#include <cstddef>
#include <iterator>

namespace northseal::kiosk {

namespace {

constexpr RoleMetrics table[] = {
    {52, 66, Typeface::manrope_bold},     // display
    {36, 44, Typeface::manrope_bold},     // title
    {28, 36, Typeface::manrope_bold},     // heading
    {24, 30, Typeface::manrope_bold},     // task
    {20, 28, Typeface::manrope_bold},     // button
    {18, 24, Typeface::manrope_bold},     // label
    {16, 20, Typeface::manrope_semibold}, // nav
    {24, 32, Typeface::noto},             // name
    {24, 30, Typeface::noto_bold},        // name_strong
    {21, 28, Typeface::noto},             // row
    {19, 26, Typeface::noto},             // body
    {19, 25, Typeface::noto_bold},        // body_strong
    {17, 24, Typeface::noto},             // small
    {17, 24, Typeface::noto_bold},        // small_strong
    {21, 28, Typeface::noto_bold},        // row_strong
};
static_assert(std::size(table) == role_count);

} // namespace

const RoleMetrics& metrics(Role role)
{
    return table[static_cast<std::size_t>(role)];
}

float factor(TextSize size)
{
    switch (size) {
    case TextSize::normal:
        return 1.0F;
    case TextSize::large:
        return 1.2F;
    case TextSize::largest:
        return 1.4F;
    }
    return 1.0F;
}

} // namespace northseal::kiosk
