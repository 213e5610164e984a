// Sign, issue, print, and the lists that hold what was issued.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

using kiosk::JobState;
using kiosk::PrinterState;

namespace {

void on_paper(Album& album, Play& play)
{
    play.printer.state = PrinterState::out_of_paper;
    play.printer.job = JobState::waiting;
    play.tap("bar/main");
    album.show(play, "printing-out-of-paper",
               "What is safe first, then what happened, then what to do, one step after another.");
    play.printer.state = PrinterState::jam;
    play.wait(5);
    album.add(play, "printing-jam");
    play.printer.state = PrinterState::ready;
    play.printer.job = JobState::done;
    play.tap("bar/main");
    album.add(play, "printing-done");
    play.tap("bar/main");
}

} // namespace

void handing_over(Album& album, Play& play)
{
    play.tap("main");
    album.add(play, "review-again");
    play.tap("bar/main");
    for (const char digit : std::string("246")) play.tap(std::string("pin/") + digit);
    album.show(play, "sign-off", "A signature is a person's own PIN, over the words they put their name to.");
    play.tap("pin/clear");
    play.pin(assessor_pin);
    album.show(play, "issued",
               "Issued: signed, kept, and its code holds all of it. Next: paper, and a copy.");
    on_paper(album, play);
    play.tap("nav/issued");
    album.show(play, "issued-list", "Every certificate that this kiosk issued, and whether it was printed.");
    play.tap("nav/sharing");
    album.show(play, "sharing",
               "What leaves this community, what never does, and what waits for a connection.");
    play.tap("nav/learners");
}

} // namespace northseal::test
