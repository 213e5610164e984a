#pragma once
// A printer that nobody waits for. What is said to it is passed on by a thread of its own, so that one that
// is off, or hangs, freezes no picture. What it answers is the latest that is known: a page counts as waiting
// until the printer has it, and as printed only when the printer has said so.

#include <functional>
#include <memory>

#include "kiosk/paper/printer.h"

namespace northseal::kiosk {

class BackgroundPrinter final : public Printer {
public:
    // `news` is called on the printer's thread whenever a report differs from the one before.
    BackgroundPrinter(std::unique_ptr<Printer>, std::function<void()> news = {});
    ~BackgroundPrinter() override; // waits for what is being said to the printer: some seconds at most

    // Takes the page at once; its id is of this kiosk. Where the printer does not take it, the job is
    // stopped.
    Result<std::string> submit(std::string_view title, ByteView pdf) override;
    // What was heard last, at once; the printer is asked anew where that is older than a second.
    PrinterReport poll(const std::string& job) override;
    // A job that the printer does not have yet never reaches it.
    Result<> cancel(const std::string& job) override;
    Kind kind() const override;
    std::string place() const override;
    std::uint64_t news() const override;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace northseal::kiosk
