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
    album.show(play, "renewal-ways", "How much of the permission to issue is left, and how it is renewed.");
    kiosk::AppState state = play.state();
    state.personal.home.notice.warning = station::DelegationWarning::ends_very_soon;
    state.personal.home.notice.days = 9;
    state.personal.renewal.stick = kiosk::StickSearch::nothing_there;
    album.add("renewal-ends", state);
    state.personal.home.notice.warning = station::DelegationWarning::ended;
    state.personal.home.notice.left = 0;
    album.add("renewal-ended", state);
    state = play.state();
    state.personal.renewal.done = true;
    album.add("renewal-done", state);
    play.tap("way/words");
    play.tap("key/done");
    album.add(play, "renewal-empty");
    play.tap("renewal");
    play.type("river stone kettle ab");
    album.show(play, "renewal", "Eighteen words, read out over the radio, renew the right to issue.");
    play.tap("key/done");
    album.add(play, "renewal-misheard");
    play.tap("back");
    play.tap("back");
}

void people(Album& album, Play& play)
{
    play.tap("menu/people");
    album.add(play, "people");
    play.tap("person/2");
    album.add(play, "people-other");
    play.tap("left");
    album.show(play, "people-leaves", "Somebody no longer works here: what follows, before a PIN says so.");
    play.tap("back");
    play.tap("person/1");
    album.show(play, "people-detail", "Who may sign here, what each may do, and what becomes of a lost PIN.");
    play.tap("person/add");
    play.type("Wanda Sutherland");
    album.add(play, "people-new-typing");
    play.tap("key/done");
    album.add(play, "people-new");
    play.tap("bar/main");
    play.pin("918273");
    album.add(play, "people-pin");
    play.pin("918273");
    album.add(play, "people-joined");
    play.tap("person/3");
    album.add(play, "people-drafts");
    play.tap("left");
    play.pin(assessor_pin);
    album.add(play, "people-left");
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
    play.tap("nav/lock");
    album.add(play, "lock-evening");
}

} // namespace northseal::test
