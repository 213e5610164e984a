#include "kiosk/paper/printer.h"

#include <doctest/doctest.h>

#include <chrono>

#include "tests/paper/fake_ipp_printer.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

Bytes page(std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 31 + i / 256);
    return bytes;
}

} // namespace

TEST_SUITE("kiosk/paper/printer")
{
    TEST_CASE("a printer gets the page byte for byte, its size untouched and its title without a name")
    {
        test::FakeIppPrinter machine;
        auto printer = CupsPrinter::open(machine.uri()).value();
        const auto pdf = page(300'001);
        const auto job = printer.submit("K7Q3-M4XD", pdf).value();
        const auto jobs = machine.jobs();
        REQUIRE(jobs.size() == 1);
        CHECK(jobs[0].document == pdf);
        CHECK(jobs[0].format == "application/pdf");
        CHECK(jobs[0].scaling == "none");
        CHECK(jobs[0].name == "K7Q3-M4XD");
        CHECK(printer.poll(job).job == JobState::done);
        CHECK(printer.poll(job).printer == PrinterState::ready);
        CHECK(printer.kind() == Printer::Kind::paper);
    }

    TEST_CASE("a printer without paper keeps the job waiting, says so, and goes on when paper is there")
    {
        test::FakeIppPrinter machine;
        machine.say({4, {"media-empty-warning", "media-needed-warning"}, 5});
        auto printer = CupsPrinter::open(machine.uri()).value();
        const auto job = printer.submit("K7Q3-M4XD", page(100)).value();
        const auto empty = printer.poll(job);
        CHECK(empty.printer == PrinterState::out_of_paper);
        CHECK(empty.job == JobState::printing);
        CHECK(empty.reasons.size() == 2);
        machine.say({3, {"none"}, 9});
        CHECK(printer.poll(job).printer == PrinterState::ready);
        CHECK(printer.poll(job).job == JobState::done);
    }

    TEST_CASE("a jam stops the job, and it may be sent again")
    {
        test::FakeIppPrinter machine;
        machine.say({5, {"media-jam-error"}, 8});
        auto printer = CupsPrinter::open(machine.uri()).value();
        const auto job = printer.submit("K7Q3-M4XD", page(100)).value();
        CHECK(printer.poll(job).printer == PrinterState::jam);
        CHECK(printer.poll(job).job == JobState::stopped);
        machine.say({});
        CHECK(printer.submit("K7Q3-M4XD", page(100)).value() != job);
    }

    TEST_CASE("a printer that is gone is offline, and nothing is said to be printed")
    {
        std::string uri;
        std::string job;
        {
            test::FakeIppPrinter machine;
            uri = machine.uri();
            job = CupsPrinter::open(uri).value().submit("K7Q3-M4XD", page(100)).value();
        }
        auto printer = CupsPrinter::open(uri).value();
        CHECK(printer.poll(job).printer == PrinterState::offline);
        CHECK(printer.poll(job).job == JobState::unknown);
        CHECK(printer.poll("").job == JobState::none);
        const auto again = printer.submit("K7Q3-M4XD", page(100));
        REQUIRE_FALSE(again.ok());
        CHECK(again.error().fault == Fault::io);
    }

    TEST_CASE("a printer that listens and never answers holds nobody up for long")
    {
        const test::SilentPrinter machine;
        auto printer = CupsPrinter::open(machine.uri()).value();
        const auto start = std::chrono::steady_clock::now();
        CHECK(printer.poll("1").printer == PrinterState::offline);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    }

    TEST_CASE("a printer that takes no jobs is believed")
    {
        test::FakeIppPrinter machine;
        machine.say({3, {"none"}, 9, false});
        auto printer = CupsPrinter::open(machine.uri()).value();
        CHECK(printer.submit("K7Q3-M4XD", page(100)).error().fault == Fault::refused);
        CHECK(machine.jobs().empty());
    }

    TEST_CASE("a job is cancelled, and one that nobody knows is unknown")
    {
        test::FakeIppPrinter machine;
        auto printer = CupsPrinter::open(machine.uri()).value();
        const auto job = printer.submit("K7Q3-M4XD", page(100)).value();
        CHECK(printer.cancel(job).ok());
        CHECK(machine.jobs()[0].cancelled);
        CHECK(printer.cancel("77").ok());
        CHECK_FALSE(printer.cancel("first").ok());
        CHECK(printer.poll("77").job == JobState::unknown);
        CHECK(printer.poll("first").job == JobState::unknown);
    }

    TEST_CASE("keywords are matched by their beginning, and the gravest wins")
    {
        CHECK(read_printer_state(3, {}) == PrinterState::ready);
        CHECK(read_printer_state(4, {}) == PrinterState::printing);
        CHECK(read_printer_state(5, {}) == PrinterState::offline);
        CHECK(read_printer_state(0, {}) == PrinterState::unknown);
        CHECK(read_printer_state(3, {"toner-low-report"}) == PrinterState::low_ink);
        CHECK(read_printer_state(4, {"marker-supply-low-warning", "media-empty"}) ==
              PrinterState::out_of_paper);
        CHECK(read_printer_state(5, {"media-needed-error", "media-jam-error"}) == PrinterState::jam);
        CHECK(read_printer_state(5, {"cover-open"}) == PrinterState::jam);
        CHECK(read_printer_state(5, {"offline-report"}) == PrinterState::offline);
        CHECK(read_printer_state(3, {"com.example.spa-day"}) == PrinterState::ready);
    }

    TEST_CASE("an address that is no printer's is refused, with words")
    {
        for (const char* uri :
             {"", "printer", "http://printer.example/", "ipp:///ipp/print", "file:///tmp/x"}) {
            CAPTURE(uri);
            CHECK(CupsPrinter::open(uri).error().fault == Fault::refused);
        }
        CHECK(CupsPrinter::open("ipps://printer.example/ipp/print").value().place() ==
              "ipps://printer.example/ipp/print");
    }
}

TEST_SUITE("kiosk/paper/file_printer")
{
    TEST_CASE("a page is written durably under its title, and the same page again is the same file")
    {
        const test::Scratch scratch;
        RealDisk disk;
        auto printer = FilePrinter::open(scratch.path("pages"), disk).value();
        const auto job = printer.submit("K7Q3-M4XD", page(500)).value();
        CHECK(job == scratch.path("pages/K7Q3-M4XD.pdf"));
        CHECK(disk.read(job, 1000).value() == page(500));
        CHECK(printer.submit("K7Q3-M4XD", page(500)).value() == job);
        CHECK(printer.submit("K7Q3-M4XD", page(501)).value() == scratch.path("pages/K7Q3-M4XD-2.pdf"));
        CHECK(printer.poll(job).job == JobState::done);
        CHECK(printer.poll("elsewhere").job == JobState::unknown);
        CHECK(printer.kind() == Printer::Kind::file);
    }

    TEST_CASE("a title cannot leave the folder")
    {
        const test::Scratch scratch;
        RealDisk disk;
        auto printer = FilePrinter::open(scratch.path("pages"), disk).value();
        CHECK(printer.submit("../../etc/passwd", page(5)).value() ==
              scratch.path("pages/------etc-passwd.pdf"));
        CHECK(printer.submit("", page(6)).value() == scratch.path("pages/certificate.pdf"));
        CHECK_FALSE(printer.submit("K7Q3-M4XD", {}).ok());
        CHECK_FALSE(FilePrinter::open("", disk).ok());
    }
}
