#include "kiosk/app/touch_map.h"

namespace northseal::kiosk {

Result<> TouchMap::open()
{
    if (m_path.empty()) return {};
    m_file.reset(std::fopen(m_path.c_str(), "wb"));
    if (!m_file) return Error{Fault::io, "cannot write the touch map to " + m_path};
    return {};
}

void TouchMap::write(const Registry& seen)
{
    if (!m_file) return;
    std::string line = seen.to_json_line();
    if (line == m_last) return;
    // Whole lines only: whoever reads it while we write never meets half of one.
    std::fwrite(line.data(), 1, line.size(), m_file.get());
    std::fputc('\n', m_file.get());
    std::fflush(m_file.get());
    m_last = std::move(line);
}

} // namespace northseal::kiosk
