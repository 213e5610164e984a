#include <doctest/doctest.h>

#include <filesystem>

#include "tests/kiosk/screens/support/listener.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

// Rose has her certificate, a picture of it is on the stick, and the kiosk is locked and reads aloud.
struct Door {
    Play play;
    Listener listener{play};
    std::string serial;

    explicit Door(const PlaySet& set = {}) : play(set)
    {
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.choose_all_levels();
        play.sign_and_issue();
        serial = play.state().personal.issued->issued.row.serial;
        std::filesystem::create_directories(play.scratch.path("stick"));
        REQUIRE(play.stage.save_png(play.scratch.path("stick") + "/certificate.png"));
        play.app->apply(act::Lock{});
        play.frame();
        listener.wake();
    }
};

} // namespace

TEST_SUITE("kiosk/screens/reading_door")
{
    TEST_CASE(
        "anyone checks a certificate by keys and what is heard alone: by its serial, and from a picture")
    {
        Door door(of_an_institution());
        Listener& listener = door.listener;
        listener.choose("Check a certificate. Button");
        CHECK(listener.heard().starts_with("Check a certificate."));
        listener.choose("Type the serial. ");
        listener.type(door.serial, Listener::Case::any);
        listener.back();
        listener.choose("Find it among this kiosk");
        CHECK(listener.heard().find("Genuine, not yet confirmed") != std::string::npos);
        listener.find("Rose Beardy");
        listener.find("This kiosk issued it");
        listener.find(door.serial);
        listener.choose("Check another. Button");
        const std::size_t since = listener.speeches();
        listener.choose("Picture on a USB stick. ");
        CHECK(listener.has_heard("Genuine, not yet confirmed", since));
        listener.back();
        listener.back();
        listener.find("This kiosk is locked");
    }

    TEST_CASE("a serial that is unknown here is answered in words, and the page goes on")
    {
        Door door(of_an_institution());
        Listener& listener = door.listener;
        listener.choose("Check a certificate. Button");
        listener.choose("Type the serial. ");
        listener.type("AAAAAAAA", Listener::Case::any);
        listener.back();
        listener.choose("Find it among this kiosk");
        CHECK(listener.heard().find("no certificate with that serial") != std::string::npos);
        listener.find("Picture on a USB stick. ");
    }

    TEST_CASE(
        "a learner opens their own record by keys alone, hears it, takes it along and asks to be erased")
    {
        Door door;
        Play& play = door.play;
        Listener& listener = door.listener;
        listener.choose("My record. Button");
        CHECK(listener.heard().starts_with("My record."));
        listener.choose("Picture on a USB stick. ");
        CHECK(listener.heard().find("Rose Beardy") != std::string::npos);
        listener.find("What is kept about you");
        listener.find(door.serial);
        listener.choose("Take it with me. ");
        CHECK(std::filesystem::exists(play.scratch.path("stick") + "/my-record-1.json"));
        listener.choose("Correct something. ");
        listener.find("Tell somebody who works here what is wrong");
        listener.back();
        listener.choose("Ask to erase me. You give a reason");
        listener.find("No copy that is kept here can be read again.");
        listener.choose("I was registered by mistake. Choice");
        listener.choose("Ask to erase me. Button");
        listener.find("You have asked.");
        listener.back();
        listener.find("This kiosk is locked");
        CHECK_FALSE(play.state().personal.learner);
    }

    TEST_CASE("a learner chooses a PIN by keys alone, and another day opens their record by name and PIN, "
              "without paper")
    {
        Door door;
        Play& play = door.play;
        Listener& listener = door.listener;
        listener.choose("My record. Button");
        listener.choose("Picture on a USB stick. ");
        listener.choose("Choose a PIN. ");
        listener.find("Choose six digits that only you know");
        listener.pin("402817");
        listener.choose("Once more. Button");
        listener.pin("402817");
        listener.choose("Keep this PIN. Button");
        listener.find("Kept. Your name and PIN open this record from now on.");
        listener.choose("Close my record. Button");
        listener.find("This kiosk is locked");
        // Another day.
        const std::size_t since = listener.speeches();
        listener.choose("My record. Button");
        listener.choose("Type your name and PIN. ");
        listener.type("Rose Beardy");
        listener.choose("Done");
        listener.choose("Next: your PIN. Button");
        listener.pin("581930");
        listener.choose("Open my record. Button");
        CHECK_MESSAGE(listener.has_heard("No record opens with that name and PIN.", since),
                      listener.transcript());
        CHECK_FALSE(listener.has_heard("What is kept about you", since));
        listener.pin("402817");
        listener.choose("Open my record. Button");
        CHECK_MESSAGE(listener.heard().find("Rose Beardy") != std::string::npos, listener.transcript());
        listener.find("What is kept about you");
        listener.find(door.serial);
        listener.choose("Opened 1 time, on 12 June 2026");
        listener.find("with your own certificate");
        listener.back();
        CHECK(play.state().personal.my_record.how == station::OpenedHow::pin);
        // No digit was said or shown where no headphones are.
        for (std::size_t at = since; at < listener.speeches(); ++at) {
            for (const auto* digits : {"402817", "581930", "4 0 2"}) {
                CHECK(play.voice.said[at].find(digits) == std::string::npos);
                CHECK(play.voice.shown[at].find(digits) == std::string::npos);
            }
        }
    }

    TEST_CASE("the page that clears itself is heard to be clear, and no name is left in the caption")
    {
        Door door(of_an_institution());
        Listener& listener = door.listener;
        listener.choose("Check a certificate. Button");
        listener.choose("Picture on a USB stick. ");
        listener.find("Rose Beardy");
        door.play.wait(61);
        CHECK(listener.heard().find("Rose") == std::string::npos);
        CHECK(listener.heard().starts_with("Check a certificate."));
        CHECK_FALSE(door.play.says("Rose"));
    }
}
