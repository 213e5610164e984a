// What the kiosk is, its clock, its delegation, its people; and the lock.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

namespace {

// As a spent battery leaves it.
void clock_in_doubt(Album& album, const Play& play, const std::string& name)
{
    kiosk::AppState state = play.state();
    auto& clock = state.personal.home.clock;
    clock.trust = station::ClockTrust::behind;
    clock.last_entry = state.now;
    clock.says = 3 * 86400;
    if (name == "clock-doubt")
        return album.show(name, state,
                          "No machine is trusted to know the time: two people set it, each alone.");
    album.add(name, state);
    state.personal.clock.first.reset();
    state.personal.clock.apart = true;
    album.add("clock-apart", state);
}

void clock_and_renewal(Album& album, Play& play)
{
    play.tap("menu/clock");
    album.add(play, "clock");
    clock_in_doubt(album, play, "clock-doubt");
    play.pin(assessor_pin);
    album.add(play, "clock-second");
    clock_in_doubt(album, play, "clock-doubt-second");
    play.tap("back");
    play.tap("menu/renewal");
    album.add(play, "renewal-empty");
    play.tap("renewal");
    play.type("river stone kettle");
    album.show(play, "renewal", "Forty words, read out over the radio, renew the right to issue.");
    play.tap("key/done");
    album.add(play, "renewal-misheard");
    play.tap("back");
}

void people(Album& album, Play& play)
{
    play.tap("menu/people");
    album.show(play, "people", "Who may sign here, and how somebody joins.");
    play.tap("bar/main");
    play.type("Wanda Sutherland");
    album.add(play, "people-new-typing");
    play.tap("key/done");
    album.add(play, "people-new");
    play.tap("bar/main");
    play.pin("918273");
    album.add(play, "people-pin");
    play.pin("918273");
    album.add(play, "people-joined");
    play.tap("back");
}

} // namespace

void settings(Album& album, Play& play)
{
    play.tap("settings");
    album.show(play, "settings", "Language, size of words, colours; and the doors to everything rare.");
    play.tap("menu/about");
    album.show(play, "about", "What this machine is, and that its log is whole.");
    clock_and_renewal(album, play);
    people(album, play);
    play.tap("back");
    play.tap("nav/lock");
    album.add(play, "lock-evening");
}

} // namespace northseal::test
