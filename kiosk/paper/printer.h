#pragma once
// A way to paper, passed in like the clock. A printer tells the truth about itself: nothing is said to be
// printed before the printer says so, and a fault comes back as one of a few states, each with its words on
// screen.
//
// Nothing personal stays readable on the kiosk's own disk: CupsPrinter sends the page from memory and writes
// no file. FilePrinter writes the page, readable, into a folder that somebody chose for that; it is for
// demonstrations and for a folder outside the kiosk (a stick), never for the vault's disk.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/disk.h"

namespace northseal::kiosk {

enum class PrinterState {
    ready,
    printing,
    out_of_paper, // no paper, or none of that size
    jam,          // also an open door: somebody has to look inside
    low_ink,      // ink or toner is low, or used up
    offline,      // does not answer, or was stopped by a person
    unknown,      // it answers, and says nothing we know
};

enum class JobState {
    none,    // no job was asked for
    waiting, // accepted, not on paper yet; see the printer's state for why
    printing,
    done,    // the printer says that it is complete, or the file is on the disk
    stopped, // the printer gave up, or somebody stopped it: it may be sent again
    unknown, // the printer no longer knows this job
};

struct PrinterReport {
    PrinterState printer{PrinterState::unknown};
    JobState job{JobState::none};
    std::vector<std::string> reasons; // the printer's own keywords, for the log
};

class Printer {
public:
    virtual ~Printer() = default;

    // Hands over a PDF of one Letter page, landscape. `title` is shown on printers and in their logs: the
    // serial, never a name. The job's id comes back once the printer has all of it. Faults: io, it does not
    // answer; refused, it does not take such a job, and the detail says why.
    virtual Result<std::string> submit(std::string_view title, ByteView pdf) = 0;
    // Asks once and never waits for paper; an empty job asks for the printer alone. A printer on a network is
    // given three seconds to answer.
    virtual PrinterReport poll(const std::string& job) = 0;
    // Stops a job that is not on paper yet, so that no stale page comes out later. No error where it is gone.
    virtual Result<> cancel(const std::string& job) = 0;

    enum class Kind { paper, file };
    virtual Kind kind() const = 0;
    // Grows with each report that came in by itself: then poll() has something new to tell.
    virtual std::uint64_t news() const { return 0; }
    // Where pages go: a folder, or the printer's address. For people who set the kiosk up.
    virtual std::string place() const = 0;
};

// Writes each page durably as TITLE.pdf; where that name is taken by another page, TITLE-2.pdf and so on. The
// same page again is the same file. Its job id is the file's path.
class FilePrinter final : public Printer {
public:
    static Result<FilePrinter> open(std::string folder, Disk&);

    Result<std::string> submit(std::string_view title, ByteView pdf) override;
    PrinterReport poll(const std::string& job) override;
    Result<> cancel(const std::string& job) override;
    Kind kind() const override { return Kind::file; }
    std::string place() const override { return m_folder; }

private:
    FilePrinter(std::string folder, Disk& disk) : m_folder(std::move(folder)), m_disk(&disk) {}
    std::string m_folder;
    Disk* m_disk;
};

// IPP/1.1 and later (RFC 8011) by libcups, straight to the printer: no spooler that prints a stale page
// tomorrow, no file on the way.
class CupsPrinter final : public Printer {
public:
    // "ipp://host[:port]/path" or "ipps://…". It need not answer yet.
    static Result<CupsPrinter> open(std::string_view uri);
    // The default queue of this machine's CUPS server; not_found where there is none. Its spool is that
    // server's own: keep /var/spool/cups in memory, or give the printer's own URI instead.
    static Result<CupsPrinter> open_default_queue();

    Result<std::string> submit(std::string_view title, ByteView pdf) override;
    PrinterReport poll(const std::string& job) override;
    Result<> cancel(const std::string& job) override;
    Kind kind() const override { return Kind::paper; }
    std::string place() const override { return m_uri; }

private:
    CupsPrinter() = default;
    std::string m_uri;
    std::string m_host;
    std::string m_resource;
    int m_port{631};
    bool m_encrypted{false};
};

// The state that a printer's keywords tell (RFC 8011 section 5.4.12), the gravest first: keywords carry
// suffixes like "-error" and "-report", so they are matched by prefix. `state` is its printer-state: 3 idle,
// 4 processing, 5 stopped.
PrinterState read_printer_state(int state, const std::vector<std::string>& reasons);

} // namespace northseal::kiosk
