#pragma once
// The machine asks its programs to end before it goes off (SIGTERM): that is a clean end, and no power cut.

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace northseal::kiosk {

class EndSignal {
public:
    static void hold(); // before any other thread is made: they inherit that the signal is not theirs

    explicit EndSignal(std::function<void()> asked); // called once at most, on a thread of its own
    ~EndSignal();
    EndSignal(const EndSignal&) = delete;
    EndSignal& operator=(const EndSignal&) = delete;

private:
    std::atomic<bool> m_over{false};
    std::thread m_thread;
};

} // namespace northseal::kiosk
