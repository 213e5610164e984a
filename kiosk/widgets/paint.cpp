#include "kiosk/widgets/paint.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <imgui.h>

namespace northseal::kiosk {

namespace {

ImVec2 low(const Box& box)
{
    return {box.x, box.y};
}
ImVec2 high(const Box& box)
{
    return {box.right(), box.bottom()};
}
ImTextureID id_of(Texture texture)
{
    return reinterpret_cast<ImTextureID>(texture.id);
}

// A blurred rounded square of 48 in a picture of 96: its corners serve a card of any size.
constexpr int shadow_side = 96;
constexpr float shadow_corner = 46;
constexpr float shadow_margin = 24;

struct Blur {
    const char* name;
    float sigma;
    float down;
    float alpha;
    float dark_alpha;
};
Blur blur_of(Elevation elevation)
{
    switch (elevation) {
    case Elevation::card:
        return {"shadow/card", 7, 3, 0.07F, 0.40F};
    case Elevation::over:
        return {"shadow/over", 10, 6, 0.28F, 0.55F};
    case Elevation::dialog:
        return {"shadow/dialog", 16, 8, 0.35F, 0.60F};
    }
    return {"shadow/card", 7, 3, 0.07F, 0.40F};
}

float distance_to_square(float x, float y)
{
    constexpr float half = 24;
    constexpr float radius = 14;
    const float dx = std::abs(x - shadow_side / 2.0F) - (half - radius);
    const float dy = std::abs(y - shadow_side / 2.0F) - (half - radius);
    const float outside = std::hypot(std::max(dx, 0.0F), std::max(dy, 0.0F));
    return outside + std::min(std::max(dx, dy), 0.0F) - radius;
}

Texture shadow_texture(Ui& ui, const Blur& blur)
{
    if (const Texture kept = ui.cached(blur.name)) return kept;
    std::vector<std::uint8_t> rgba(std::size_t{4} * shadow_side * shadow_side, 255);
    for (int y = 0; y < shadow_side; ++y) {
        for (int x = 0; x < shadow_side; ++x) {
            const float away = distance_to_square(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
            const float alpha = 0.5F * std::erfc(away / (blur.sigma * 1.41421356F));
            rgba[static_cast<std::size_t>(4 * (y * shadow_side + x) + 3)] =
                static_cast<std::uint8_t>(std::lround(alpha * 255));
        }
    }
    const Texture made = ui.textures().upload({shadow_side, shadow_side, rgba, Alpha::straight});
    ui.keep(blur.name, made);
    return made;
}

void nine_slices(Ui& ui, const Box& around, Texture texture, Colour tint)
{
    const float corner_x = std::min(shadow_corner, around.width / 2);
    const float corner_y = std::min(shadow_corner, around.height / 2);
    const float xs[] = {around.x, around.x + corner_x, around.right() - corner_x, around.right()};
    const float ys[] = {around.y, around.y + corner_y, around.bottom() - corner_y, around.bottom()};
    constexpr float inner = shadow_corner / shadow_side;
    constexpr float us[] = {0, inner, 1 - inner, 1};
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            ui.draw().AddImage(id_of(texture), {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]},
                               {us[column], us[row]}, {us[column + 1], us[row + 1]}, tint);
    }
}

} // namespace

void fill(Ui& ui, Box box, Colour colour, float radius)
{
    if (box.empty()) return;
    ui.draw().AddRectFilled(low(box), high(box), colour, radius);
    ui.registry().add(Ground{box.meet(ui.clip()), colour, colour, 0, box, ui.clip()});
}

void fill_mark(Ui& ui, Box box, Colour colour, float radius)
{
    if (box.empty()) return;
    ui.draw().AddRectFilled(low(box), high(box), colour, radius);
    ui.registry().add(Ground{box.meet(ui.clip()), colour, colour, 0, box, ui.clip(), true});
}

void ring(Ui& ui, Box box, Colour colour, float thickness, float radius)
{
    const float inside = thickness / 2 - 0.5F;
    ui.draw().AddRect({box.x + inside, box.y + inside}, {box.right() - inside, box.bottom() - inside}, colour,
                      std::max(0.0F, radius - thickness / 2), 0, thickness);
}

