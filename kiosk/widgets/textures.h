#pragma once
// Pictures that somebody else painted (certificates, scenes, shaped names), handed over for drawing.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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

// Premultiplied RGBA as the blending of Dear ImGui wants it: colours not yet weakened by their alpha.
void make_straight(std::span<std::uint8_t> rgba);

// Who owns the graphics memory: the window, or the stage of a test.
class Textures {
public:
    virtual ~Textures() = default;
    // No texture at all for a picture without pixels or of the wrong number of bytes.
    virtual Texture upload(const PixelView&) = 0;
    virtual void release(Texture) = 0; // once no frame draws it any more
};

// Words as pixels, by somebody who can place marks on letters; Dear ImGui cannot.
struct ShapedWords {
    int width{0};
    int height{0};
    int left{0};     // device pixels from where the pen starts to the picture's left edge
    int baseline{0}; // from the picture's top
    float advance{0};
    std::vector<std::uint8_t> alpha; // width * height
};
class WordShaper {
public:
    virtual ~WordShaper() = default;
    // One line in Noto Sans, with Noto Sans Canadian Aboriginal for syllabics.
    virtual ShapedWords shape(std::string_view text, bool bold, float em_pixels) = 0;
    // Names leave the memory: whatever it keeps of words it shaped is wiped.
    virtual void forget() = 0;
};

} // namespace northseal::kiosk
