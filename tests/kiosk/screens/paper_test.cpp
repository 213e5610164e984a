#include <doctest/doctest.h>

#include "storage/base/json.h"
#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

void issue_one(Play& play)
{
    play.sign_in();
    play.register_learner("Rose Beardy");
    play.tap("assess");
    play.choose_all_levels();
    play.sign_and_issue();
    REQUIRE(play.state().screen == Screen::issued);
}

} // namespace

TEST_SUITE("kiosk/screens/paper")
{
    TEST_CASE("out of paper nothing is counted as printed, and paper put in prints that page once")
    {
        Play play;
        issue_one(play);
        play.printer.state = PrinterState::out_of_paper;
        play.printer.job = JobState::waiting;
        play.tap("bar/main");
        CHECK(play.says("The printer is out of paper"));
        CHECK(play.says("certificate is safe"));
        CHECK(play.state().personal.issued->issued.row.times_printed == 0);
        play.printer.state = PrinterState::ready;
        play.printer.job = JobState::done;
        play.tap("bar/main");
        CHECK(play.state().personal.issued->print == PrintState::done);
        CHECK(play.printer.pages.size() == 1);
        CHECK(play.state().personal.issued->issued.row.times_printed == 1);
    }

    TEST_CASE("a page left for later is called back from the printer and waits on the home page")
    {
        Play play;
        issue_one(play);
        play.printer.state = PrinterState::offline;
        play.printer.job = JobState::waiting;
        play.tap("bar/main");
        play.tap("bar/back");
        CHECK(play.printer.cancelled == 1);
        CHECK(play.state().screen == Screen::home);
        CHECK(play.says("Print one certificate"));
    }

    TEST_CASE("a printer that gave up is sent the page again, and not before it is asked to")
    {
        Play play;
        issue_one(play);
        play.printer.state = PrinterState::jam;
        play.printer.job = JobState::stopped;
        play.tap("bar/main");
        CHECK(play.says("Paper is stuck in the printer"));
        CHECK(play.printer.pages.size() == 1);
        play.printer.state = PrinterState::ready;
        play.printer.job = JobState::done;
        play.tap("bar/main");
        CHECK(play.printer.pages.size() == 2);
        CHECK(play.state().personal.issued->print == PrintState::done);
    }

    TEST_CASE("without a printer the page says so and the certificate is kept all the same")
    {
        PlaySet set;
        set.printer = false;
        Play play(set);
        issue_one(play);
        CHECK_FALSE(play.open("bar/main"));
        CHECK(play.says("No printer is set up."));
    }

    TEST_CASE("a copy to take home holds the credential that was signed, and the page")
    {
        Play play;
        issue_one(play);
        play.tap("take-home");
        CHECK(play.says("Copy saved"));
        const auto& issued = play.state().personal.issued->issued;
        const auto kept =
            play.site.disk.read(play.scratch.path("stick/" + issued.row.serial + ".json"), 1 << 20);
        REQUIRE(kept.ok());
        CHECK(text_of(kept.value()) == issued.json);
        CHECK(play.site.disk.exists(play.scratch.path("stick/" + issued.row.serial + ".pdf")));
    }

    TEST_CASE("an issued certificate is found again and printed again")
    {
        Play play;
        issue_one(play);
        play.tap("bar/main");
        play.tap("bar/main");
        play.tap("nav/issued");
        const auto id = play.state().personal.issued_rows.front().id.value;
        play.tap("issued/" + std::to_string(id));
        CHECK(play.says("Print it again"));
        play.tap("bar/main");
        CHECK(play.printer.pages.size() == 2);
        CHECK(play.printer.pages[0] == play.printer.pages[1]);
    }
}