void disc(Ui& ui, Point centre, float radius, Colour colour)
{
    ui.draw().AddCircleFilled({centre.x, centre.y}, radius, colour, 48);
    const Box box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    ui.registry().add(Ground{box.meet(ui.clip()), colour, colour, 0, box, ui.clip()});
}

void circle(Ui& ui, Point centre, float radius, Colour colour, float thickness)
{
    ui.draw().AddCircle({centre.x, centre.y}, radius - thickness / 2, colour, 48, thickness);
}

void figure(Ui& ui, const std::vector<Point>& corners, Colour colour)
{
    std::vector<ImVec2> points;
    for (const Point& each : corners) points.push_back({each.x, each.y});
    ui.draw().AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour);
}

void outline(Ui& ui, const std::vector<Point>& corners, Colour colour, float thickness, bool closed)
{
    std::vector<ImVec2> points;
    for (const Point& each : corners) points.push_back({each.x, each.y});
    ui.draw().AddPolyline(points.data(), static_cast<int>(points.size()), colour,
                          closed ? ImDrawFlags_Closed : 0, thickness);
    for (const Point& each : corners) disc(ui, each, thickness / 2, colour);
}

void dashes(Ui& ui, const std::vector<Point>& corners, Colour colour, float thickness, float dash)
{
    for (std::size_t index = 0; index < corners.size(); ++index) {
        const Point from = corners[index];
        const Point to = corners[(index + 1) % corners.size()];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        // A dash at each end, so that corners are seen.
        const int gaps = std::max(1, static_cast<int>(std::lround((length / dash - 1) / 2)));
        const float step = length / static_cast<float>(2 * gaps + 1);
        for (int each = 0; each <= gaps; ++each) {
            const float begin = step * static_cast<float>(2 * each) / length;
            const float end = step * static_cast<float>(2 * each + 1) / length;
            ui.draw().AddLine({from.x + (to.x - from.x) * begin, from.y + (to.y - from.y) * begin},
                              {from.x + (to.x - from.x) * end, from.y + (to.y - from.y) * end}, colour,
                              thickness);
        }
    }
}

void divider(Ui& ui, float x, float y, float width)
{
    fill(ui, {x, y, width, ui.theme().stroke(Stroke::divider)}, ui.colours().line);
}

void gradient_down(Ui& ui, Box box, std::initializer_list<BandStop> stops)
{
    for (auto stop = stops.begin(); stop != stops.end() && std::next(stop) != stops.end(); ++stop) {
        const auto next = std::next(stop);
        const Box band{box.x, box.y + box.height * stop->at, box.width, box.height * (next->at - stop->at)};
        ui.registry().add(Ground{band.meet(ui.clip()), stop->colour, next->colour, 0, band, ui.clip()});
        ui.draw().AddRectFilledMultiColor({box.x, box.y + box.height * stop->at},
                                          {box.right(), box.y + box.height * next->at}, stop->colour,
                                          stop->colour, next->colour, next->colour);
    }
}

int drawn_so_far(const Ui& ui)
{
    return ui.draw().VtxBuffer.Size;
}

void fade_since(Ui& ui, int mark, float part, float lower)
{
    ImVector<ImDrawVert>& corners = ui.draw().VtxBuffer;
    for (int index = mark; index < corners.Size; ++index) {
        corners[index].col = blend(0, corners[index].col, part);
        corners[index].pos.y += std::round(lower);
    }
}

void shadow(Ui& ui, Box box, Elevation elevation)
{
    if (ui.theme().high_contrast()) return;
    const Blur blur = blur_of(elevation);
    const bool dark = ui.theme().look().scheme == Scheme::dark;
    const Colour tint = with_alpha(ui.colours().shadow, dark ? blur.dark_alpha : blur.alpha);
    nine_slices(ui, box.inset(-shadow_margin).moved(0, blur.down), shadow_texture(ui, blur), tint);
    if (elevation == Elevation::card)
        fill(ui, box.moved(0, 1), with_alpha(ui.colours().shadow, dark ? 0.25F : 0.08F), 14);
}

