// From a kiosk that was just switched on to its home page.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

void doors(Album& album, Play& play)
{
    album.show(play, "welcome", "The first page: a language, and nothing that anybody has to know.");
    play.tap("sharing");
    album.add(play, "sharing-signed-out");
    play.tap("back");
    play.tap("language/" + album.language());
    album.show(play, "unlock",
               "A kiosk that was switched off opens by six words that two people of the site keep.");
    play.tap("words");
    play.type("river stone kettle lantern birch ott");
    album.add(play, "unlock-typing");
    play.tap("open");
    album.add(play, "unlock-refused");
    play.tap("use-file");
    album.add(play, "sign-in-nobody");
    play.tap("person/1");
    for (const char digit : std::string("000")) play.tap(std::string("pin/") + digit);
    album.show(play, "sign-in", "Whose hands: a name, and a PIN of six digits.");
    for (const char digit : std::string("000")) play.tap(std::string("pin/") + digit);
    play.tap("pin/main");
    album.add(play, "sign-in-wrong");
    play.wait(120);
    play.pin(assessor_pin);
    album.add(play, "home-empty");
    play.tap("nav/lock");
    album.show(play, "lock", "Names have left the screen; a PIN brings them back.");
    play.tap("open");
    play.tap("person/1");
    play.pin(assessor_pin);
}

} // namespace northseal::test
