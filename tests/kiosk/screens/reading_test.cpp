#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/listener.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

void open_and_sign_in(Listener& listener)
{
    listener.wake();
    listener.choose("English");
    listener.choose("Use the words of the demonstration");
    listener.choose(assessor_name);
    listener.pin(assessor_pin);
    listener.choose("Sign in");
}

// At the sign-in page somebody types six digits that are not the PIN.
std::string heard_while_typing(const std::string& digits, bool plugged, std::string* caption = nullptr)
{
    Play play;
    play.voice.plugged = plugged;
    Listener listener(play);
    listener.wake();
    listener.choose("English");
    listener.choose("Use the words of the demonstration");
    listener.choose(assessor_name);
    const std::size_t before = listener.speeches();
    listener.pin(digits);
    listener.choose("Sign in");
    std::string out;
    for (std::size_t at = before; at < listener.speeches(); ++at) {
        out += play.voice.said[at] + "\n";
        if (caption != nullptr) *caption += play.voice.shown[at] + "\n";
    }
    return out;
}

} // namespace

TEST_SUITE("kiosk/screens/reading")
{
    TEST_CASE("from the welcome page to the issued certificate, by four keys and what is heard alone")
    {
        Play play;
        Listener listener(play);
        open_and_sign_in(listener);
        CHECK(listener.has_heard("Reading aloud is on."));
        CHECK(listener.has_heard("Opening the sealed records"));
        CHECK(listener.heard().starts_with("Good morning, Marguerite"));
        listener.choose("Learners. Place");
        listener.choose("Register a learner. Button");
        listener.type("Ros");
        listener.find_key("e", "e");
        listener.more(); // the accents of this letter stand in place of the keys
        listener.choose("é");
        CHECK(play.state().entry.text == "Rosé");
        listener.choose("Take the last letter away");
        listener.type("e Beardy");
        listener.back();
        CHECK(listener.heard().find("Rose Beardy. Field") != std::string::npos);
        listener.choose("Next: a few facts");
        listener.choose("Next: consent");
        listener.choose("Send your results");
        CHECK(listener.heard().starts_with("on."));
        listener.choose("Rose agrees");
        listener.choose("Assess Rose");
        const std::size_t outcomes = 5;
        for (std::size_t outcome = 1; outcome <= outcomes; ++outcome) {
            listener.choose("Meets standard. Choice");
            CAPTURE(listener.heard());
            // The next outcome comes by itself, and says its name; after the last one it says that all are
            // there.
            const auto& page = play.state().personal.assessment;
            CHECK(page->outcome == std::min(outcome, outcomes - 1));
            const auto expected = outcome == outcomes
                                      ? std::string("5 of 5 outcomes have a level")
                                      : page->programme->outcomes[page->outcome].name.at("en");
            CHECK(listener.heard().find(expected) != std::string::npos);
        }
        listener.choose("Review and sign. Button");
        CHECK(listener.heard().find("Everything is there.") != std::string::npos);
        listener.choose("Sign and issue. Button");
        listener.pin(assessor_pin);
        listener.choose("Sign and issue. Button");
        CHECK(listener.has_heard("Rose’s certificate is issued."));
        REQUIRE(play.state().screen == Screen::issued);
        CHECK(play.state().personal.issued->issued.award.holder == "Rose Beardy");
    }

    TEST_CASE("without headphones nothing that is said tells one PIN from another")
    {
        const std::string one = heard_while_typing("975310", false);
        CHECK(one.find("Digit 6 of 6") != std::string::npos);
        CHECK(one == heard_while_typing("112233", false));
    }

    TEST_CASE("with headphones each digit is said, and stands in no caption")
    {
        std::string caption;
        const std::string heard = heard_while_typing("975310", true, &caption);
        for (const char digit : std::string("975310")) {
            const std::string line = "\n" + std::string(1, digit) + "\n";
            CHECK(heard.find(line) != std::string::npos);
            CHECK(caption.find(line) == std::string::npos);
        }
        CHECK(caption.find("Digit 6 of 6") != std::string::npos);
    }

    TEST_CASE("the first press of the pad only wakes the voice; arrows and Tab leave it asleep")
    {
        Play play;
        play.key(FocusMove::next, false);
        CHECK(play.voice.said.empty());
        play.key(FocusMove::choose);
        CHECK(play.state().screen == Screen::welcome);
        CHECK(play.state().preferences.read_aloud);
        REQUIRE(play.voice.said.size() == 1);
        CHECK(play.voice.said.front().starts_with("Reading aloud is on."));
    }

    TEST_CASE("switched off in the settings it falls silent, and a tap is not read any more")
    {
        PlaySet set;
        set.read_aloud = true;
        Play play(set);
        play.sign_in();
        play.tap("settings");
        CHECK(play.voice.said.back().starts_with("Settings."));
        play.tap("read-aloud");
        CHECK(play.voice.stopped == 1);
        const std::size_t said = play.voice.said.size();
        play.tap("back");
        CHECK(play.voice.said.size() == said);
    }

    TEST_CASE("a closed button is found, and says why it is closed")
    {
        Play play;
        Listener listener(play);
        listener.wake();
        listener.choose("English");
        listener.find("Open the kiosk. Button, closed: It opens after 6 more words.");
        listener.choose();
        CHECK(listener.heard().starts_with("Open the kiosk. Button, closed"));
        CHECK(play.state().screen == Screen::unlock);
    }

    TEST_CASE("held down, Back says the page again and what the four keys do")
    {
        Play play;
        Listener listener(play);
        open_and_sign_in(listener);
        listener.next();
        const std::string here = listener.heard();
        listener.again();
        CHECK(listener.heard().starts_with("Good morning, Marguerite"));
        CHECK(listener.heard().find("Four keys.") != std::string::npos);
        CHECK(listener.heard().ends_with(here));
    }

    TEST_CASE("the screen is heard in the language it is in, and a language by its own voice")
    {
        PlaySet set;
        set.read_aloud = true;
        Play play(set);
        Listener listener(play);
        listener.find("Français");
        CHECK(play.voice.speeches.back().front().language == "fr");
        listener.choose();
        for (const auto& phrase : play.voice.speeches.back()) CHECK(phrase.language == "fr");
        CHECK(listener.has_heard("Six mots ouvrent cette borne"));
    }

    TEST_CASE("what ticks by itself is not read at each tick")
    {
        Play play;
        Listener listener(play);
        open_and_sign_in(listener);
        const std::size_t said = listener.speeches();
        for (int minute = 0; minute < 2; ++minute) play.wait(60);
        CHECK(listener.speeches() == said);
    }

    TEST_CASE("whoever listens and goes on is there: the kiosk does not lock under their hands")
    {
        Play play;
        Listener listener(play);
        open_and_sign_in(listener);
        for (int i = 0; i < 4; ++i) {
            play.wait(100);
            listener.next();
        }
        CHECK(play.state().screen == Screen::home);
        play.wait(200);
        CHECK(play.state().screen == Screen::lock);
        CHECK(listener.heard().find("Marguerite") == std::string::npos);
        listener.find("This kiosk is locked");
    }
}