void picture(Ui& ui, Box box, Texture texture, float radius)
{
    if (!texture) return;
    constexpr Colour as_it_is = 0xFFFFFFFFU;
    ui.registry().add(Ground{box.meet(ui.clip()), 0, 0, texture.id, box, ui.clip()});
    if (radius > 0)
        ui.draw().AddImageRounded(id_of(texture), low(box), high(box), {0, 0}, {1, 1}, as_it_is, radius);
    else
        ui.draw().AddImage(id_of(texture), low(box), high(box), {0, 0}, {1, 1}, as_it_is);
}

void picture_over(Ui& ui, Box box, Texture texture, float radius)
{
    if (!texture || box.empty() || texture.width < 1 || texture.height < 1) return;
    constexpr Colour as_it_is = 0xFFFFFFFFU;
    const float scale = std::max(box.width / texture.width, box.height / texture.height);
    const float u = (1 - box.width / (texture.width * scale)) / 2;
    const float v = (1 - box.height / (texture.height * scale)) / 2;
    ui.registry().add(Ground{box.meet(ui.clip()), 0, 0, texture.id, box, ui.clip()});
    ui.draw().AddImageRounded(id_of(texture), low(box), high(box), {u, v}, {1 - u, 1 - v}, as_it_is, radius);
}

Box fitted(Box room, float width, float height)
{
    const float scale = std::min(room.width / std::max(1.0F, width), room.height / std::max(1.0F, height));
    return room.at_centre(std::floor(width * scale), std::floor(height * scale));
}

void qr_code(Ui& ui, Box box, const std::vector<bool>& modules, int side)
{
    if (side <= 0 || modules.size() != static_cast<std::size_t>(side) * static_cast<std::size_t>(side))
        return;
    constexpr Colour white = 0xFFFFFFFFU;
    constexpr Colour black = 0xFF000000U;
    constexpr int quiet = 4;
    const float pixels = ui.theme().look().pixels;
    const auto across = static_cast<float>(side + 2 * quiet);
    const float module =
        std::max(1.0F, std::floor(std::min(box.width, box.height) * pixels / across)) / pixels;
    const Box all = box.at_centre(module * across, module * across);
    fill(ui, all, white);
    // Lines of black at once, without smoothing: a scanner reads edges.
    const ImDrawListFlags smooth = ui.draw().Flags;
    ui.draw().Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side;) {
            int end = x;
            while (end < side && modules[static_cast<std::size_t>(y * side + end)]) ++end;
            if (end > x) {
                const Box line{all.x + module * static_cast<float>(x + quiet),
                               all.y + module * static_cast<float>(y + quiet),
                               module * static_cast<float>(end - x), module};
                ui.draw().AddRectFilled(low(line), high(line), black);
            }
            x = std::max(end, x + 1);
        }
    }
    ui.draw().Flags = smooth;
}

void seal_mark(Ui& ui, Point centre, float size, Colour colour, Colour needle)
{
    ImDrawList& draw = ui.draw();
    const float unit = size / 44; // drawn on a square of 44
    const auto at = [&](float x, float y) { return ImVec2{centre.x + x * unit, centre.y + y * unit}; };
    constexpr float pi = 3.14159265F;
    draw.PathArcTo(at(0, 0), 20.5F * unit, -pi / 2 + 0.33F, 1.5F * pi - 0.33F, 64);
    draw.PathStroke(colour, 0, 3 * unit);
    for (const float side : {-1.0F, 1.0F}) {
        draw.AddCircleFilled(at(side * 6.6F, -19.4F), 1.5F * unit, colour, 16); // round ends
        draw.AddTriangleFilled(at(0, -25), at(side * 3.6F, -13.6F), at(0, -14.9F), needle);
    }
    draw.AddTriangleFilled(at(-15, 5.4F), at(-6.4F, -4), at(3, 5.4F), colour);
    draw.AddTriangleFilled(at(-7, 5.4F), at(6.1F, -7), at(15, 5.4F), colour);
    draw.AddRectFilled(at(-13.4F, 8.4F), at(13.4F, 11.2F), colour, 1.4F * unit);
    draw.AddRectFilled(at(-8, 12.6F), at(8, 15.4F), colour, 1.4F * unit);
}

} // namespace northseal::kiosk
