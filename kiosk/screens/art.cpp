#include "kiosk/screens/art.h"

#include <algorithm>

#include "kiosk/widgets/scene.h"

namespace northseal::kiosk {

namespace {

std::string named(const char* what, int width, int height, int kind)
{
    return std::string(what) + " " + std::to_string(width) + "x" + std::to_string(height) + " " +
           std::to_string(kind);
}

int device_pixels(const Ui& ui, float size)
{
    return std::max(1, static_cast<int>(size * ui.theme().look().pixels + 0.5F));
}

} // namespace

Art::~Art()
{
    for (const auto& [name, kept] : m_kept) {
        if (kept.texture) m_ui.textures().release(kept.texture);
    }
}

Texture Art::made(const std::string& name, std::uint64_t number, const Picture& picture)
{
    Kept& kept = m_kept[name];
    if (kept.texture && kept.number == number) return kept.texture;
    if (kept.texture) m_ui.textures().release(kept.texture);
    kept.texture =
        m_ui.textures().upload({picture.width, picture.height, picture.rgba, Alpha::premultiplied});
    kept.number = number;
    return kept.texture;
}

void Art::forget(const std::string& name)
{
    const auto found = m_kept.find(name);
    if (found == m_kept.end()) return;
    if (found->second.texture) m_ui.textures().release(found->second.texture);
    m_kept.erase(found);
}

void Art::forget_made()
{
    std::erase_if(m_kept, [&](const auto& each) {
        const Kept& kept = each.second;
        if (kept.number == 0) return false;
        if (kept.texture) m_ui.textures().release(kept.texture);
        return true;
    });
}

template<class Paint>
Texture Art::painted(const std::string& name, Paint paint)
{
    const auto found = m_kept.find(name);
    if (found != m_kept.end()) return found->second.texture;
    // A picture that cannot be painted is left out: the page says everything in words.
    const Result<Picture> picture = paint();
    if (!picture) return m_kept[name].texture;
    return made(name, 0, picture.value());
}

Texture Art::horizon(float width, float height)
{
    const int across = device_pixels(m_ui, width);
    const int down = device_pixels(m_ui, height);
    return painted(named("horizon", across, down, 0), [&] { return paint_horizon(across, down); });
}

Texture Art::sky(float width, float height, int hour, bool practice)
{
    const int across = device_pixels(m_ui, width);
    const int down = device_pixels(m_ui, height);
    // By night the page is dark, and the other way round: the band follows the page.
    const bool dark = m_ui.theme().look().scheme == Scheme::dark;
    Sky sky = sky_at(static_cast<unsigned>(std::clamp(hour, 0, 23)));
    if (practice)
        sky = dark ? Sky::practice_night : Sky::practice;
    else if (dark)
        sky = Sky::night;
    else if (sky == Sky::night)
        sky = Sky::dusk;
    return painted(named("sky", across, down, static_cast<int>(sky)),
                   [&] { return paint_sky_band(sky, across, down); });
}

Texture Art::rail(bool practice)
{
    const int across = device_pixels(m_ui, 112);
    const int down = device_pixels(m_ui, m_ui.screen().height);
    const bool dark = m_ui.theme().look().scheme == Scheme::dark;
    const RailTone tone = practice ? RailTone::practice : dark ? RailTone::dark : RailTone::light;
    return painted(named("rail", across, down, static_cast<int>(tone)),
                   [&] { return paint_rail(tone, across, down); });
}

Texture Art::island()
{
    const int across = device_pixels(m_ui, 560);
    const int down = device_pixels(m_ui, 230);
    const bool dark = m_ui.theme().look().scheme == Scheme::dark;
    const IslandTone tone = dark ? IslandTone::dark : IslandTone::light;
    return painted(named("island", across, down, static_cast<int>(tone)),
                   [&] { return paint_island(tone, across, down); });
}

} // namespace northseal::kiosk
