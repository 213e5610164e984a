// kiosk_screens DIR: every screen as a picture at 1280x800, in English and in French, played by taps. For
// people who look at them; the tests assert the rest.

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>

#include "tests/kiosk/screens/support/play.h"
#include "tests/vault/software_tpm.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

constexpr const char* usual_name = "Rose Beardy";
constexpr const char* long_name = "Marie-Angélique Anne-Catherine Wapachee-Kanatewat Tremblay-R";
constexpr const char* syllabics = "ᒪᕆ ᐊᓂᔑᓈᐯ"; // as in the reference credentials

struct Album {
    std::string folder;
    int number{0};
    void add(Play& play, const std::string& name)
    {
        ++number;
        const auto count = (number < 10 ? "0" : "") + std::to_string(number);
        if (!play.stage.save_png(folder + "/" + count + "-" + name + ".png"))
            std::fprintf(stderr, "cannot write %s\n", name.c_str());
        for (const auto& fault : play.stage.faults())
            std::printf("%s/%s-%s: %s\n", folder.c_str(), count.c_str(), name.c_str(), fault.c_str());
    }
};

void doors(Play& play, Album& album, const std::string& language)
{
    album.add(play, "welcome");
    play.tap("sharing");
    album.add(play, "sharing-signed-out");
    play.tap("back");
    play.tap("language/" + language);
    album.add(play, "unlock");
    play.tap("words");
    play.type("river stone kettle lantern birch ott");
    album.add(play, "unlock-typing");
    play.tap("open");
    play.tap("use-file");
    album.add(play, "sign-in");
    play.tap("person/1");
    for (const char digit : std::string("000000")) play.tap(std::string("pin/") + digit);
    play.tap("pin/main");
    album.add(play, "sign-in-wrong");
    play.wait(120);
    play.pin(assessor_pin);
    album.add(play, "home-empty");
}

void registration(Play& play, Album& album, const std::string& hero)
{
    play.tap("nav/issued");
    album.add(play, "issued-empty");
    play.tap("nav/learners");
    album.add(play, "learners-empty");
    play.tap("empty/main");
    play.type(hero);
    album.add(play, "register-typing");
    play.tap("key/done");
    play.tap("bar/main");
    album.add(play, "register-facts");
    play.tap("bar/main");
    play.tap("consent/share");
    album.add(play, "register-consent");
    play.tap("bar/main");
    album.add(play, "learner-new");
    for (const char* name : {"Elijah Wesley", syllabics, "Émilie Gagnon", long_name})
        play.register_learner(name);
    album.add(play, "learner-long-name");
    play.tap("nav/learners");
    album.add(play, "learners");
    if (hero != usual_name) return;
    play.tap("search");
    play.type("Ros");
    album.add(play, "learners-search");
    play.tap("add");
    play.type("e Beardey");
    album.add(play, "register-likely-typing");
    play.tap("key/done");
    album.add(play, "register-likely");
    play.tap("bar/back");
}

void assessment(Play& play, Album& album)
{
    play.tap("learner/1");
    play.tap("assess");
    album.add(play, "rubric-first");
    play.tap("level/3");
    play.tap("bar/main");
    play.tap("level/3");
    play.tap("note");
    play.type("Laid out a stair stringer by herself. Checked the rise twice.");
    album.add(play, "rubric-typing");
    play.tap("key/done");
    album.add(play, "rubric");
    play.tap("outcome/4");
    play.tap("level/4");
    play.tap("outcome/2");
    play.tap("level/2");
    play.tap("bar/main");
    play.tap("bar/main");
    play.tap("bar/main");
    album.add(play, "review-missing");
    play.tap("choose/3");
    play.tap("level/3");
    play.tap("bar/main");
    play.tap("level/3");
    play.tap("bar/main");
    play.tap("bar/main");
    album.add(play, "review");
    play.tap("narrative");
    play.tap("narrative");
    play.type("Planned the work, measured, and checked the result against the table without being asked.");
    album.add(play, "narrative-typing");
    play.tap("key/done");
    album.add(play, "narrative");
    play.tap("bar/main");
    play.tap("back");
    play.tap("back");
    play.tap("nav/home");
    album.add(play, "home-under-way");
}

