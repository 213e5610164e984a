#pragma once
// Dear ImGui's triangles as pixels, by the processor alone: no driver, so the same bytes everywhere.

#include <cstdint>
#include <functional>

#include "tests/kiosk/support/layout_laws.h"
#include "tests/kiosk/support/stage.h"

struct ImDrawData;

namespace northseal::kiosk {

Stage::Painted rasterise(const ImDrawData&, float pixels,
                         const std::function<Sampled(TextureId)>& texture_of);

} // namespace northseal::kiosk
