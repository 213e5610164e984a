#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

struct Handed {
    Play play;
    std::string url;
    std::string serial;
    explicit Handed(const PlaySet& set = {}) : play(set)
    {
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.choose_all_levels();
        play.sign_and_issue();
        const auto& issued = play.state().personal.issued->issued;
        url = issued.slip_url;
        serial = issued.row.serial;
    }
    void lock()
    {
        play.app->apply(act::Lock{});
        play.frame();
    }
    void scan(const std::string& text)
    {
        play.stage.scan(text);
        play.frame();
    }
};

} // namespace

TEST_SUITE("kiosk/screens/check")
{
    TEST_CASE("anyone checks a certificate with the scanner, at the door, and the page clears itself")
    {
        Handed handed(of_an_institution());
        Play& play = handed.play;
        handed.lock();
        play.tap("check");
        REQUIRE(play.state().screen == Screen::check);
        CHECK_FALSE(play.state().personal.signed_in);
        handed.scan(handed.url);
        CHECK(play.says("Genuine, not yet confirmed"));
        CHECK(play.says("Rose Beardy"));
        CHECK(play.says("This kiosk issued it"));
        CHECK(play.says(handed.serial));
        play.wait(61);
        CHECK_FALSE(play.says("Rose Beardy"));
        CHECK_FALSE(play.state().personal.check.judgement);
        CHECK(play.state().screen == Screen::check);
        play.tap("back");
        CHECK(play.state().screen == Screen::lock);
    }

    TEST_CASE("a changed digit is not genuine, and nothing of the paper is shown")
    {
        Handed handed(of_an_institution());
        handed.lock();
        handed.play.tap("check");
        auto other = handed.url;
        auto& digit = other[other.size() - 40];
        digit = digit == '3' ? '4' : '3';
        handed.scan(other);
        CHECK(handed.play.says("Not genuine"));
        CHECK_FALSE(handed.play.says("Rose Beardy"));
        handed.play.tap("bar/main");
        CHECK(handed.play.says("Show the square code"));
    }

    TEST_CASE("a specimen is called one")
    {
        Handed handed;
        handed.lock();
        handed.play.tap("check");
        handed.scan(handed.url);
        CHECK(handed.play.says("A specimen, not an award"));
    }

    TEST_CASE("a typed serial finds what this kiosk has issued, and says so where it is none")
    {
        Handed handed(of_an_institution());
        Play& play = handed.play;
        handed.lock();
        play.tap("check");
        play.tap("serial");
        play.type("k7q3");
        play.tap("key/done");
        play.tap("serial/go");
        CHECK(play.says("A serial has eight letters and figures"));
        play.tap("serial/clear");
        play.type("aaaaaaaa");
        play.tap("key/done");
        play.tap("serial/go");
        CHECK(play.says("no certificate with that serial"));
        play.tap("serial/clear");
        play.type(handed.serial);
        play.tap("key/done");
        play.tap("serial/go");
        CHECK(play.says("Genuine, not yet confirmed"));
        CHECK(play.says("Found by its serial"));
    }

    TEST_CASE("a picture on a stick is read, and what is missing there is said")
    {
        Handed handed(of_an_institution());
        Play& play = handed.play;
        const auto stick = play.scratch.path("stick");
        handed.lock();
        play.tap("check");
        play.tap("picture");
        CHECK(play.says("No picture was found on the stick"));
        std::filesystem::create_directories(stick);
        REQUIRE(play.stage.save_png(stick + "/door.png"));
        play.tap("picture");
        CHECK(play.says("No square code could be read"));
        play.tap("back");
        play.tap("open");
        play.tap("person/1");
        play.pin(assessor_pin);
        play.tap("nav/issued");
        play.tap("issued/" + std::to_string(play.state().personal.issued_rows.front().id.value));
        REQUIRE(play.stage.save_png(stick + "/phone.png")); // the screen with its code, as a phone sees it
        handed.lock();
        play.tap("check");
        play.tap("picture");
        CHECK(play.says("Genuine, not yet confirmed"));
        CHECK(play.says("Read from a picture"));
    }

    TEST_CASE("a closed kiosk says that it knows nothing, and what to do")
    {
        Play play;
        play.tap("check");
        CHECK(play.says("This kiosk is closed"));
        CHECK_FALSE(play.open("picture"));
        play.stage.scan("https://demo.northseal.invalid/#1234567890123456712345678901234567");
        play.frame();
        CHECK(play.state().screen == Screen::check);
        CHECK(play.says("This kiosk is closed"));
        play.tap("no-code");
        CHECK(play.says("Paper without a code"));
        play.tap("back");
        play.tap("back");
        CHECK(play.state().screen == Screen::welcome);
    }

    TEST_CASE("one's own paper opens one's own record, which is taken along and closes by itself")
    {
        Handed handed;
        Play& play = handed.play;
        handed.lock();
        play.tap("my-record");
        handed.scan("https://example.org/#123");
        CHECK(play.says("That code opens no record here"));
        handed.scan(handed.url);
        CHECK(play.says("Rose Beardy"));
        CHECK(play.says("What is kept about you"));
        CHECK(play.says(handed.serial));
        play.tap("mine/take");
        CHECK(std::filesystem::exists(play.scratch.path("stick") + "/my-record-1.json"));
        play.tap("mine/correct");
        CHECK(play.says("Tell somebody who works here"));
        play.tap("back");
        play.tap("mine/erase");
        play.tap("reason/mistake");
        play.tap("bar/main");
        CHECK(play.says("You have asked."));
        CHECK_FALSE(play.open("mine/erase"));
        play.wait(121);
        CHECK(play.state().screen == Screen::lock);
        CHECK_FALSE(play.state().personal.learner);
        // Whoever works here sees the request.
        play.tap("open");
        play.tap("person/1");
        play.pin(assessor_pin);
        play.tap("nav/learners");
        play.tap("learner/1");
        play.tap("record");
        CHECK(play.state().personal.record.request);
    }

    TEST_CASE("one's own record says who opened it: oneself, and whoever works here and looked")
    {
        Handed handed;
        Play& play = handed.play;
        play.tap("bar/other");
        play.tap("nav/learners");
        play.tap("learner/1");
        play.tap("record"); // the same person on the same day: one line
        play.wait(60);
        handed.lock();
        play.tap("my-record");
        handed.scan(handed.url);
        CHECK_MESSAGE(play.says("Opened 2 times since 12 June 2026"), play.on_screen());
        play.tap("mine/opened");
        CHECK(play.says("You"));
        CHECK(play.says("with your own certificate"));
        CHECK(play.says(assessor_name));
        CHECK(play.says("signed in to work here"));
        play.tap("back");
        CHECK(play.says("What is kept about you"));
    }

    TEST_CASE("a PIN that was chosen with the screen in one's hands opens one's record; what is unknown, "
              "wrong or without "
              "a PIN is answered alike")
    {
        Handed handed;
        Play& play = handed.play;
        play.tap("bar/other");
        play.register_learner("Elijah Wesley"); // who chooses none
        play.tap("nav/learners");
        play.tap("learner/1");
        play.tap("record");
        play.tap("record/pin");
        CHECK(play.says("Hand over the screen."));
        play.pin("123456");
        play.pin("123456");
        CHECK(play.says("Easy to guess"));
        play.pin("402817");
        play.pin("402818");
        CHECK(play.says("Those were other digits"));
        play.pin("402817");
        play.pin("402817");
        CHECK_MESSAGE(play.says("Name and PIN open their own record from now on."), play.on_screen());
        handed.lock();
        const auto open_by = [&](const std::string& name, const std::string& pin) {
            play.tap("my-record");
            play.tap("mine/name");
            play.type(name);
            play.tap("key/done");
            play.tap("bar/main");
            play.pin(pin);
        };
        std::set<std::string> answers;
        for (const auto& [name, pin] :
             {std::pair{"Rose Beardy", "581930"}, std::pair{"Elijah Wesley", "402817"},
              std::pair{"Nobody At All", "402817"}, std::pair{"Rose", "402817"}}) {
            open_by(name, pin);
            CHECK(play.says("No record opens with that name and PIN."));
            CHECK_FALSE(play.state().personal.learner);
            std::string screen = play.on_screen();
            screen.erase(screen.find(name), std::string(name).size());
            answers.insert(screen);
            play.tap("back");
            play.tap("back");
            CHECK(play.state().personal.my_record.called.empty());
            play.tap("back");
        }
        CHECK(answers.size() == 1);
        open_by("rose beardy", "402817");
        CHECK_MESSAGE(play.says("What is kept about you"), play.on_screen());
        CHECK(play.says("Your record, opened with your name and PIN"));
        CHECK(play.says(handed.serial));
        play.wait(121);
        CHECK(play.state().screen == Screen::lock);
        CHECK_FALSE(play.state().personal.learner);
    }

    TEST_CASE("a name that was typed and left does not stay, and wrong PINs make whoever bears it wait")
    {
        Handed handed;
        Play& play = handed.play;
        handed.lock();
        play.tap("my-record");
        play.tap("mine/name");
        play.type("Rose Beardy");
        play.tap("key/done");
        CHECK(play.state().personal.my_record.called == "Rose Beardy");
        play.wait(121);
        CHECK(play.state().personal.my_record.called.empty());
        CHECK_FALSE(play.says("Rose"));
        play.tap("my-record");
        play.tap("mine/name");
        play.type("Rose Bea"); // and the keyboard is still up
        play.wait(121);
        CHECK(play.state().screen == Screen::lock);
        CHECK(play.state().typing == TextField::none);
        CHECK(play.state().entry.text.empty());
        CHECK_FALSE(play.says("Rose"));
        play.tap("my-record");
        play.tap("mine/name");
        play.type("Rose Beardy");
        play.tap("key/done");
        play.tap("bar/main");
        for (int i = 0; i < 3; ++i) play.pin("581930");
        CHECK_MESSAGE(play.says("Wait 30 seconds"), play.on_screen());
        // Paper still opens it, from here too.
        handed.scan(handed.url);
        CHECK(play.says("What is kept about you"));
    }

    TEST_CASE("a certificate that is wrong: the institution is asked, with a reason and a PIN")
    {
        Handed handed;
        Play& play = handed.play;
        play.tap("bar/other");
        play.tap("nav/issued");
        play.tap("issued/" + std::to_string(play.state().personal.issued_rows.front().id.value));
        play.tap("bar/back");
        REQUIRE(play.state().screen == Screen::change);
        CHECK_FALSE(play.open("bar/main"));
        play.tap("reason/other");
        CHECK_FALSE(play.open("bar/main"));
        play.tap("words");
        play.type("Two people handed in one photo.");
        play.tap("key/done");
        play.tap("bar/main");
        play.pin("000000");
        CHECK(play.state().personal.change.step == ChangeStep::pin);
        play.wait(120);
        play.pin(assessor_pin);
        CHECK(play.says("asked to revoke it"));
        CHECK(play.says("Two people handed in one photo."));
        play.tap("back");
        play.tap("bar/back");
        CHECK(play.says("asked to revoke it")); // it is known the next time
    }
}
