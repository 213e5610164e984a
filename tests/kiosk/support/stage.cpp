#include "tests/kiosk/support/stage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include <cairo.h>
#include <imgui.h>

#include "kiosk/widgets/touch.h"
#include "kiosk/widgets/word_shaper.h"
#include "tests/kiosk/support/raster.h"

namespace northseal::kiosk {

namespace {

constexpr TextureId atlas_texture = 1;

// Glyphs are built once for each size, since that takes a tenth of a second and nothing in it changes.
struct Glyphs {
    std::unique_ptr<ImFontAtlas> atlas;
    std::unique_ptr<Theme> theme;
    std::uint64_t hash{0};
};

// Enough to see that something changed; nobody forges a picture here. Eight bytes at a time.
std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t size)
{
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    const auto mix = [&](std::uint64_t word) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 29U;
    };
    for (; size >= 8; size -= 8, bytes += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, 8);
        mix(word);
    }
    std::uint64_t rest = size;
    for (std::size_t i = 0; i < size; ++i) rest = (rest << 8U) | bytes[i];
    mix(rest);
    return hash;
}

Glyphs& glyphs_for(const Look& look)
{
    // Never freed: stages that are static themselves are drawn with them to the end.
    static auto& built = *new std::map<std::pair<int, float>, Glyphs>;
    Glyphs& glyphs = built[{static_cast<int>(look.text_size), look.pixels}];
    if (glyphs.theme != nullptr) return glyphs;
    RealDisk disk;
    auto files = read_fonts(disk, assets_folder());
    if (!files.ok()) throw std::runtime_error(files.error().detail);
    glyphs.atlas = std::make_unique<ImFontAtlas>();
    glyphs.theme = std::make_unique<Theme>(std::move(files).value());
    glyphs.theme->build(*glyphs.atlas, look);
    glyphs.atlas->SetTexID(reinterpret_cast<ImTextureID>(atlas_texture));
    glyphs.hash = mixed(1, glyphs.atlas->TexPixelsAlpha8,
                        static_cast<std::size_t>(glyphs.atlas->TexWidth) *
                            static_cast<std::size_t>(glyphs.atlas->TexHeight));
    return glyphs;
}

} // namespace

Stage::Stage(StageSet set) : m_set(set), m_theme(*glyphs_for(set.look).theme)
{
    m_theme.set_rest(set.look);
    m_context = ImGui::CreateContext(glyphs_for(set.look).atlas.get());
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui::GetStyle().CircleTessellationMaxError = 0.10F;
    m_shaper = make_word_shaper("en");
    m_input.width = set.width;
    m_input.height = set.height;
    m_ui = std::make_unique<Ui>(m_theme, *this, m_shaper.get());
}

Stage::~Stage()
{
    m_ui.reset();
    ImGui::DestroyContext(m_context);
}

void Stage::begin()
{
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().DisplaySize = {m_set.width, m_set.height};
    ImGui::GetIO().DeltaTime = m_input.seconds;
    ImGui::NewFrame();
    m_ui->begin(m_input);
    m_input.edits.clear();
    m_input.moves.clear();
    m_input.scanned.reset();
    m_input.pad = false;
    m_input.wheel = 0;
}

void Stage::end()
{
    m_ui->end();
    ImGui::Render();
}

void Stage::press(Point at)
{
    m_input.pointer = at;
    m_input.touching = true;
}

void Stage::move(Point at)
{
    m_input.pointer = at;
}

void Stage::lift()
{
    m_input.touching = false;
}

Point Stage::middle_of(std::string_view id) const
{
    const Target* target = seen().find(id);
    if (target == nullptr) throw std::runtime_error("nothing on the screen is called " + std::string(id));
    if (target->box.empty()) throw std::runtime_error(std::string(id) + " is scrolled out of sight");
    return target->box.centre();
}

void Stage::add_typing(std::string_view text)
{
    const std::string whole(text);
    const std::vector<std::size_t> stops = caret_stops(whole);
    for (std::size_t index = 0; index + 1 < stops.size(); ++index)
        m_input.edits.push_back(
            {Edit::Kind::insert, whole.substr(stops[index], stops[index + 1] - stops[index])});
}

