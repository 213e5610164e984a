#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"
#include "tests/vault/software_tpm.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

constexpr const char* new_pin = "730164";

PlaySet guarded_by(const SoftwareTpm& chip)
{
    PlaySet set;
    set.guard.protection = vault::TpmChip{};
    set.guard.tpm = chip.place();
    return set;
}

PlaySet guarded_by(const std::string& stick)
{
    PlaySet set;
    set.guard.protection = vault::UsbToken{stick};
    set.guard.token = stick;
    return set;
}

// From the page that asks for words, stick or PIN.
void type_code(Play& play, const std::string& code)
{
    play.tap("code");
    play.type(code);
    play.tap("key/done");
}

void choose_new_pin(Play& play, const std::string& first, const std::string& second)
{
    play.pin(first);
    play.pin(second);
}

// With a code, past the page for lost PINs, to the home page.
void open_by_code(Play& play, const std::string& way_in, const std::string& code)
{
    play.tap("language/en");
    play.tap(way_in);
    type_code(play, code);
    play.tap("open");
    REQUIRE_MESSAGE(play.state().screen == Screen::new_pin, play.on_screen());
    play.tap("back");
    play.tap("person/1");
    play.pin(assessor_pin);
    REQUIRE_MESSAGE(play.state().screen == Screen::home, play.on_screen());
    CHECK(play.says("Opened by a recovery code"));
    play.app->apply(act::Go{Screen::keys});
    play.frame();
}

void seal(Play& play)
{
    play.app->apply(act::CloseVault{});
    play.frame();
    play.tap("open");
}

std::string other_letter_in(std::string code, std::size_t at)
{
    code[at] = code[at] == '7' ? '8' : '7';
    return code;
}

} // namespace

