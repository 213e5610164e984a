#include <doctest/doctest.h>

#include <filesystem>

#include "tests/kiosk/screens/support/doors.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

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

    TEST_CASE("no door, nor what is behind it, cuts a word or makes a target too small, in either language")
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
