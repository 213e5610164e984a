#include <doctest/doctest.h>

#include <filesystem>

#include "tests/kiosk/screens/support/doors.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

TEST_SUITE("kiosk/screens/lost things")
{
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
}
