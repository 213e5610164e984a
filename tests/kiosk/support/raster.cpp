#include "tests/kiosk/support/raster.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

namespace northseal::kiosk {

namespace {

using Four = std::array<float, 4>;

Four texel(const Sampled& from, int x, int y)
{
    x = std::clamp(x, 0, from.width - 1);
    y = std::clamp(y, 0, from.height - 1);
    const auto at =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width) + static_cast<std::size_t>(x);
    if (from.alpha != nullptr) return {255, 255, 255, static_cast<float>(from.alpha[at])};
    const std::uint8_t* pixel = from.rgba + at * 4;
    return {static_cast<float>(pixel[0]), static_cast<float>(pixel[1]), static_cast<float>(pixel[2]),
            static_cast<float>(pixel[3])};
}

Four sample(const Sampled& from, float u, float v)
{
    const float x = u * static_cast<float>(from.width) - 0.5F;
    const float y = v * static_cast<float>(from.height) - 0.5F;
    const float left = std::floor(x);
    const float top = std::floor(y);
    const float right_part = x - left;
    const float low_part = y - top;
    const int column = static_cast<int>(left);
    const int row = static_cast<int>(top);
    const Four a = texel(from, column, row);
    const Four b = texel(from, column + 1, row);
    const Four c = texel(from, column, row + 1);
    const Four d = texel(from, column + 1, row + 1);
    Four out{};
    for (std::size_t part = 0; part < 4; ++part) {
        const float high = a[part] + (b[part] - a[part]) * right_part;
        const float low = c[part] + (d[part] - c[part]) * right_part;
        out[part] = high + (low - high) * low_part;
    }
    return out;
}

void blend(std::uint8_t* onto, const Four& colour)
{
    const float alpha = colour[3] / 255;
    for (std::size_t part = 0; part < 3; ++part) {
        const float mixed = colour[part] * alpha + static_cast<float>(onto[part]) * (1 - alpha);
        onto[part] = static_cast<std::uint8_t>(std::lround(std::clamp(mixed, 0.0F, 255.0F)));
    }
}

struct Corner {
    float x, y, u, v;
    Four colour;
};

Corner corner(const ImDrawVert& vertex, float pixels)
{
    const ImU32 colour = vertex.col;
    return {vertex.pos.x * pixels,
            vertex.pos.y * pixels,
            vertex.uv.x,
            vertex.uv.y,
            {static_cast<float>(colour & 0xFFU), static_cast<float>((colour >> 8U) & 0xFFU),
             static_cast<float>((colour >> 16U) & 0xFFU), static_cast<float>(colour >> 24U)}};
}

float side(const Corner& a, const Corner& b, float x, float y)
{
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

// An edge that two triangles share belongs to one of them: top and left edges count as inside.
bool owns_edge(const Corner& a, const Corner& b)
{
    return (a.y == b.y && b.x > a.x) || b.y < a.y;
}

struct Clip {
    int left, top, right, bottom;
};

void triangle(Stage::Painted& onto, const Clip& clip, Corner a, Corner b, Corner c, const Sampled& texture)
{
    float area = side(a, b, c.x, c.y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(b, c);
        area = -area;
    }
    const int left = std::max(clip.left, static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))));
    const int right = std::min(clip.right, static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))));
    const int top = std::max(clip.top, static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))));
    const int bottom = std::min(clip.bottom, static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))));
    const bool edges[] = {owns_edge(b, c), owns_edge(c, a), owns_edge(a, b)};
    // A flat shape looks at one point of its texture; most of a screen is flat.
    const bool flat = a.u == b.u && a.u == c.u && a.v == b.v && a.v == c.v;
    const Four whole = flat ? sample(texture, a.u, a.v) : Four{};
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) + 0.5F;
            const float py = static_cast<float>(y) + 0.5F;
            const float weights[] = {side(b, c, px, py), side(c, a, px, py), side(a, b, px, py)};
            bool inside = true;
            for (int edge = 0; edge < 3; ++edge)
                inside = inside && (weights[edge] > 0 || (weights[edge] == 0 && edges[edge]));
            if (!inside) continue;
            const float wa = weights[0] / area;
            const float wb = weights[1] / area;
            const float wc = weights[2] / area;
            Four colour =
                flat ? whole
                     : sample(texture, a.u * wa + b.u * wb + c.u * wc, a.v * wa + b.v * wb + c.v * wc);
            for (std::size_t part = 0; part < 4; ++part)
                colour[part] *= (a.colour[part] * wa + b.colour[part] * wb + c.colour[part] * wc) / 255;
            blend(&onto.rgba[static_cast<std::size_t>(4 * (y * onto.width + x))], colour);
        }
    }
}

} // namespace

Stage::Painted rasterise(const ImDrawData& data, float pixels,
                         const std::function<Sampled(TextureId)>& texture_of)
{
    Stage::Painted out;
    out.width = static_cast<int>(std::lround(data.DisplaySize.x * pixels));
    out.height = static_cast<int>(std::lround(data.DisplaySize.y * pixels));
    out.rgba.assign(static_cast<std::size_t>(4 * out.width * out.height), 255);
    for (int index = 0; index < data.CmdListsCount; ++index) {
        const ImDrawList& list = *data.CmdLists[index];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const Sampled texture = texture_of(reinterpret_cast<TextureId>(command.GetTexID()));
            if (texture.width == 0) continue;
            const auto edge = [&](float value) { return static_cast<int>(std::floor(value * pixels)); };
            const Clip clip{std::max(0, edge(command.ClipRect.x)), std::max(0, edge(command.ClipRect.y)),
                            std::min(out.width, edge(command.ClipRect.z)),
                            std::min(out.height, edge(command.ClipRect.w))};
            const ImDrawIdx* corners = list.IdxBuffer.Data + command.IdxOffset;
            const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
            for (unsigned first = 0; first + 2 < command.ElemCount; first += 3) {
                triangle(out, clip, corner(vertices[corners[first]], pixels),
                         corner(vertices[corners[first + 1]], pixels),
                         corner(vertices[corners[first + 2]], pixels), texture);
            }
        }
    }
    return out;
}

} // namespace northseal::kiosk
