#pragma once
// Graphics memory: the glyphs in one channel, pictures in four, and what stands on the screen read back.

#include <cstdint>

#include "kiosk/widgets/textures.h"

struct ImFontAtlas;

namespace northseal::kiosk {

class Graphics final : public Textures {
public:
    Graphics() = default;
    ~Graphics() override;
    Graphics(const Graphics&) = delete;
    Graphics& operator=(const Graphics&) = delete;

    // Makes Dear ImGui's own objects without letting it upload the glyphs as RGBA, which costs four times the
    // memory. A context must be current.
    void start();
    // A quarter of what four channels take. False where the graphics driver has no texture that high.
    bool upload_glyphs(ImFontAtlas&);
    void clear(int width, int height, std::uint32_t colour);
    void finish() const; // waits until all that was asked for is drawn
    std::vector<std::uint8_t> read_back(int width, int height) const; // RGBA, rows from the top

    Texture upload(const PixelView&) override;
    void release(Texture) override;

private:
    unsigned m_glyphs{0};
    std::vector<unsigned> m_released; // freed at the next start of a frame, when no list draws them any more
};

} // namespace northseal::kiosk
