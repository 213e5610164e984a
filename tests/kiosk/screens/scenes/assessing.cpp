// A level for each outcome, what was seen, and what is still missing.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

namespace {

void levels(Album& album, Play& play)
{
    play.tap("learner/1");
    play.tap("assess");
    album.add(play, "rubric-first");
    play.tap("level/3");
    play.tap("level/3");
    play.tap("outcome/1");
    play.tap("note");
    play.type("Laid out a stair stringer by herself. Checked the rise twice.");
    album.add(play, "rubric-typing");
    play.tap("key/done");
    album.show(play, "rubric",
               "One outcome at a time: a level, a distance of four bars, and what was seen in a few words.");
    play.tap("outcome/4");
    play.tap("level/4");
    play.tap("outcome/2");
    play.tap("level/2");
    play.tap("outcome/4");
    play.tap("bar/main");
    album.add(play, "review-missing");
    play.tap("choose/3");
    play.tap("level/3");
    play.tap("bar/main");
    play.tap("level/3");
    play.tap("bar/main");
    album.show(play, "review", "Before anybody signs: all of it once more, and what is missing in words.");
}

// The demonstration has one programme, and goes straight to it; a site has several.
void several_programmes(Album& album, const Play& play)
{
    kiosk::AppState state = play.state();
    state.personal.assess_learner = state.personal.learner->learner.row.id;
    state.screen = kiosk::Screen::programmes;
    for (int i = 0; i < 3; ++i) state.programmes.push_back(state.programmes.front());
    album.show("programmes", state,
               "What can be learned here: one programme is chosen, and its rubric opens.");
    state.programmes.clear();
    album.add("programmes-none", state);
}

} // namespace

void assessing(Album& album, Play& play)
{
    several_programmes(album, play);
    levels(album, play);
    play.tap("narrative");
    play.tap("narrative");
    play.type("Planned the work, measured, and checked the result against the table without being asked.");
    album.add(play, "narrative-typing");
    play.tap("key/done");
    album.show(play, "narrative",
               "What an employer will read: a few sentences, in the assessor's own words.");
    play.tap("bar/main");
    play.tap("back");
    play.tap("back");
    play.tap("nav/home");
    album.show(play, "home", "Where a day begins: what to do next, what waits, and how this kiosk is.");
}

} // namespace northseal::test
