#include <algorithm>

#include "kiosk/paper/printer.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t page_most = 16U << 20;

// A title as a file's name: letters, digits, '-' and '_' of ASCII; anything else becomes '-'.
std::string file_name(std::string_view title)
{
    std::string name;
    for (const char letter : title.substr(0, 80)) {
        const bool plain = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_';
        name += plain ? letter : '-';
    }
    return name.empty() ? "certificate" : name;
}

} // namespace

Result<FilePrinter> FilePrinter::open(std::string folder, Disk& disk)
{
    if (folder.empty()) return refused("name a folder for the pages that are printed into files");
    TRY(disk.make_folder(folder));
    return FilePrinter(std::move(folder), disk);
}

Result<std::string> FilePrinter::submit(std::string_view title, ByteView pdf)
{
    constexpr int copies_most = 999;
    if (pdf.empty() || pdf.size() > page_most) return refused("a page has 1 byte to 16 MB");
    const auto base = m_folder + "/" + file_name(title);
    for (int number = 1; number <= copies_most; ++number) {
        const auto path = base + (number == 1 ? "" : "-" + std::to_string(number)) + ".pdf";
        if (m_disk->exists(path)) {
            const auto there = m_disk->read(path, page_most);
            const bool same = there.ok() && std::ranges::equal(there.value(), pdf);
            if (!same) continue;
            return path;
        }
        TRY(m_disk->write_durably(path, pdf));
        return path;
    }
    return Error{Fault::full, "there are 999 pages of that title in " + m_folder + ": move some away"};
}

PrinterReport FilePrinter::poll(const std::string& job)
{
    PrinterReport report;
    report.printer = PrinterState::ready;
    if (!job.empty()) report.job = m_disk->exists(job) ? JobState::done : JobState::unknown;
    return report;
}

// A file that is written is done: there is nothing to stop.
Result<> FilePrinter::cancel(const std::string&)
{
    return {};
}

} // namespace northseal::kiosk
