// The doors of the other protection classes, and what opens any of them when something is lost.

#include <filesystem>

#include "tests/kiosk/screens/scenes/parts.h"
#include "tests/vault/software_tpm.h"

namespace northseal::test {

using namespace northseal::kiosk;

namespace {

void recovery(Album& album, Play& play)
{
    play.tap("foot");
    album.show(play, "recovery", "A code that two people keep on paper opens the kiosk once.");
    play.tap("code");
    play.type(play.site.codes.steward.substr(0, 17) + "x");
    album.add(play, "recovery-typing");
    play.app->apply(act::ClearText{TextField::recovery_code});
    play.type(play.site.codes.steward);
    play.tap("key/done");
    album.add(play, "recovery-whole");
    play.tap("open");
    album.add(play, "new-pin");
    play.tap("person/1");
    album.show(play, "new-pin-first", "Whoever lost a PIN chooses a new one, twice.");
    play.pin("730164");
    album.add(play, "new-pin-again");
    play.pin("730164");
    album.add(play, "new-pin-kept");
    play.tap("back");
    play.tap("person/2");
    play.pin(witness_pin);
    album.add(play, "home-recovering");
}

void keys(Album& album, Play& play)
{
    play.app->apply(act::Go{Screen::keys});
    play.frame();
    album.show(play, "keys", "What opens this kiosk: words, a stick, its chip; a PIN; two sheets of paper.");
    play.tap("keys/words");
    album.add(play, "keys-words");
    play.tap("keys/sheets");
    play.pin(witness_pin);
    album.add(play, "keys-sheets");
    play.tap("home");
}

void erasure(Album& album, Play& play)
{
    play.register_learner("Elijah Wesley");
    play.tap("record");
    play.tap("record/erase");
    play.tap("retention/now");
    play.tap("bar/main");
    album.add(play, "record-erase-now");
    play.pin(witness_pin);
    album.add(play, "record-erased");
}

} // namespace

void other_doors(Album& album)
{
    PlaySet set;
    {
        Scratch stick;
        set.guard = {vault::UsbToken{stick.path()}, {}, stick.path()};
        Play& play = album.kiosk(set);
        play.tap("language/" + album.language());
        album.add(play, "door-stick");
        std::filesystem::remove_all(stick.path());
        play.tap("open");
        album.add(play, "door-no-stick");
        recovery(album, play);
        keys(album, play);
        erasure(album, play);
    }
    Scratch state;
    const SoftwareTpm chip(state.path("tpm"));
    set.guard = {vault::TpmChip{}, chip.place(), {}};
    Play& play = album.kiosk(set);
    play.tap("language/" + album.language());
    album.add(play, "door-chip");
    play.tap("person/2");
    play.pin("000000");
    album.add(play, "door-chip-wrong");
}

} // namespace northseal::test
