#pragma once
// Words as pixels, shaped by Pango: what Dear ImGui cannot set right (combining marks that NFC leaves apart,
// scripts outside the atlas, Gentium and 52-pixel titles). One picture a text, kept for the next frame.

#include <list>
#include <map>
#include <string>
#include <tuple>

#include "kiosk/paper/lettering.h"
#include "kiosk/widgets/textures.h"

namespace northseal::kiosk {

class ShapedText final : public WordShaper {
public:
    // `language` is BCP 47. The least recently used pictures go when together they pass `most_bytes`.
    explicit ShapedText(std::string language, std::size_t most_bytes = 8U << 20);

    // From WordShaper: one line in Noto Sans.
    ShapedWords shape(std::string_view text, bool bold, float em_pixels) override;
    void forget() override;
    // Any face of the house; `width` above 0 wraps. Text that is not UTF-8 comes out with U+FFFD where it is
    // not. The reference holds until the next call. A picture without pixels: nothing to draw, or larger than
    // 8192 pixels a side.
    const ShapedWords& set(std::string_view text, Face, float em_pixels, int width = 0);

    std::size_t kept_bytes() const { return m_bytes; }
    std::size_t kept() const { return m_recent.size(); }

private:
    using Key = std::tuple<std::string, Face, float, int>;
    using Recent = std::list<std::pair<Key, ShapedWords>>; // most recent first

    ShapedWords draw(std::string_view text, Face, float em_pixels, int width) const;

    std::string m_language;
    std::size_t m_most_bytes;
    std::size_t m_bytes{0};
    Recent m_recent;
    std::map<Key, Recent::iterator> m_index;
};

} // namespace northseal::kiosk