void handing_over(Play& play, Album& album)
{
    play.tap("main");
    album.add(play, "review-again");
    play.tap("bar/main");
    for (const char digit : std::string("246")) play.tap(std::string("pin/") + digit);
    album.add(play, "sign-off");
    play.tap("pin/clear");
    play.pin(assessor_pin);
    album.add(play, "issued");
    play.printer.state = PrinterState::out_of_paper;
    play.printer.job = JobState::waiting;
    play.tap("bar/main");
    album.add(play, "printing-out-of-paper");
    play.printer.state = PrinterState::ready;
    play.printer.job = JobState::done;
    play.tap("bar/main");
    album.add(play, "printing-done");
    play.tap("bar/main");
    play.tap("nav/issued");
    album.add(play, "issued-list");
    play.tap("nav/sharing");
    album.add(play, "sharing");
    play.tap("nav/learners");
    play.tap("learner/1");
    album.add(play, "learner");
    play.tap("record");
    album.add(play, "record");
    play.tap("record/correct");
    album.add(play, "record-correct");
    play.tap("back");
    play.tap("record/erase");
    album.add(play, "record-erase");
    play.tap("back");
    play.tap("back");
    play.tap("nav/home");
    play.tap("settings");
    album.add(play, "settings");
    play.tap("menu/about");
    album.add(play, "about");
    play.tap("menu/clock");
    album.add(play, "clock");
    play.pin(assessor_pin);
    album.add(play, "clock-second");
    play.tap("back");
    play.tap("menu/renewal");
    album.add(play, "renewal");
    play.tap("renewal");
    play.type("river stone kettle");
    album.add(play, "renewal-typing");
    play.tap("key/done");
    play.tap("back");
    play.tap("menu/people");
    album.add(play, "people");
    play.tap("bar/main");
    play.type("Wanda Sutherland");
    play.tap("key/done");
    album.add(play, "people-new");
    play.tap("bar/main");
    play.pin("918273");
    album.add(play, "people-pin");
    play.pin("918273");
    album.add(play, "people-joined");
    play.tap("back");
    play.tap("back");
    play.tap("nav/lock");
    album.add(play, "lock");
}

// The doors of the other protection classes, and what opens any of them when something is lost.
void other_doors(PlaySet set, Album& album, const std::string& language)
{
    Scratch stick;
    set.guard = {vault::UsbToken{stick.path()}, {}, stick.path()};
    {
        Play play(set);
        play.tap("language/" + language);
        album.add(play, "door-stick");
        std::filesystem::remove_all(stick.path());
        play.tap("open");
        album.add(play, "door-no-stick");
        play.tap("foot");
        album.add(play, "recovery");
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
        play.pin("730164");
        album.add(play, "new-pin-again");
        play.pin("730164");
        album.add(play, "new-pin-kept");
        play.tap("back");
        play.tap("person/2");
        play.pin(witness_pin);
        album.add(play, "home-recovering");
        play.app->apply(act::Go{Screen::keys});
        play.frame();
        album.add(play, "keys");
        play.tap("keys/words");
        album.add(play, "keys-words");
        play.tap("keys/sheets");
        play.pin(witness_pin);
        album.add(play, "keys-sheets");
        play.tap("home");
        play.register_learner("Elijah Wesley");
        play.tap("record");
        play.tap("record/erase");
        play.tap("retention/now");
        play.tap("bar/main");
        album.add(play, "record-erase-now");
        play.pin(witness_pin);
        album.add(play, "record-erased");
    }
    Scratch state;
    const SoftwareTpm chip(state.path("tpm"));
    set.guard = {vault::TpmChip{}, chip.place(), {}};
    Play play(set);
    play.tap("language/" + language);
    album.add(play, "door-chip");
    play.tap("person/2");
    play.pin("000000");
    album.add(play, "door-chip-wrong");
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        std::fprintf(
            stderr,
            "kiosk_screens DIR [dark|contrast] [large|largest] [small|portrait] [longname|syllabics]\n");
        return 2;
    }
    doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
    for (const char* language : {"en", "fr"}) {
        PlaySet set;
        set.language = language;
        std::string hero = usual_name;
        for (int i = 2; i < count; ++i) {
            const std::string word = arguments[i];
            if (word == "dark") set.scheme = Scheme::dark;
            if (word == "contrast") set.scheme = Scheme::contrast;
            if (word == "large") set.text_size = TextSize::large;
            if (word == "largest") set.text_size = TextSize::largest;
            if (word == "small") set.width = 1294, set.height = 758; // 1024x600 at ten inches
            if (word == "longname") hero = long_name;
            if (word == "syllabics") hero = syllabics;
            if (word == "portrait") set.width = 800, set.height = 1280;
        }
        Album album{std::string(arguments[1]) + "/" + language};
        std::filesystem::create_directories(album.folder);
        Play play(set);
        doors(play, album, language);
        registration(play, album, hero);
        assessment(play, album);
        handing_over(play, album);
        other_doors(set, album, language);
    }
    return 0;
}
