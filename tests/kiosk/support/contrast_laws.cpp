#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tests/kiosk/support/layout_laws.h"

namespace northseal::kiosk {

namespace {

struct Paint {
    float red, green, blue, alpha; // 0 to 255, alpha 0 to 1
};

Paint paint_of(std::uint32_t colour)
{
    return {static_cast<float>(colour & 0xFFU), static_cast<float>((colour >> 8U) & 0xFFU),
            static_cast<float>((colour >> 16U) & 0xFFU), static_cast<float>(colour >> 24U) / 255};
}

Paint between(const Paint& top, const Paint& foot, float part)
{
    const auto mix = [part](float a, float b) { return a + (b - a) * part; };
    return {mix(top.red, foot.red), mix(top.green, foot.green), mix(top.blue, foot.blue),
            mix(top.alpha, foot.alpha)};
}

Paint paint_at(const Seen& seen, const Ground& ground, Point at)
{
    const float down = (at.y - ground.whole.y) / std::max(1.0F, ground.whole.height);
    if (ground.picture == 0) return between(paint_of(ground.top), paint_of(ground.foot), down);
    const Sampled texture = seen.texture_of(ground.picture);
    if (texture.rgba == nullptr || texture.width == 0) return {0, 0, 0, 0};
    const float across = (at.x - ground.whole.x) / std::max(1.0F, ground.whole.width);
    const auto pick = [](float part, int size) {
        return std::clamp(static_cast<int>(part * static_cast<float>(size)), 0, size - 1);
    };
    const std::uint8_t* pixel =
        texture.rgba + 4 * (static_cast<std::ptrdiff_t>(pick(down, texture.height)) * texture.width +
                            pick(across, texture.width));
    return {static_cast<float>(pixel[0]), static_cast<float>(pixel[1]), static_cast<float>(pixel[2]),
            static_cast<float>(pixel[3]) / 255};
}

double light(double part)
{
    const double value = part / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(double red, double green, double blue)
{
    return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
}

bool is_bold(Role role)
{
    return metrics(role).face != Typeface::noto;
}

double wanted(const Seen& seen, const TextBox& text)
{
    if (seen.theme.high_contrast()) return 7;
    return is_bold(text.role) && text.em >= 24 ? 3 : 4.5;
}

Point into(const Box& view, Point at)
{
    return {std::clamp(at.x, view.x, std::max(view.x, view.right() - 1)),
            std::clamp(at.y, view.y, std::max(view.y, view.bottom() - 1))};
}

} // namespace

Under under(const Seen& seen, const TextBox& text, Point at)
{
    const auto& grounds = seen.registry.grounds();
    const bool hidden = text.box.empty();
    Under out;
    if (hidden && text.view.empty()) return out; // the list that it is in is itself scrolled away
    float left = 1;                              // how much of what lies below shows through
    for (std::size_t index = std::min(text.grounds, grounds.size()); index-- > 0;) {
        const Ground& ground = grounds[index];
        // What is scrolled away comes into its view with all that scrolls along; the rest stays where it is.
        const bool along = hidden && ground.view == text.view;
        const Point place = hidden && !along ? into(text.view, at) : at;
        if (!(along ? ground.whole : ground.box).contains(place)) continue;
        const Paint paint = paint_at(seen, ground, place);
        out.red += paint.red * paint.alpha * left;
        out.green += paint.green * paint.alpha * left;
        out.blue += paint.blue * paint.alpha * left;
        left *= 1 - paint.alpha;
        if (left > 0.02F) continue;
        if (ground.mark) continue; // its colour counts, its edge does not
        out.known = true;
        out.ground = index;
        return out;
    }
    return out;
}

double contrast(const Under& ground, std::uint32_t ink)
{
    const Paint paint = paint_of(ink);
    const auto over = [&](float above, float below) {
        return static_cast<double>(above * paint.alpha + below * (1 - paint.alpha));
    };
    const double words = luminance(over(paint.red, ground.red), over(paint.green, ground.green),
                                   over(paint.blue, ground.blue));
    const double below = luminance(static_cast<double>(ground.red), static_cast<double>(ground.green),
                                   static_cast<double>(ground.blue));
    return (std::max(words, below) + 0.05) / (std::min(words, below) + 0.05);
}

void contrast_faults(const Seen& seen, std::vector<std::string>& out)
{
    const auto judge = [&](const TextBox& text) {
        const Box seen_box = text.box.empty() ? text.whole : text.box;
        const Box box = seen_box.inset(1, std::min(3.0F, seen_box.height / 4));
        double least = 21;
        for (int step = 0; step <= 8; ++step) {
            const float part = static_cast<float>(step) / 8;
            for (const float down : {0.0F, 0.5F, 0.98F}) {
                const Under ground =
                    under(seen, text, {box.x + box.width * part * 0.999F, box.y + box.height * down});
                if (ground.known) least = std::min(least, contrast(ground, text.ink));
            }
        }
        if (least + 0.005 >= wanted(seen, text)) return;
        char number[16];
        std::snprintf(number, sizeof number, "%.2f", least);
        out.push_back("contrast of only " + std::string(number) + ": \"" + text.text + "\"");
    };
    for (const TextBox& text : seen.registry.texts()) {
        if (uncovered(seen.registry, text)) judge(text);
    }
    for (const TextBox& text : seen.registry.out_of_sight()) judge(text);
}

} // namespace northseal::kiosk
