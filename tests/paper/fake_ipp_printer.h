#pragma once
// A small printer that speaks real IPP over loopback, by libcups' server calls. A test sets what it says
// about itself; it keeps what it was sent.

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "storage/base/bytes.h"

struct _http_s;
struct _ipp_s;

namespace northseal::test {

class FakeIppPrinter {
public:
    FakeIppPrinter();
    ~FakeIppPrinter(); // stops answering
    FakeIppPrinter(const FakeIppPrinter&) = delete;
    FakeIppPrinter& operator=(const FakeIppPrinter&) = delete;

    std::string uri() const { return "ipp://127.0.0.1:" + std::to_string(m_port) + "/ipp/print"; }

    struct Says {
        int printer_state{3}; // idle
        std::vector<std::string> reasons{"none"};
        int job_state{9}; // completed
        bool accepts{true};
    };
    void say(Says);

    struct Job {
        std::string name;
        std::string format;
        std::string scaling;
        Bytes document;
        bool cancelled{false};
    };
    std::vector<Job> jobs();

private:
    void serve();
    void answer(int listener);
    bool read_request(_http_s*, _ipp_s* request, Bytes& document) const;
    void respond(_ipp_s* request, _ipp_s* response, const Bytes& document);

    int m_listener{-1};
    int m_port{0};
    std::atomic<bool> m_stop{false};
    std::mutex m_lock;
    Says m_says;
    std::vector<Job> m_jobs;
    std::thread m_thread;
};

// Takes connections and says nothing, as a machine that hangs does.
class SilentPrinter {
public:
    SilentPrinter();
    ~SilentPrinter();
    SilentPrinter(const SilentPrinter&) = delete;
    SilentPrinter& operator=(const SilentPrinter&) = delete;
    std::string uri() const { return "ipp://127.0.0.1:" + std::to_string(m_port) + "/ipp/print"; }

private:
    int m_listener{-1};
    int m_port{0};
};

} // namespace northseal::test
