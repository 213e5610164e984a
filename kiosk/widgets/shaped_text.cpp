#include "kiosk/widgets/shaped_text.h"

#include <algorithm>
#include <cmath>

#include "storage/base/secret.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

constexpr int side_most = 8192;

std::string as_nfc(std::string_view text)
{
    std::string whole;
    if (is_utf8(text))
        whole = text;
    else
        for (const char32_t point : code_points(text)) append_utf8(whole, point);
    auto nfc = to_nfc(whole);
    return nfc.ok() ? std::move(nfc).value() : whole;
}

std::size_t cost_of(const std::string& text, const ShapedWords& words)
{
    return sizeof(ShapedWords) + text.size() + words.alpha.size();
}

// A surface only to ask for measures.
struct Ruler {
    Surface surface{cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
    Context context{cairo_create(surface.get())};
};

std::vector<std::uint8_t> alpha_of(const Block& block, int width, int height, double x, double y)
{
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
    {
        const Context context(cairo_create(surface.get()));
        block.draw(context.get(), x, y, {0x000000});
    }
    cairo_surface_flush(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    if (data == nullptr) return {};
    const int stride = cairo_image_surface_get_stride(surface.get());
    std::vector<std::uint8_t> alpha;
    alpha.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int line = 0; line < height; ++line) {
        const auto* row = data + static_cast<std::ptrdiff_t>(line) * stride;
        alpha.insert(alpha.end(), row, row + width);
    }
    return alpha;
}

} // namespace

ShapedText::ShapedText(std::string language, std::size_t most_bytes)
    : m_language(std::move(language)), m_most_bytes(most_bytes)
{}

ShapedWords ShapedText::shape(std::string_view text, bool bold, float em_pixels)
{
    return set(text, bold ? Face::text_bold : Face::text, em_pixels);
}

void ShapedText::forget()
{
    // Both hold the text: each is taken out before it is wiped, since a map must not see its keys change.
    while (!m_index.empty()) {
        auto node = m_index.extract(m_index.begin());
        wipe(std::get<0>(node.key()));
    }
    for (auto& [key, words] : m_recent) {
        wipe(std::get<0>(key));
        wipe(std::span<std::uint8_t>(words.alpha));
    }
    m_recent.clear();
    m_bytes = 0;
}

ShapedWords ShapedText::draw(std::string_view text, Face face, float em_pixels, int width) const
{
    ShapedWords words;
    const Ruler ruler;
    const Lettering lettering(ruler.context.get(), m_language);
    const auto block = lettering.set(as_nfc(text), face, static_cast<double>(em_pixels),
                                     {.width = static_cast<double>(width)});
    const auto ink = block.ink();
    words.advance = static_cast<float>(block.width());
    // The base line on a whole pixel, as ImGui has it for its own faces.
    const double base = std::round(block.first_baseline());
    const double down = base - block.first_baseline();
    const double left = std::floor(ink.x), top = std::floor(ink.y + down);
    const double right = std::ceil(ink.x + ink.width), bottom = std::ceil(ink.y + down + ink.height);
    if (ink.width <= 0 || ink.height <= 0 || right - left > side_most || bottom - top > side_most)
        return words;
    words.width = static_cast<int>(right - left);
    words.height = static_cast<int>(bottom - top);
    words.left = static_cast<int>(left);
    words.baseline = static_cast<int>(base - top);
    words.alpha = alpha_of(block, words.width, words.height, -left, down - top);
    if (words.alpha.empty()) words.width = words.height = 0;
    return words;
}

const ShapedWords& ShapedText::set(std::string_view text, Face face, float em_pixels, int width)
{
    Key key{std::string(text), face, em_pixels, width};
    const auto known = m_index.find(key);
    if (known != m_index.end()) {
        m_recent.splice(m_recent.begin(), m_recent, known->second);
        return m_recent.front().second;
    }
    auto words = draw(text, face, em_pixels, width);
    m_bytes += cost_of(std::get<0>(key), words);
    m_recent.emplace_front(std::move(key), std::move(words));
    m_index.emplace(m_recent.front().first, m_recent.begin());
    while (m_bytes > m_most_bytes && m_recent.size() > 1) {
        const auto& [old_key, old_words] = m_recent.back();
        m_bytes -= cost_of(std::get<0>(old_key), old_words);
        m_index.erase(old_key);
        m_recent.pop_back();
    }
    return m_recent.front().second;
}

} // namespace northseal::kiosk
