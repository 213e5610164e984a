#include "kiosk/paper/background_printer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace northseal::kiosk {

namespace {

constexpr auto fresh = std::chrono::milliseconds(1000);
constexpr std::size_t jobs_kept = 64; // what became of older ones nobody asks any more

using Moment = std::chrono::steady_clock::time_point;

struct Job {
    std::string title;
    Bytes pdf;      // until the printer has it
    std::string id; // the printer's own; empty: it does not have it yet
    JobState state{JobState::waiting};
    bool cancelled{false};
    Moment asked{};
};

bool is_over(JobState state)
{
    return state == JobState::done || state == JobState::stopped || state == JobState::unknown;
}

} // namespace

struct BackgroundPrinter::Inside {
    Inside(std::unique_ptr<Printer> real, std::function<void()> tell)
        : printer(std::move(real)), told(std::move(tell))
    {}

    std::unique_ptr<Printer> printer; // of the thread alone
    std::function<void()> told;

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::function<void()>> work;
    bool ending{false};
    bool asking{false}; // about the printer alone
    Moment heard{};
    PrinterReport report;
    std::map<std::string, Job> jobs;
    int numbers{0};
    std::uint64_t news{0};
    std::thread thread; // last: it uses all of the above

    void run();
    void send(const std::string& number);
    void ask(const std::string& number);
    void ask_printer();
    void stop(const std::string& number);
    void keep(const std::string& number, const PrinterReport&);
    void forget_old();
    void add(std::function<void()> one) // with the lock
    {
        work.push_back(std::move(one));
        wake.notify_all();
    }
};

void BackgroundPrinter::Inside::run()
{
    while (true) {
        std::function<void()> next;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [&] { return !work.empty() || ending; });
            if (ending) return;
            next = std::move(work.front());
            work.pop_front();
        }
        next();
    }
}

void BackgroundPrinter::Inside::send(const std::string& number)
{
    std::string title;
    Bytes pdf;
    {
        const std::lock_guard lock(mutex);
        Job& job = jobs[number];
        if (job.cancelled) return;
        title = job.title;
        pdf = std::move(job.pdf);
        job.pdf.clear();
    }
    const auto id = printer->submit(title, pdf);
    // Why it was not taken, the printer itself tells best.
    PrinterReport now = printer->poll(id ? id.value() : std::string());
    if (!id) {
        now.job = JobState::stopped;
        now.reasons.push_back(id.error().detail);
    }
    bool stale = false;
    {
        const std::lock_guard lock(mutex);
        Job& job = jobs[number];
        if (id) job.id = id.value();
        stale = job.cancelled;
    }
    if (stale && id) static_cast<void>(printer->cancel(id.value()));
    keep(number, now);
}

void BackgroundPrinter::Inside::ask(const std::string& number)
{
    std::string id;
    {
        const std::lock_guard lock(mutex);
        id = jobs[number].id;
    }
    if (!id.empty()) keep(number, printer->poll(id));
}

void BackgroundPrinter::Inside::ask_printer()
{
    keep({}, printer->poll({}));
}

void BackgroundPrinter::Inside::stop(const std::string& number)
{
    std::string id;
    {
        const std::lock_guard lock(mutex);
        id = jobs[number].id;
    }
    if (!id.empty()) static_cast<void>(printer->cancel(id));
}

void BackgroundPrinter::Inside::keep(const std::string& number, const PrinterReport& now)
{
    bool different = false;
    {
        const std::lock_guard lock(mutex);
        different = report.printer != now.printer;
        report = now;
        heard = std::chrono::steady_clock::now();
        if (number.empty()) {
            asking = false;
        } else {
            Job& job = jobs[number];
            different = different || job.state != now.job;
            job.state = now.job;
            job.asked = {};
        }
        if (different) ++news;
    }
    if (different && told) told();
}

void BackgroundPrinter::Inside::forget_old()
{
    while (jobs.size() > jobs_kept) {
        auto old = jobs.begin();
        for (auto each = jobs.begin(); each != jobs.end(); ++each) {
            if (std::stoi(each->first) < std::stoi(old->first)) old = each;
        }
        jobs.erase(old);
    }
}

BackgroundPrinter::BackgroundPrinter(std::unique_ptr<Printer> printer, std::function<void()> news)
    : m_inside(std::make_unique<Inside>(std::move(printer), std::move(news)))
{
    m_inside->thread = std::thread([inside = m_inside.get()] { inside->run(); });
}

BackgroundPrinter::~BackgroundPrinter()
{
    {
        const std::lock_guard lock(m_inside->mutex);
        m_inside->ending = true;
    }
    m_inside->wake.notify_all();
    m_inside->thread.join();
}

Result<std::string> BackgroundPrinter::submit(std::string_view title, ByteView pdf)
{
    if (pdf.empty()) return refused("there is no page to print");
    Inside& in = *m_inside;
    const std::lock_guard lock(in.mutex);
    const std::string number = std::to_string(++in.numbers);
    Job job;
    job.title = title;
    job.pdf.assign(pdf.begin(), pdf.end());
    in.jobs[number] = std::move(job);
    in.forget_old();
    in.add([&in, number] { in.send(number); });
    return number;
}

PrinterReport BackgroundPrinter::poll(const std::string& number)
{
    Inside& in = *m_inside;
    const std::lock_guard lock(in.mutex);
    const Moment now = std::chrono::steady_clock::now();
    const bool old = now - in.heard > fresh;
    PrinterReport out = in.report;
    out.job = JobState::none;
    if (number.empty()) {
        if (old && !in.asking) in.add([&in] { in.ask_printer(); });
        in.asking = in.asking || old;
        return out;
    }
    const auto found = in.jobs.find(number);
    out.job = found == in.jobs.end() ? JobState::unknown : found->second.state;
    if (found == in.jobs.end() || is_over(out.job) || found->second.id.empty() || !old) return out;
    if (found->second.asked == Moment{}) {
        found->second.asked = now;
        in.add([&in, number] { in.ask(number); });
    }
    return out;
}

Result<> BackgroundPrinter::cancel(const std::string& number)
{
    Inside& in = *m_inside;
    const std::lock_guard lock(in.mutex);
    const auto found = in.jobs.find(number);
    if (found == in.jobs.end()) return {};
    found->second.cancelled = true;
    found->second.state = JobState::stopped;
    found->second.pdf.clear();
    in.add([&in, number] { in.stop(number); });
    return {};
}

Printer::Kind BackgroundPrinter::kind() const
{
    return m_inside->printer->kind();
}

std::string BackgroundPrinter::place() const
{
    return m_inside->printer->place();
}

std::uint64_t BackgroundPrinter::news() const
{
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->news;
}

} // namespace northseal::kiosk
