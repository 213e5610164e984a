#include "kiosk/theme/theme.h"

#include <cmath>
#include <cstddef>

#include <imgui.h>

#include "kiosk/theme/letters.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

// Dear ImGui's SizePixels counts from ascent to descent; these turn an em into it (measured on the faces).
constexpr float noto_factor = 1.362F;
constexpr float manrope_factor = 1.366F;
// Above this size a glyph is wide enough to be set on whole pixels, and the atlas stays half as large.
constexpr float oversample_below = 34.0F;

constexpr ImWchar manrope_ranges[] = {0x0020, 0x017F, 0x2010, 0x203A, 0x20AC, 0x20AC, 0};
static_assert(sizeof(ImWchar) == sizeof(unsigned short));

bool is_manrope(Typeface face)
{
    return face == Typeface::manrope_bold || face == Typeface::manrope_semibold;
}

const Bytes& file_of(const FontFiles& files, Typeface face)
{
    switch (face) {
    case Typeface::manrope_bold:
        return files.manrope_bold;
    case Typeface::manrope_semibold:
        return files.manrope_semibold;
    case Typeface::noto:
        return files.noto;
    case Typeface::noto_bold:
        return files.noto_bold;
    }
    return files.noto;
}

ImFont* add_file(ImFontAtlas& atlas, const Bytes& file, float size, const ImWchar* ranges, bool merge)
{
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false; // The theme keeps the file for the next text size.
    config.OversampleH = size < oversample_below ? 2 : 1;
    config.OversampleV = 1;
    config.MergeMode = merge;
    config.SizePixels = size;
    return atlas.AddFontFromMemoryTTF(const_cast<std::uint8_t*>(file.data()), static_cast<int>(file.size()),
                                      size, &config, ranges);
}

ImFont* add_face(ImFontAtlas& atlas, const FontFiles& files, Typeface face, float em)
{
    if (is_manrope(face))
        return add_file(atlas, file_of(files, face), em * manrope_factor, manrope_ranges, false);
    const float size = em * noto_factor;
    ImFont* font = add_file(atlas, file_of(files, face), size, noto_letters, false);
    add_file(atlas, face == Typeface::noto ? files.syllabics : files.syllabics_bold, size, syllabic_letters,
             true);
    return font;
}

bool holds(const ImFont& font, std::string_view text)
{
    for (const char32_t letter : code_points(text)) {
        if (letter == U'\n') continue;
        if (letter > 0xFFFF || font.FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr)
            return false;
    }
    return true;
}

std::size_t at(Role role)
{
    return static_cast<std::size_t>(role);
}

} // namespace

void Theme::build(ImFontAtlas& atlas, const Look& look)
{
    m_look = look;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
    add_roles(atlas);
    add_icons(atlas);
    atlas.Build();
}

void Theme::add_roles(ImFontAtlas& atlas)
{
    struct Made {
        Typeface face;
        float px;
        ImFont* font;
    };
    std::vector<Made> made; // One font for one face and size, however many roles share it.
    const auto font_of = [&](Typeface face, float px) {
        for (const Made& one : made) {
            if (one.face == face && one.px == px) return one.font;
        }
        ImFont* font = add_face(atlas, m_files, face, std::round(px * grow() * 4) / 4 * m_look.pixels);
        made.push_back({face, px, font});
        return font;
    };
    for (int index = 0; index < role_count; ++index) {
        const auto place = static_cast<std::size_t>(index);
        const RoleMetrics& role = metrics(static_cast<Role>(index));
        m_fonts[place] = font_of(role.face, role.px);
        // The welcome page's own size is not built twice: the next face down is drawn larger.
        const float px = role.px > 36 ? 36 : role.px;
        m_fallbacks[place] = is_manrope(role.face) ? font_of(Typeface::noto_bold, px) : m_fonts[place];
    }
}

void Theme::add_icons(ImFontAtlas& atlas)
{
    ImFontGlyphRangesBuilder wanted;
    for (int index = 1; index < icon_count; ++index)
        wanted.AddChar(static_cast<ImWchar>(code_point(static_cast<Icon>(index))));
    ImVector<ImWchar> ranges;
    wanted.BuildRanges(&ranges);
    m_icon_ranges.assign(ranges.begin(), ranges.end()); // The atlas reads them again when it builds.
    for (std::size_t index = 0; index < icon_sizes.size(); ++index) {
        m_icons[index] = add_file(atlas, m_files.icons, icon_sizes[index] * grow() * m_look.pixels,
                                  m_icon_ranges.data(), false);
    }
}

bool Theme::needs_build(const Look& look) const
{
    return m_fonts[0] == nullptr || look.text_size != m_look.text_size || look.pixels != m_look.pixels;
}

float Theme::stroke(Stroke stroke) const
{
    const bool heavy = high_contrast();
    switch (stroke) {
    case Stroke::divider:
        return heavy ? 2.0F : 1.0F;
    case Stroke::control:
        return heavy ? 3.0F : 2.0F;
    case Stroke::focus:
        return heavy ? 4.0F : 3.0F;
    case Stroke::chosen:
        return heavy ? 5.0F : 4.0F;
    }
    return 1.0F;
}

Font Theme::font(Role role, std::string_view text) const
{
    const RoleMetrics& wanted = metrics(role);
    Font out{m_fonts[at(role)], 0, std::round(wanted.line * grow())};
    float sizes = is_manrope(wanted.face) ? manrope_factor : noto_factor;
    if (is_manrope(wanted.face) && !holds(*out.font, text)) {
        out.font = m_fallbacks[at(role)];
        sizes = noto_factor;
    }
    out.size = std::round(wanted.px * grow() * 4) / 4 * sizes;
    return out;
}

Font Theme::font(Role role) const
{
    return font(role, {});
}

Font Theme::icon_font(float px) const
{
    const float size = px * grow();
    std::size_t nearest = 0;
    for (std::size_t index = 0; index < icon_sizes.size(); ++index) {
        if (std::abs(icon_sizes[index] - px) < std::abs(icon_sizes[nearest] - px)) nearest = index;
    }
    return {m_icons[nearest], size, size};
}

bool Theme::has_every_letter(Role role, std::string_view text) const
{
    return holds(*font(role, text).font, text);
}

} // namespace northseal::kiosk
