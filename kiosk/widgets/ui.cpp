#include "kiosk/widgets/ui.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "storage/base/secret.h"

namespace northseal::kiosk {

Ui::Ui(const Theme& theme, Textures& textures, WordShaper* shaper)
    : m_theme(theme), m_textures(textures), m_shaper(shaper)
{}

Ui::~Ui()
{
    for (const auto& [name, texture] : m_cached) m_textures.release(texture);
}

void Ui::begin(const FrameInput& input)
{
    m_input = input;
    m_top = m_top_next;
    m_finger = input.pointer;
    m_input.height -= m_top;
    m_input.pointer.y -= m_top;
    m_edits = input.edits;
    std::swap(m_before, m_now);
    m_now.clear();
    m_moving = false;
    m_motion.begin(input.seconds);
    m_typing_before = m_typing;
    m_typing = false;
    m_field = {};
    m_caption = {};
    m_layer = 0;
    m_layers_opened = 0;
    m_layer_stack.clear();
    m_clips.assign(1, {0, -m_top, m_input.width, m_input.height + m_top});
    m_page = m_clips.front();
    m_edges = {};

    // Nothing is a Dear ImGui window: everything is drawn on the list behind windows, in the order of calls.
    m_draw = ImGui::GetBackgroundDrawList();
    m_draw->Flags = ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AntiAliasedLines |
                    ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AllowVtxOffset;
    if (m_top > 0) m_draw->PushClipRect({0, -m_top}, {m_input.width, m_input.height}, false);
    for (auto& [id, state] : m_scrolls) state.drawn = false;
    follow_pointer();
    follow_keys();
    follow_scanner();
}

void Ui::end()
{
    keep_focus();
    ring_words();
    fade_page_in();
    for (const auto& draw : m_later) draw();
    m_later.clear();
    m_motion.end();
    if (m_top > 0) move_below_top();
    // A list that is not on the page any more starts at its top when it comes back.
    std::erase_if(m_scrolls, [](const auto& scroll) { return !scroll.second.drawn; });
    m_tapped.clear();
    m_lifted.clear();
    m_opened.clear();
}

void Ui::move_below_top()
{
    m_draw->PopClipRect();
    for (ImDrawVert& corner : m_draw->VtxBuffer) corner.pos.y += m_top;
    for (ImDrawCmd& command : m_draw->CmdBuffer) {
        command.ClipRect.y += m_top;
        command.ClipRect.w += m_top;
    }
    m_now.move_down(m_top);
}

// What lies between head and foot and right of the rail; those stand at once, and so does the ground, whose
// corners are the screen's.
void Ui::fade_page_in()
{
    constexpr float rise = 12;
    constexpr float least = 0.25F; // of the first frame: it is seen that something came
    const float part = m_motion.arrival("page", m_page_name, page_ms);
    if (part >= 1) return;
    const float shown = least + (1 - least) * part;
    const Box inside{m_edges.left, m_edges.head, m_input.width - m_edges.left,
                     m_input.height - m_edges.head - m_edges.foot};
    for (ImDrawVert& corner : m_draw->VtxBuffer) {
        const bool within = corner.pos.x > inside.x && corner.pos.x < inside.right() &&
                            corner.pos.y > inside.y && corner.pos.y < inside.bottom();
        if (!within) continue;
        corner.col = blend(0, corner.col, shown);
        corner.pos.y += std::round(rise * (1 - part));
    }
}

bool Ui::wants_another_frame() const
{
    return m_moving || m_motion.moving();
}

void Ui::atlas_was_rebuilt()
{
    for (const auto& [name, texture] : m_cached) m_textures.release(texture);
    m_cached.clear();
    m_shaped.clear();
}

void Ui::forget_words()
{
    while (!m_shaped.empty()) {
        auto node = m_shaped.extract(m_shaped.begin());
        const auto picture = m_cached.find(node.key());
        if (picture != m_cached.end()) m_textures.release(picture->second);
        if (auto kept = m_cached.extract(node.key()); !kept.empty()) wipe(kept.key());
        wipe(node.key());
    }
    if (m_shaper != nullptr) m_shaper->forget();
}

float Ui::grown(float size) const
{
    return std::round(size * m_theme.grow());
}

void Ui::open_layer(Box covered)
{
    m_layer_stack.push_back(m_layer);
    m_layer = ++m_layers_opened;
    m_now.add(Cover{covered, m_layer, covered.width >= m_input.width && covered.height >= m_input.height});
}

void Ui::close_layer()
{
    m_layer = m_layer_stack.back();
    m_layer_stack.pop_back();
}

void Ui::push_clip(Box box)
{
    const Box clip = box.meet(m_clips.back());
    m_clips.push_back(clip);
    m_draw->PushClipRect({clip.x, clip.y}, {clip.right(), clip.bottom()}, false);
}

void Ui::pop_clip()
{
    m_clips.pop_back();
    m_draw->PopClipRect();
}

Ui::ScrollState& Ui::scroll_state(std::string_view id)
{
    return m_scrolls[std::string(id)];
}

Texture Ui::cached(const std::string& name) const
{
    const auto found = m_cached.find(name);
    return found == m_cached.end() ? Texture{} : found->second;
}

void Ui::keep(const std::string& name, Texture texture)
{
    // Names of many learners pass through one evening; the oldest by name go, and are made again when needed.
    constexpr std::size_t cached_most = 400;
    if (m_cached.size() >= cached_most) {
        m_textures.release(m_cached.begin()->second);
        m_shaped.erase(m_cached.begin()->first);
        m_cached.erase(m_cached.begin());
    }
    m_cached[name] = texture;
}

Ui::ShapedPicture Ui::shaped(std::string_view text, bool bold, float em)
{
    const float pixels = m_theme.look().pixels;
    const std::string name =
        "words/" + std::to_string(std::lround(em * 100)) + (bold ? "/bold/" : "/") + std::string(text);
    Texture texture = cached(name);
    if (!texture) {
        ShapedWords made = m_shaper->shape(text, bold, em * pixels);
        std::vector<std::uint8_t> rgba(made.alpha.size() * 4, 255);
        for (std::size_t at = 0; at < made.alpha.size(); ++at) rgba[at * 4 + 3] = made.alpha[at];
        texture = m_textures.upload({made.width, made.height, rgba, Alpha::straight});
        keep(name, texture);
        made.alpha.clear();
        m_shaped[name] = std::move(made);
    }
    const ShapedWords& words = m_shaped[name];
    return {texture,
            static_cast<float>(words.left) / pixels,
            static_cast<float>(words.baseline) / pixels,
            words.advance / pixels,
            static_cast<float>(words.width) / pixels,
            static_cast<float>(words.height) / pixels};
}

} // namespace northseal::kiosk
