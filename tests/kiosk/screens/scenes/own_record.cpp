// A person's own record: see it, take it away, correct it, have it erased.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

void own_record(Album& album, Play& play)
{
    play.tap("learner/1");
    album.show(play, "learner", "One learner: what is under way, what was issued, and their record.");
    play.tap("record");
    album.show(play, "record", "What is kept about a person, and what they may ask for.");
    play.tap("record/correct");
    album.add(play, "record-correct");
    play.tap("back");
    play.tap("record/pin");
    album.show(play, "record-own-pin",
               "The screen is handed over: a learner chooses a PIN for their own record.");
    play.tap("back");
    play.tap("record/erase");
    album.add(play, "record-erase");
    play.tap("back");
    play.tap("back");
    play.tap("nav/home");
}

} // namespace northseal::test
