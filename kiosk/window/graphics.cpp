#include "kiosk/window/graphics.h"

#include <algorithm>

#include <GL/gl.h>
#include <GL/glext.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace northseal::kiosk {

namespace {

unsigned new_texture()
{
    unsigned texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    return texture;
}

} // namespace

Graphics::~Graphics()
{
    if (m_glyphs != 0) glDeleteTextures(1, &m_glyphs);
    for (const unsigned texture : m_released) glDeleteTextures(1, &texture);
}

void Graphics::start()
{
    ImGuiIO& io = ImGui::GetIO();
    ImFontAtlas* ours = io.Fonts;
    ImFontAtlas little; // Dear ImGui uploads whatever atlas it finds; it finds this one.
    io.Fonts = &little;
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    io.Fonts = ours;
}

bool Graphics::upload_glyphs(ImFontAtlas& atlas)
{
    int most = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
    if (atlas.TexHeight > most || atlas.TexWidth > most) return false;
    if (m_glyphs != 0) glDeleteTextures(1, &m_glyphs);
    m_glyphs = new_texture();
    const int swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.TexWidth, atlas.TexHeight, 0, GL_RED, GL_UNSIGNED_BYTE,
                 atlas.TexPixelsAlpha8);
    atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<TextureId>(m_glyphs)));
    return true;
}

void Graphics::clear(int width, int height, std::uint32_t colour)
{
    for (const unsigned texture : m_released) glDeleteTextures(1, &texture);
    m_released.clear();
    glViewport(0, 0, width, height);
    const auto part = [&](unsigned shift) { return static_cast<float>((colour >> shift) & 0xFFU) / 255; };
    glClearColor(part(0), part(8), part(16), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void Graphics::finish() const
{
    glFinish();
}

std::vector<std::uint8_t> Graphics::read_back(int width, int height) const
{
    const auto row = static_cast<std::size_t>(4 * width);
    std::vector<std::uint8_t> pixels(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    for (std::size_t low = 0, high = static_cast<std::size_t>(height) - 1; low < high; ++low, --high) {
        const auto first = pixels.begin() + static_cast<std::ptrdiff_t>(low * row);
        const auto last = pixels.begin() + static_cast<std::ptrdiff_t>(high * row);
        std::swap_ranges(first, first + static_cast<std::ptrdiff_t>(row), last);
    }
    return pixels;
}

Texture Graphics::upload(const PixelView& view)
{
    const auto bytes = static_cast<std::size_t>(4) * static_cast<std::size_t>(std::max(0, view.width)) *
                       static_cast<std::size_t>(std::max(0, view.height));
    int most = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
    if (bytes == 0 || view.rgba.size() != bytes || view.width > most || view.height > most) return {};
    std::vector<std::uint8_t> pixels(view.rgba.begin(), view.rgba.end());
    if (view.alpha == Alpha::premultiplied) make_straight(pixels);
    const unsigned texture = new_texture();
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, view.width, view.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 pixels.data());
    return {static_cast<TextureId>(texture), static_cast<float>(view.width), static_cast<float>(view.height)};
}

void Graphics::release(Texture texture)
{
    if (texture) m_released.push_back(static_cast<unsigned>(texture.id));
}

} // namespace northseal::kiosk
