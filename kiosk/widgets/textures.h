#pragma once
// Pictures that somebody else painted (certificates, scenes, shaped names), handed over for drawing.

#include <cstdint>
#include <span>

namespace northseal::kiosk {

enum class Alpha { straight, premultiplied };

struct PixelView {
    int width{0};
    int height{0};
    std::span<const std::uint8_t> rgba; // 4 * width * height bytes, red first, row after row from the top
    Alpha alpha{Alpha::premultiplied};
};

using TextureId = std::uintptr_t; // 0: no picture

struct Texture {
    TextureId id{0};
    float width{0}; // of the picture itself, in its own pixels
    float height{0};
    explicit operator bool() const { return id != 0; }
};

// Who owns the graphics memory: the window, or the stage of a test.
class Textures {
public:
    virtual ~Textures() = default;
    // No texture at all for a picture without pixels or of the wrong number of bytes.
    virtual Texture upload(const PixelView&) = 0;
    virtual void release(Texture) = 0; // once no frame draws it any more
};

} // namespace northseal::kiosk
