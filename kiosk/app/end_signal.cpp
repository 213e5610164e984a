#include "kiosk/app/end_signal.h"

#include <utility>

namespace northseal::kiosk {

namespace {

sigset_t end_signals()
{
    sigset_t out{};
    sigemptyset(&out);
    sigaddset(&out, SIGTERM);
    return out;
}

} // namespace

void EndSignal::hold()
{
    const sigset_t signals = end_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

EndSignal::EndSignal(std::function<void()> asked)
    : m_thread([this, asked = std::move(asked)] {
          const sigset_t signals = end_signals();
          int signal = 0;
          if (sigwait(&signals, &signal) == 0 && !m_over) asked();
      })
{}

EndSignal::~EndSignal()
{
    m_over = true;
    pthread_kill(m_thread.native_handle(), SIGTERM); // it waits for nothing else
    m_thread.join();
}

} // namespace northseal::kiosk
