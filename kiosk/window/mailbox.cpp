#include "kiosk/window/mailbox.h"

namespace northseal::kiosk {

void Mailbox::post(std::function<void()> work)
{
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_wake();
}

bool Mailbox::deliver()
{
    std::vector<std::function<void()>> work;
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        work.swap(m_waiting);
    }
    // Without the lock: what is delivered may post again.
    for (const auto& one : work) one();
    return !work.empty();
}

} // namespace northseal::kiosk
