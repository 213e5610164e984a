#pragma once
// Dear ImGui's triangles as pixels, by the processor alone: no driver, so the same bytes everywhere.

#include <cstdint>
#include <functional>

#include "tests/kiosk/support/stage.h"

struct ImDrawData;

namespace northseal::kiosk {

struct Sampled { // one texture: alpha alone, or RGBA
    int width{0};
    int height{0};
    const std::uint8_t* alpha{nullptr};
    const std::uint8_t* rgba{nullptr};
};

Stage::Painted rasterise(const ImDrawData&, float pixels,
                         const std::function<Sampled(TextureId)>& texture_of);

} // namespace northseal::kiosk
