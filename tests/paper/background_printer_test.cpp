#include "kiosk/paper/background_printer.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>

using namespace northseal;
using namespace northseal::kiosk;

namespace {

// Answers nothing until it is let go, as a printer does whose power went in mid-sentence.
class HangingPrinter final : public Printer {
public:
    explicit HangingPrinter(std::shared_future<void> let_go) : m_let_go(std::move(let_go)) {}

    Result<std::string> submit(std::string_view title, ByteView) override
    {
        m_let_go.wait();
        if (title == "refused") return refused("no such paper");
        ++taken;
        return "77-" + std::string(title);
    }
    PrinterReport poll(const std::string& job) override
    {
        m_let_go.wait();
        return {PrinterState::ready, job.empty() ? JobState::none : JobState::done, {}};
    }
    Result<> cancel(const std::string&) override
    {
        m_let_go.wait();
        return {};
    }
    Kind kind() const override { return Kind::paper; }
    std::string place() const override { return "nowhere"; }

    int taken{0};

private:
    std::shared_future<void> m_let_go;
};

class Bench {
public:
    Bench() : printer(make(), [this] { tell(); }) {}
    ~Bench()
    {
        if (!m_gone) m_promise.set_value();
    }
    void let_go()
    {
        m_gone = true;
        m_promise.set_value();
    }
    template<class Wanted>
    bool wait(Wanted wanted)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, std::chrono::seconds(20), wanted);
    }

private:
    std::unique_ptr<Printer> make()
    {
        auto out = std::make_unique<HangingPrinter>(m_promise.get_future().share());
        real = out.get();
        return out;
    }
    void tell()
    {
        const std::lock_guard lock(m_mutex);
        m_wake.notify_all();
    }
    std::promise<void> m_promise;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_gone{false};

public:
    HangingPrinter* real{nullptr};
    BackgroundPrinter printer;
};

const Bytes one_page(100, 'x');

} // namespace

TEST_SUITE("kiosk/paper/background_printer")
{
    TEST_CASE("a printer that hangs holds nobody up, and its page counts as waiting until it has it")
    {
        Bench bench;
        CHECK(bench.printer.poll({}).printer == PrinterState::unknown);
        const auto job = bench.printer.submit("K7Q3-M4XD", one_page);
        REQUIRE(job.ok());
        for (int i = 0; i < 100; ++i) CHECK(bench.printer.poll(job.value()).job == JobState::waiting);
        bench.let_go();
        CHECK(bench.wait([&] { return bench.printer.poll(job.value()).job == JobState::done; }));
        CHECK(bench.printer.poll(job.value()).printer == PrinterState::ready);
        CHECK(bench.printer.news() > 0);
    }

    TEST_CASE("a page that was cancelled while the printer hung never reaches it")
    {
        Bench bench;
        static_cast<void>(bench.printer.poll({})); // hangs in this question
        const auto job = bench.printer.submit("K7Q3-M4XD", one_page);
        CHECK(bench.printer.cancel(job.value()).ok());
        CHECK(bench.printer.poll(job.value()).job == JobState::stopped);
        const auto other = bench.printer.submit("B2B2-B2B2", one_page);
        bench.let_go();
        CHECK(bench.wait([&] { return bench.printer.poll(other.value()).job == JobState::done; }));
        CHECK(bench.real->taken == 1);
    }

    TEST_CASE("a page that the printer does not take is stopped, and may be sent again")
    {
        Bench bench;
        bench.let_go();
        const auto job = bench.printer.submit("refused", one_page);
        REQUIRE(job.ok());
        CHECK(bench.wait([&] { return bench.printer.poll(job.value()).job == JobState::stopped; }));
        CHECK(bench.printer.poll(job.value()).printer == PrinterState::ready);
    }

    TEST_CASE("a job that it never had is unknown to it")
    {
        Bench bench;
        CHECK(bench.printer.poll("41").job == JobState::unknown);
        CHECK_FALSE(bench.printer.submit("K7Q3-M4XD", {}).ok());
    }
}