TEST_SUITE("kiosk/screens/door")
{
    TEST_CASE("a chip guards it: numbers without names are asked, and a PIN leads straight home")
    {
        Scratch state;
        const SoftwareTpm chip(state.path("tpm"));
        Play play(guarded_by(chip));
        play.tap("language/en");
        REQUIRE(play.state().screen == Screen::sign_in);
        CHECK_FALSE(play.says("Featherstonehaugh"));
        CHECK(play.says("Person 2"));
        play.tap("person/2");
        CHECK(play.says("PIN of person 2"));
        play.pin("000000");
        CHECK(play.says("That is not the PIN."));
        CHECK_FALSE(play.state().vault_open);
        play.wait(60);
        play.pin(witness_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::home, play.on_screen());
        CHECK(play.state().personal.signed_in->name == witness_name);
        // Locked, the kiosk still knows names; sealed for the night, it does not.
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        CHECK(play.says(assessor_name));
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("close-vault");
        CHECK(play.says("A PIN opens it again."));
        play.tap("open");
        REQUIRE(play.state().screen == Screen::sign_in);
        CHECK_FALSE(play.says(assessor_name));
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("one person's wrong PINs keep nobody else waiting, and going back and forth hears none sooner")
    {
        Play play;
        play.tap("language/en");
        play.tap("use-file");
        play.tap("person/1");
        for (int i = 0; i < 4; ++i) {
            play.pin("00000" + std::to_string(i));
            if (i < 3) play.wait(60);
        }
        REQUIRE(play.state().pin.wait_seconds > 0);
        play.tap("person/2");
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::sign_in);
        CHECK(play.state().pin.wait_seconds > 0);
        play.tap("person/2");
        play.pin(witness_pin);
        CHECK_MESSAGE(play.state().screen == Screen::home, play.on_screen());
    }

    TEST_CASE("a chip that does not answer is said, and nothing opens")
    {
        Scratch state;
        SoftwareTpm chip(state.path("tpm"));
        Play play(guarded_by(chip));
        chip.stop();
        play.tap("language/en");
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::sign_in);
        CHECK(play.state().failure.has_value());
        CHECK_FALSE(play.state().vault_open);
        chip.start();
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("a stick guards it: without it the page says so, with it names are there")
    {
        Scratch stick;
        Play play(guarded_by(stick.path()));
        const auto away = stick.path() + ".away";
        std::filesystem::rename(stick.path(), away);
        play.tap("language/en");
        REQUIRE(play.state().screen == Screen::unlock);
        CHECK(play.says("Put the stick with the key in"));
        play.tap("open");
        CHECK(play.state().screen == Screen::unlock);
        CHECK(play.says("No key of this kiosk"));
        std::filesystem::rename(away, stick.path());
        play.tap("open");
        REQUIRE(play.state().screen == Screen::sign_in);
        CHECK(play.says(assessor_name));
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("a lost PIN: a code over the radio, a new PIN typed twice, drafts until it is certified")
    {
        Play play;
        play.tap("language/en");
        play.tap("foot");
        REQUIRE(play.state().screen == Screen::recovery);
        const auto code = play.site.codes.steward;
        type_code(play, other_letter_in(code, 6));
        CHECK_MESSAGE(play.says("Group 2 was misheard"), play.on_screen());
        CHECK_FALSE(play.open("open"));
        play.app->apply(act::ClearText{TextField::recovery_code});
        play.frame();
        type_code(play, code);
        play.tap("open");
        REQUIRE_MESSAGE(play.state().screen == Screen::new_pin, play.on_screen());
        CHECK(play.state().recovery.typed.empty());
        play.tap("person/1");
        choose_new_pin(play, new_pin, "730165");
        CHECK(play.says("Those were other digits."));
        choose_new_pin(play, "123456", "123456");
        CHECK(play.says("Easy to guess"));
        choose_new_pin(play, new_pin, new_pin);
        CHECK_MESSAGE(play.says("has a new PIN"), play.on_screen());
        CHECK(play.state().new_pin.twice.first.empty());
        play.tap("way-out"); // the request, to the stick
        CHECK(play.says("The request is on the stick"));
        CHECK(play.site.disk.exists(play.scratch.path("stick/northseal-7q3f.request.json")));
        play.tap("back");
        REQUIRE(play.state().screen == Screen::sign_in);
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.says("That is not the PIN."));
        play.wait(60);
        play.pin(new_pin);
        REQUIRE(play.state().screen == Screen::home);
        CHECK_FALSE(play.state().personal.signed_in->certified);
        // The code was used: it opens nothing again, and the page knows which sheet is left.
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        play.tap("way-out");
        CHECK(play.says("coordinator’s sheet is left"));
        type_code(play, code);
        play.tap("open");
        CHECK(play.says("was used before"));
        CHECK(play.state().screen == Screen::recovery);
    }

    TEST_CASE("a code that was typed and left does not stay on the screen")
    {
        Play play;
        play.tap("language/en");
        play.tap("foot");
        type_code(play, play.site.codes.steward);
        play.wait(200);
        CHECK(play.state().screen == Screen::lock);
        CHECK(play.state().recovery.typed.empty());
        play.tap("open");
        play.tap("words");
        play.type("river stone");
        play.wait(200);
        CHECK(play.state().screen == Screen::lock);
        CHECK(play.state().unlock.words.empty());
    }

    TEST_CASE("a kiosk opened by a code and left alone seals itself")
    {
        Play play;
        play.tap("language/en");
        play.tap("foot");
        type_code(play, play.site.codes.coordinator);
        play.tap("open");
        REQUIRE(play.state().recovering);
        play.wait(200);
        CHECK(play.state().screen == Screen::lock);
        CHECK_FALSE(play.state().vault_open);
        CHECK_FALSE(play.state().recovering);
    }

    TEST_CASE("a dead chip: a code opens it, the new chip is bound, and PINs open it again")
    {
        Scratch state;
        SoftwareTpm chip(state.path("tpm"));
        Play play(guarded_by(chip));
        chip.lose_state();
        open_by_code(play, "way-out", play.site.codes.coordinator);
        play.tap("keys/chip");
        play.pin(assessor_pin);
        CHECK_MESSAGE(play.says("Your PIN opens the kiosk from now on."), play.on_screen());
        play.tap("home");
        REQUIRE(play.state().screen == Screen::home);
        seal(play);
        REQUIRE(play.state().screen == Screen::sign_in);
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::home);
        CHECK_FALSE(play.says("Opened by a recovery code"));
    }

    TEST_CASE("a lost stick: six words take its place, shown until they are left")
    {
        Scratch stick;
        Play play(guarded_by(stick.path()));
        std::filesystem::remove_all(stick.path());
        open_by_code(play, "foot", play.site.codes.steward);
        play.tap("keys/words");
        const auto words = play.state().personal.keys.words;
        CHECK(play.says(words));
        play.pin("000000");
        CHECK(play.says("That is not the PIN."));
        play.wait(60);
        play.pin(assessor_pin);
        CHECK_MESSAGE(play.says("These words open the kiosk from now on"), play.on_screen());
        CHECK(play.says(words));
        play.tap("home");
        CHECK(play.state().personal.keys.words.empty());
        seal(play);
        REQUIRE(play.state().screen == Screen::unlock);
        play.tap("words");
        play.type(words);
        play.tap("key/done");
        play.tap("open");
        CHECK_MESSAGE(play.state().screen == Screen::sign_in, play.on_screen());
    }

    TEST_CASE("another stick in place of a lost one, and new sheets: the earlier code opens nothing")
    {
        Scratch stick;
        Play play(guarded_by(stick.path()));
        std::filesystem::remove_all(stick.path());
        std::filesystem::create_directories(stick.path());
        const auto earlier = play.site.codes.coordinator;
        open_by_code(play, "foot", play.site.codes.steward);
        play.tap("keys/stick");
        play.pin(assessor_pin);
        CHECK_MESSAGE(play.says("The stick opens the kiosk from now on."), play.on_screen());
        play.tap("home");
        play.app->apply(act::Go{Screen::keys});
        play.frame();
        play.tap("keys/sheets");
        play.pin(assessor_pin);
        const auto codes = play.state().personal.keys.codes;
        CHECK(play.says(codes.steward));
        CHECK(play.says(codes.coordinator));
        play.tap("home");
        CHECK(play.state().personal.keys.codes.steward.empty());
        seal(play);
        play.tap("open");
        REQUIRE(play.state().screen == Screen::sign_in);
        play.tap("way-out");
        type_code(play, earlier);
        play.tap("open");
        CHECK(play.says("opens nothing here"));
        play.app->apply(act::ClearText{TextField::recovery_code});
        play.frame();
        type_code(play, codes.coordinator);
        play.tap("open");
        CHECK(play.state().screen == Screen::new_pin);
    }

    TEST_CASE("a person's own PIN: the old one first, the new one twice, and it signs in from then on")
    {
        Play play;
        play.sign_in();
        play.app->apply(act::Go{Screen::settings});
        play.frame();
        play.tap("menu/keys");
        play.tap("keys/own-pin");
        play.pin("000000");
        CHECK(play.says("That is not the PIN."));
        play.wait(60);
        play.pin(assessor_pin);
        CHECK(play.says("Your new PIN"));
        choose_new_pin(play, "111111", "111111");
        CHECK(play.says("Easy to guess"));
        choose_new_pin(play, new_pin, "730165");
        CHECK(play.says("Those were other digits."));
        choose_new_pin(play, new_pin, new_pin);
        CHECK_MESSAGE(play.says("Your new PIN counts from now on"), play.on_screen());
        CHECK(play.state().personal.keys.old_pin.empty());
        play.tap("home");
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.says("That is not the PIN."));
        play.wait(60);
        play.pin(new_pin);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("what opens a kiosk changes to another class only after a code")
    {
        Play play;
        play.sign_in();
        play.app->apply(act::Go{Screen::keys});
        play.frame();
        CHECK(play.open("keys/words"));
        CHECK_FALSE(play.open("keys/chip"));
        CHECK_FALSE(play.open("keys/stick"));
        CHECK(play.says("Only after a recovery code"));
        CHECK_FALSE(play.open("pin/main"));
    }

    TEST_CASE("no door cuts a word or makes a target too small, in any size, shape or language")
    {
        for (const char* language : {"en", "fr"}) {
            for (const bool by_chip : {true, false}) {
                Scratch state;
                Scratch stick;
                const SoftwareTpm chip(state.path("tpm"));
                PlaySet set = by_chip ? guarded_by(chip) : guarded_by(stick.path());
                set.language = language;
                Play play(set);
                std::string faults;
                const auto look = [&](const char* where) {
                    for (const auto& fault : play.stage.faults())
                        faults += std::string(language) + " " + where + ": " + fault + "\n";
                };
                play.tap(std::string("language/") + language);
                look(by_chip ? "by PIN" : "by stick");
                play.tap(by_chip ? "way-out" : "foot");
                look("code");
                play.tap("code");
                play.type(other_letter_in(play.site.codes.steward, 6));
                look("code, typing");
                play.tap("key/done");
                look("code, misheard");
                play.app->apply(act::ClearText{TextField::recovery_code});
                play.frame();
                type_code(play, play.site.codes.steward);
                look("code, whole");
                play.tap("open");
                look("new PIN");
                play.tap("person/1");
                play.pin(new_pin);
                look("new PIN again");
                play.pin(new_pin);
                look("new PIN kept");
                play.tap("back");
                play.tap("person/2");
                play.pin(witness_pin);
                look("home, recovering");
                play.app->apply(act::Go{Screen::settings});
                play.frame();
                look("settings");
                play.tap("menu/keys");
                look("keys");
                play.tap("keys/own-pin");
                play.pin(witness_pin);
                play.pin(new_pin);
                look("own PIN, again");
                play.tap("keys/words");
                look("new words");
                play.tap("keys/sheets");
                play.pin(witness_pin);
                look("new sheets");
                CHECK(faults == "");
            }
        }
    }
}
