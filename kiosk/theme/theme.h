#pragma once
// How the kiosk looks just now: scheme, text size, and the fonts that Dear ImGui draws with. Everything is
// laid out in design pixels (150 to the inch); a denser panel only gets finer glyphs.

#include <array>
#include <string_view>
#include <vector>

#include "kiosk/theme/colours.h"
#include "kiosk/theme/files.h"
#include "kiosk/theme/icons.h"
#include "kiosk/theme/type.h"

struct ImFont;
struct ImFontAtlas;

namespace northseal::kiosk {

struct Look {
    Scheme scheme{Scheme::light};
    TextSize text_size{TextSize::normal};
    float pixels{1.0F}; // device pixels to one design pixel
    bool moves{false};  // pages and keys change over some frames, not in one
    bool operator==(const Look&) const = default;
};

// A font with the size to draw it at, in design pixels, as Dear ImGui counts sizes (ascent to descent).
struct Font {
    ImFont* font;
    float size;
    float line; // from one line of text to the next
};

enum class Stroke { divider, control, focus, chosen };

class Theme {
public:
    explicit Theme(FontFiles files) : m_files(std::move(files)) {}

    // Builds the glyphs into an empty or older atlas (which is cleared): 80 to 200 ms, so only when the text
    // size or the panel changes. The atlas must not be in use by a frame.
    void build(ImFontAtlas&, const Look&);
    // Whether going to that look needs build() again; if not, set_rest is enough.
    bool needs_build(const Look&) const;
    void set_rest(const Look& look)
    {
        m_look.scheme = look.scheme;
        m_look.moves = look.moves;
    }

    const Look& look() const { return m_look; }
    const Colours& colours() const { return kiosk::colours(m_look.scheme); }
    bool high_contrast() const { return m_look.scheme == Scheme::contrast; }
    float grow() const { return factor(m_look.text_size); }
    float stroke(Stroke) const; // px; heavier at high contrast

    // The face for this whole string: Manrope's roles turn to Noto Sans Bold where Manrope lacks a letter.
    Font font(Role, std::string_view text) const;
    Font font(Role) const;
    // Square icons; any size, from the nearest built face.
    Font icon_font(float px) const;
    // False where some letter has no glyph at all in the face that would draw it.
    bool has_every_letter(Role, std::string_view text) const;

private:
    void add_roles(ImFontAtlas&);
    void add_icons(ImFontAtlas&);

    FontFiles m_files;
    Look m_look;
    std::array<ImFont*, role_count> m_fonts{};
    std::array<ImFont*, role_count> m_fallbacks{}; // Noto Sans Bold of the same size, for Manrope's roles
    static constexpr std::array<float, 5> icon_sizes{20, 24, 28, 34, 40};
    std::array<ImFont*, icon_sizes.size()> m_icons{};
    std::vector<unsigned short> m_icon_ranges; // pairs of first and last, ended by 0
};

} // namespace northseal::kiosk
