// A group, a programme, a day: from the list of sessions to a certificate for each.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

using namespace northseal::kiosk;

namespace {

void who_comes(Album& album, Play& play)
{
    play.tap("nav/sessions");
    album.add(play, "sessions-empty");
    play.tap("empty/main");
    album.show(play, "session-start", "A session begins: the day, then the programme.");
    play.tap("programme/0");
    album.add(play, "roster-nobody");
    for (int person = 1; person <= 6; ++person) play.tap("seat/" + std::to_string(person));
    album.show(play, "roster", "Who comes: in or out by one touch.");
    play.tap("search");
    album.add(play, "roster-typing");
    play.tap("key/done");
    play.tap("bar/main");
    album.add(play, "attendance-nobody");
    for (const char* id : {"here/1", "here/2", "here/3", "here/4", "away/5"}) play.tap(id);
    album.show(play, "attendance", "Who is here? Nothing said is a state too.");
}

void levels_of_all(Album& album, Play& play)
{
    play.tap("bar/main");
    album.add(play, "marking-empty");
    for (int outcome = 0; outcome < 5; ++outcome) {
        play.tap("mark/1/3");
        play.tap("mark/2/3");
        play.tap("mark/3/4");
        if (outcome != 1) play.tap("mark/4/3");
        if (outcome == 1)
            album.show(play, "marking", "A whole group, one outcome at a time: one touch sets one level.");
        play.tap("bar/main");
    }
    for (const char digit : std::string("246")) play.tap(std::string("pin/") + digit);
    album.show(play, "group-sign", "One PIN signs for all whose levels are there, and says who is left out.");
    play.tap("pin/clear");
}

void certificates_of_all(Album& album, Play& play)
{
    for (const char digit : std::string(assessor_pin)) play.tap(std::string("pin/") + digit);
    play.app->apply(act::SubmitPin{});
    play.app->do_pending();
    play.app->do_pending();
    album.show("group-issue", play.app->state(),
               "Issuing for a group: each certificate is signed and kept by itself.");
    play.frame();
    album.add(play, "group-issued");
    play.tap("bar/main");
    play.wait(5);
    album.add(play, "group-printed");
    play.tap("bar/back");
    play.tap("today/1");
    album.add(play, "marking-signed");
    play.tap("back");
    play.tap("nav/home");
    album.add(play, "home-session");
    play.tap("nav/learners");
    album.add(play, "learners-states");
    play.tap("learner/4");
    album.add(play, "learner-under-way");
    play.tap("back");
    play.tap("nav/home");
    play.tap("nav/sessions");
    play.tap("start");
    play.tap("day/later");
    play.tap("programme/0");
    play.tap("bar/main");
    album.show(play, "sessions", "Sessions: today’s first, then what was and what comes.");
    play.tap("filter/open");
    album.add(play, "sessions-none-here");
}

} // namespace

void teaching(Album& album)
{
    Play& play = album.kiosk();
    play.sign_in();
    play.register_learner(album.hero_name());
    for (const char* name :
         {"Elijah Wesley", "Jade Fiddler", "Thomas Nate", "Angeline Moonias", "Samuel McKay"})
        play.register_learner(name);
    who_comes(album, play);
    levels_of_all(album, play);
    certificates_of_all(album, play);
}

// Nobody is left to sign for, or nobody there.
void teaching_edges(Album& album)
{
    AppState state = album.scene("group-sign").state;
    state.pin = {};
    for (auto& lacks : state.personal.session->missing) lacks = {{"missing.level", 4}};
    album.add("group-sign-nobody", state);
    state = album.scene("marking").state;
    for (auto& seat : state.personal.session->session.seats) seat.attendance = station::Attendance::away;
    album.add("marking-all-away", state);
}

} // namespace northseal::test