std::vector<std::string> Stage::faults() const
{
    std::vector<std::string> out = seen().complaints();
    const Seen page = look_at_page();
    text_faults(page, out);
    contrast_faults(page, out);
    target_faults(page, out);
    return out;
}

Seen Stage::look_at_page() const
{
    return {seen(), m_theme, m_ui->screen(), [this](TextureId id) { return sampled(id); }};
}

Sampled Stage::sampled(TextureId id) const
{
    if (id == atlas_texture) {
        const ImFontAtlas& atlas = *glyphs_for(m_set.look).atlas;
        return {atlas.TexWidth, atlas.TexHeight, atlas.TexPixelsAlpha8, nullptr};
    }
    const auto found = m_textures.find(id);
    if (found == m_textures.end()) return {};
    const Painted& held = found->second.painted;
    return {held.width, held.height, nullptr, held.rgba.data()};
}

Stage::Painted Stage::paint() const
{
    ImGui::SetCurrentContext(m_context);
    return rasterise(*ImGui::GetDrawData(), m_set.look.pixels, [this](TextureId id) { return sampled(id); });
}

std::uint64_t Stage::fonts_hash() const
{
    return glyphs_for(m_set.look).hash;
}

std::uint64_t Stage::drawing_hash() const
{
    ImGui::SetCurrentContext(m_context);
    const ImDrawData& data = *ImGui::GetDrawData();
    std::uint64_t hash = mixed(3, &data.DisplaySize, sizeof data.DisplaySize);
    for (int index = 0; index < data.CmdListsCount; ++index) {
        const ImDrawList& list = *data.CmdLists[index];
        for (const ImDrawVert& corner : list.VtxBuffer) {
            const float place[] = {corner.pos.x, corner.pos.y, corner.uv.x, corner.uv.y};
            hash = mixed(hash, place, sizeof place);
            hash = mixed(hash, &corner.col, sizeof corner.col);
        }
        hash = mixed(hash, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto id = reinterpret_cast<TextureId>(command.GetTexID());
            const auto held = m_textures.find(id);
            const std::uint64_t picture = held == m_textures.end() ? fonts_hash() : held->second.hash;
            const float clip[] = {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z,
                                  command.ClipRect.w};
            hash = mixed(hash, clip, sizeof clip);
            hash = mixed(hash, &picture, sizeof picture);
            hash = mixed(hash, &command.ElemCount, sizeof command.ElemCount);
        }
    }
    return hash;
}

bool Stage::save_png(const std::string& path) const
{
    return write_png(paint(), path);
}

bool write_png(const Stage::Painted& painted, const std::string& path)
{
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, painted.width, painted.height);
    unsigned char* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < painted.height; ++y) {
        for (int x = 0; x < painted.width; ++x) {
            const std::uint8_t* from = &painted.rgba[static_cast<std::size_t>(4 * (y * painted.width + x))];
            unsigned char* to = rows + y * stride + x * 4; // blue first: little endian
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
        }
    }
    cairo_surface_mark_dirty(surface);
    const bool written = cairo_surface_write_to_png(surface, path.c_str()) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    return written;
}

Texture Stage::upload(const PixelView& view)
{
    const auto bytes = static_cast<std::size_t>(4) * static_cast<std::size_t>(std::max(0, view.width)) *
                       static_cast<std::size_t>(std::max(0, view.height));
    if (bytes == 0 || view.rgba.size() != bytes) return {};
    Painted kept{view.width, view.height, {view.rgba.begin(), view.rgba.end()}};
    if (view.alpha == Alpha::premultiplied) make_straight(kept.rgba);
    const TextureId id = m_next_texture++;
    const std::uint64_t hash = mixed(2, kept.rgba.data(), kept.rgba.size());
    m_textures[id] = {std::move(kept), hash};
    return {id, static_cast<float>(view.width), static_cast<float>(view.height)};
}

void Stage::release(Texture texture)
{
    m_textures.erase(texture.id);
}

} // namespace northseal::kiosk
