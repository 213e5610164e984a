#include "kiosk/widgets/box.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

Box Box::at_centre(float inner_width, float inner_height) const
{
    return {std::floor(x + (width - inner_width) / 2), std::floor(y + (height - inner_height) / 2),
            inner_width, inner_height};
}

Box Box::meet(const Box& other) const
{
    const float left = std::max(x, other.x);
    const float top = std::max(y, other.y);
    return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
}

Box Box::take_left(float size, float gap)
{
    const Box taken{x, y, size, height};
    x += size + gap;
    width = std::max(0.0F, width - size - gap);
    return taken;
}

Box Box::take_right(float size, float gap)
{
    const Box taken{right() - size, y, size, height};
    width = std::max(0.0F, width - size - gap);
    return taken;
}

Box Box::take_top(float size, float gap)
{
    const Box taken{x, y, width, size};
    y += size + gap;
    height = std::max(0.0F, height - size - gap);
    return taken;
}

Box Box::take_bottom(float size, float gap)
{
    const Box taken{x, bottom() - size, width, size};
    height = std::max(0.0F, height - size - gap);
    return taken;
}

std::vector<Box> columns(const Box& box, int count, float gap)
{
    std::vector<Box> out;
    const float step = (box.width + gap) / static_cast<float>(std::max(1, count));
    for (int index = 0; index < count; ++index) {
        const float left = std::round(box.x + step * static_cast<float>(index));
        const float next = std::round(box.x + step * static_cast<float>(index + 1));
        out.push_back({left, box.y, next - gap - left, box.height});
    }
    return out;
}

std::vector<Box> rows(const Box& box, int count, float gap)
{
    std::vector<Box> out;
    const float step = (box.height + gap) / static_cast<float>(std::max(1, count));
    for (int index = 0; index < count; ++index) {
        const float top = std::round(box.y + step * static_cast<float>(index));
        const float next = std::round(box.y + step * static_cast<float>(index + 1));
        out.push_back({box.x, top, box.width, next - gap - top});
    }
    return out;
}

std::vector<Box> grid(const Box& box, int count, int across, float height, float gap)
{
    std::vector<Box> out;
    const std::vector<Box> tops = columns(box, std::max(1, across), gap);
    for (int index = 0; index < count; ++index) {
        Box cell = tops[static_cast<std::size_t>(index) % tops.size()];
        cell.y =
            box.y + (height + gap) * std::floor(static_cast<float>(index) / static_cast<float>(tops.size()));
        cell.height = height;
        out.push_back(cell);
    }
    return out;
}

} // namespace northseal::kiosk
