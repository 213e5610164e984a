// Learners: the first one, the list, the search, and somebody who may be there already.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

namespace {

void several_learners(Album& album, Play& play)
{
    for (const char* name :
         {"Elijah Wesley", name_of(Hero::syllabics), "Émilie Gagnon", name_of(Hero::long_name)})
        play.register_learner(name);
    album.add(play, "learner-long-name");
    play.tap("nav/learners");
    album.show(play, "learners", "Everybody who is registered here, found by any part of a name or number.");
}

void searching(Album& album, Play& play)
{
    play.tap("search");
    play.type("Ros");
    album.add(play, "learners-search");
    play.type("zzz");
    album.add(play, "learners-not-found");
    for (int i = 0; i < 6; ++i) play.tap("key/back");
    play.type("emil");
    album.add(play, "learners-search-marks");
    for (int i = 0; i < 4; ++i) play.tap("key/back");
    play.type("Ros");
    play.tap("add");
    play.type("e Beardey");
    album.add(play, "register-likely-typing");
    AppState two = play.state();
    two.personal.registration.likely.push_back(two.personal.registration.likely.front());
    album.add("register-likely-two-typing", two);
    play.tap("key/done");
    album.add(play, "register-likely");
    play.tap("bar/back");
}

} // namespace

void registering(Album& album, Play& play)
{
    play.tap("nav/issued");
    album.add(play, "issued-empty");
    play.tap("nav/learners");
    album.add(play, "learners-empty");
    play.tap("empty/main");
    album.add(play, "register-name-empty");
    play.type(album.hero_name());
    album.add(play, "register-typing");
    play.tap("key/done");
    album.add(play, "register-name");
    play.tap("bar/main");
    album.add(play, "register-facts");
    play.tap("bar/main");
    play.tap("consent/share");
    album.show(
        play, "register-consent",
        "Consent, said to the learner: what is needed, what is their choice, and that no is an answer.");
    const std::string other = album.language() == "fr" ? "en" : "fr";
    play.tap("consent/in/" + other);
    album.add(play, "register-consent-other-language");
    play.tap("consent/in/" + album.language());
    play.tap("bar/main");
    album.add(play, "learner-new");
    several_learners(album, play);
    if (album.hero() == Hero::usual) searching(album, play);
    play.tap("nav/learners");
}

} // namespace northseal::test
