#pragma once
// How other threads talk to the screen: they post work, and it is done between two frames. Nothing else is
// shared with the thread that draws.

#include <functional>
#include <mutex>
#include <vector>

namespace northseal::kiosk {

class Mailbox {
public:
    // `wake` is called after each post, on the thread that posts: it ends the wait for events.
    explicit Mailbox(std::function<void()> wake) : m_wake(std::move(wake)) {}

    void post(std::function<void()> work); // from any thread
    void wake() const { m_wake(); }        // ends the wait and brings nothing: from any thread
    bool deliver();                        // by the thread that draws; false where nothing was waiting

private:
    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace northseal::kiosk
