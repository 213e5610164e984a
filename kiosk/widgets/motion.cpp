#include "kiosk/widgets/motion.h"

#include <algorithm>

namespace northseal::kiosk {

void Motion::begin(float seconds)
{
    m_seconds = seconds;
    m_moving = false;
    for (auto& [id, value] : m_values) value.drawn = false;
}

void Motion::end()
{
    std::erase_if(m_values, [](const auto& each) { return !each.second.drawn; });
    m_first = false;
}

float Motion::go(Value& value, float to, float ms)
{
    value.drawn = true;
    const float step = ms > 0 && m_allowed ? m_seconds * 1000 / ms : 1;
    value.at = value.at < to ? std::min(to, value.at + step) : std::max(to, value.at - step);
    if (value.at != to) m_moving = true;
    return eased(value.at);
}

float Motion::towards(std::string_view id, bool on, float rise_ms, float fall_ms)
{
    const float to = on ? 1 : 0;
    if (!m_allowed) return to;
    const auto found = m_values.find(id);
    if (found == m_values.end()) {
        m_values.emplace(id, Value{to});
        return to;
    }
    return go(found->second, to, on ? rise_ms : fall_ms);
}

float Motion::arrival(std::string_view id, std::string_view of, float ms)
{
    if (!m_allowed) return 1;
    auto found = m_values.find(id);
    if (found == m_values.end())
        found = m_values.emplace(id, Value{m_first ? 1.0F : 0.0F, std::string(of)}).first;
    if (found->second.of != of) found->second = {0, std::string(of)};
    return go(found->second, 1, ms);
}

float Motion::appearance(std::string_view id, float ms)
{
    return arrival(id, {}, ms);
}

} // namespace northseal::kiosk
