#pragma once
// A printer that fails as printers do, by a seed: no paper, a jam, off, or silent about a job it took.

#include <map>

#include "kiosk/paper/printer.h"
#include "tests/simulation/dice.h"

namespace northseal::simulation {

class SimulatedPrinter final : public kiosk::Printer {
public:
    explicit SimulatedPrinter(std::uint64_t seed) : m_dice(seed) {}

    Result<std::string> submit(std::string_view title, ByteView pdf) override
    {
        choose_state();
        if (pdf.empty()) return refused("an empty page");
        if (m_state == kiosk::PrinterState::offline) {
            return Error{Fault::io, "the printer does not answer"};
        }
        const auto job = std::string(title) + "-" + std::to_string(m_jobs.size() + 1);
        m_jobs[job] = kiosk::JobState::waiting;
        return job;
    }
    kiosk::PrinterReport poll(const std::string& job) override
    {
        if (m_dice.one_in(3)) choose_state();
        const auto found = m_jobs.find(job);
        if (found == m_jobs.end()) return {m_state, kiosk::JobState::none, {}};
        const bool runs = m_state == kiosk::PrinterState::ready || m_state == kiosk::PrinterState::low_ink;
        if (runs && found->second == kiosk::JobState::waiting)
            found->second = kiosk::JobState::printing;
        else if (runs && found->second == kiosk::JobState::printing)
            found->second = kiosk::JobState::done;
        else if (m_state == kiosk::PrinterState::jam)
            found->second = kiosk::JobState::stopped;
        return {m_state, found->second, {}};
    }
    Result<> cancel(const std::string& job) override
    {
        m_jobs.erase(job);
        return {};
    }
    Kind kind() const override { return Kind::paper; }
    std::string place() const override { return "simulated"; }

private:
    void choose_state()
    {
        constexpr kiosk::PrinterState states[] = {
            kiosk::PrinterState::ready,        kiosk::PrinterState::ready,  kiosk::PrinterState::ready,
            kiosk::PrinterState::low_ink,      kiosk::PrinterState::jam,    kiosk::PrinterState::offline,
            kiosk::PrinterState::out_of_paper, kiosk::PrinterState::unknown};
        m_state = states[m_dice.below(std::size(states))];
    }

    Dice m_dice;
    kiosk::PrinterState m_state{kiosk::PrinterState::ready};
    std::map<std::string, kiosk::JobState> m_jobs;
};

} // namespace northseal::simulation
