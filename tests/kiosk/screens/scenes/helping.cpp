// What comes once in a while: a language on a stick, a form that was left, help from afar, practice, the way
// out.

#include "storage/base/disk.h"
#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

using namespace northseal::kiosk;

namespace {

void sign_in(Play& play)
{
    play.sign_in();
}

void left_form(Album& album)
{
    Play& play = album.kiosk();
    sign_in(play);
    play.tap("nav/learners");
    play.tap("empty/main");
    play.type("Rose");
    play.tap("key/layouts");
    album.show(play, "keyboards", "Seven keyboards; each names the community's own layout that it follows.");
    play.tap("key/layout/syllabics-inuktitut");
    album.add(play, "keyboard-inuktitut");
    play.tap("key/layout/" + std::string(album.language() == "fr" ? "fr-CA" : "en"));
    play.tap("key/signs");
    album.add(play, "keyboard-signs");
    play.tap("key/signs");
    act::Typing opened; // as a held key of the voice's four does
    opened.keyboard = play.state().keyboard;
    opened.keyboard->opened = "e";
    play.app->apply(opened);
    play.frame();
    album.add(play, "keyboard-accents");
    play.tap("key/done");
    play.tap("bar/back");
    play.tap("nav/home");
    album.show(play, "home-kept", "A registration that was left, or that the power took, is there.");
    play.tap("waits/0");
    album.add(play, "register-resumed");
    play.tap("bar/other");
    album.add(play, "register-throw");
    play.tap("dialog/safe");
}

void language_on_a_stick(Album& album)
{
    Play& play = album.kiosk();
    sign_in(play);
    play.tap("settings");
    play.tap("menu/languages");
    album.add(play, "languages");
    play.tap("read");
    album.add(play, "languages-nothing-there");
    RealDisk disk;
    const std::string folder = play.scratch.path("stick") + "/" + language_folder;
    const auto put = [&](const std::string& name, std::string_view text) {
        if (!disk.make_folder(folder) || !disk.write_durably(folder + "/" + name, view(text))) std::abort();
    };
    put("pack.toml", "tag = \"qps\"\nmade_by = \"A test\"\n");
    put("words.toml",
        "\"language.name\" = \"Qps\"\n\"language.choose\" = \"Choose.\"\n\"nav.home\" = \"\"\n");
    play.tap("read");
    album.add(play, "languages-refused");
    put("words.toml", "\"language.name\" = \"Qps\"\n\"language.choose\" = \"Choose.\"\n");
    play.tap("read");
    album.show(play, "languages-added", "A community brings a language of its own; English says the rest.");
}

void diagnostics(Album& album)
{
    Play& play = album.kiosk();
    sign_in(play);
    play.tap("settings");
    play.tap("menu/diagnostics");
    album.add(play, "diagnostics-quiet");
    play.app->apply(act::OpenAssessment{{999}});
    play.app->apply(act::Go{Screen::diagnostics});
    play.frame();
    play.tap("copy");
    album.show(play, "diagnostics",
               "For whoever helps from afar: codes stand here and nowhere else, and no name.");
    play.tap("stop");
    album.show(play, "stop", "The technician's way out: somebody's PIN, and nothing starts the kiosk again.");
    play.pin("000001");
    album.add(play, "stop-wrong");
}

void practice(Album& album)
{
    Play& play = album.kiosk();
    sign_in(play);
    play.tap("settings");
    play.tap("menu/practice");
    album.show(play, "practice", "What practice is, before somebody opens it.");
    // It stays open: what its pages show is the practice's own.
    play.tap("practice");
    album.show(play, "practice-home",
               "Practice: another community in the same case, with its way out above every page.");
    play.tap("nav/learners");
    album.add(play, "practice-learners");
    play.tap("learner/1");
    album.add(play, "practice-learner");
    play.tap("continue");
    album.add(play, "practice-review");
    play.tap("bar/main");
    album.add(play, "practice-sign");
    play.pin("000000");
    album.add(play, "practice-issued");
    play.tap("back");
    play.tap("nav/home");
    album.add(play, "practice-home-issued");
    play.tap("settings");
    album.add(play, "practice-settings");
}

} // namespace

void helping(Album& album)
{
    left_form(album);
    language_on_a_stick(album);
    diagnostics(album);
    practice(album);
}

} // namespace northseal::test
