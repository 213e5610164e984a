#include <doctest/doctest.h>

#include "kiosk/screens/camera.h"
#include "tests/kiosk/camera/held_paper.h"
#include "tests/kiosk/screens/support/listener.h"
#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

constexpr int little = 64; // a picture so wide is one, too

PlaySet with_camera(PlaySet set = {})
{
    set.camera = true;
    return set;
}

// A kiosk with a certificate that it has issued, locked.
struct AtTheDoor {
    Play play;
    std::string url;
    Picture room{empty_room(little)};

    explicit AtTheDoor(const PlaySet& set = with_camera(of_an_institution())) : play(set)
    {
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.choose_all_levels();
        play.sign_and_issue();
        url = play.state().personal.issued->issued.slip_url;
        play.app->apply(act::Lock{});
        play.frame();
    }
    void sees(const std::string& code = {})
    {
        if (code.empty())
            play.camera.show(room);
        else
            play.camera.show(room, code);
        play.wait(0);
    }
};

} // namespace

TEST_SUITE("kiosk/screens/camera")
{
    TEST_CASE("it goes on with the page that asks for a code and off with it, and its picture goes along")
    {
        AtTheDoor at;
        Play& play = at.play;
        CHECK(play.camera.started == 0);
        const std::size_t textures = play.stage.textures_held();
        play.tap("check");
        CHECK(play.camera.runs());
        CHECK(play.says("The camera is starting."));
        CHECK(play.says("It keeps nothing."));
        at.sees();
        CHECK(play.says("Hold the square code inside the corners"));
        CHECK(play.state().camera.report.picture);
        CHECK(play.stage.textures_held() > textures);
        play.tap("back");
        CHECK_FALSE(play.camera.runs());
        CHECK_FALSE(play.state().camera.report.picture);
        play.frame();
        CHECK(play.stage.textures_held() <= textures + 1); // the door's own sky
    }

    TEST_CASE("a certificate before it is judged as the scanner's, and it goes off with the answer")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        at.sees(at.url);
        CHECK(play.says("Genuine, not yet confirmed"));
        CHECK(play.says("Rose Beardy"));
        CHECK(play.says("Read by the camera at"));
        CHECK_FALSE(play.camera.runs());
        CHECK_FALSE(play.state().camera.report.picture);
        play.tap("bar/main"); // another one
        CHECK(play.camera.runs());
        auto other = at.url;
        auto& digit = other[other.size() - 40];
        digit = digit == '3' ? '4' : '3';
        at.sees(other);
        CHECK(play.says("Not genuine"));
        CHECK_FALSE(play.says("Rose Beardy"));
    }

    TEST_CASE("what is left lying before it is not read again and again when nobody is there")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        at.sees(at.url);
        REQUIRE(play.state().personal.check.judgement);
        play.wait(61); // the page clears itself
        CHECK_FALSE(play.state().personal.check.judgement);
        CHECK_FALSE(play.camera.runs());
        CHECK(play.says("The camera is off."));
        CHECK(play.camera.started == 1);
    }

    TEST_CASE("there is a way back though it still lies there, and it is read once more only on asking")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        at.sees(at.url);
        REQUIRE(play.state().personal.check.judgement);
        play.tap("bar/main"); // "Check another"
        at.sees(at.url);
        REQUIRE(play.state().personal.check.judgement);
        play.tap("back");
        CHECK_FALSE(play.camera.runs());
        CHECK(play.says("Show the square code"));
        play.tap("back");
        CHECK(play.state().screen == Screen::lock);
    }

    TEST_CASE("after a minute without a code it is off, and a touch turns it on for another")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        play.wait(58);
        at.sees();
        CHECK(play.camera.runs());
        play.wait(2);
        CHECK_FALSE(play.camera.runs());
        CHECK(play.says("Nothing it saw was kept."));
        CHECK_FALSE(play.state().camera.report.picture);
        play.wait(600);
        CHECK_FALSE(play.camera.runs());
        play.tap("bar/other");
        CHECK(play.camera.runs());
        play.wait(59);
        CHECK(play.camera.runs());
        play.wait(1);
        CHECK_FALSE(play.camera.runs());
    }

    TEST_CASE("who turned it off has it off, whatever they do on that page, until they come to it again")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        play.tap("bar/other");
        CHECK_FALSE(play.camera.runs());
        play.tap("no-code");
        play.tap("back");
        CHECK_FALSE(play.camera.runs());
        play.tap("serial");
        play.type("k7");
        play.tap("key/done");
        CHECK_FALSE(play.camera.runs());
        play.tap("back");
        play.tap("check");
        CHECK(play.camera.runs());
        // While a serial is typed its frame is not on the page, and nothing looks unseen.
        play.tap("serial");
        CHECK_FALSE(play.camera.runs());
        play.tap("key/done");
        CHECK(play.camera.runs());
    }

    TEST_CASE("a picture alone rebuilds nothing but the picture")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        at.sees();
        const auto revision = play.app->revision();
        const auto sight = play.app->sight();
        const std::size_t textures = play.stage.textures_held();
        for (int frames = 0; frames < 30; ++frames) at.sees();
        CHECK(play.app->revision() == revision);
        CHECK(play.app->sight() == sight + 30);
        CHECK(play.stage.textures_held() == textures);
        // Off: whatever it might still say, nothing is to be drawn.
        play.tap("bar/other");
        const auto resting = play.app->sight();
        for (int seconds = 0; seconds < 20; ++seconds) play.wait(1);
        CHECK(play.app->sight() == resting);
    }

    TEST_CASE("without a camera the page is as it was")
    {
        AtTheDoor at(of_an_institution());
        at.play.tap("check");
        CHECK(at.play.says("in front of the scanner"));
        CHECK_FALSE(at.play.has("bar/other"));
        CHECK(at.play.camera.started == 0);
    }

    TEST_CASE("one that is plugged in later is found with the next page that asks")
    {
        AtTheDoor at(of_an_institution());
        Play& play = at.play;
        play.camera.there = true;
        play.tap("check");
        play.wait(0);
        CHECK(play.camera.runs());
        CHECK(play.has("bar/other"));
    }

    TEST_CASE("why it is off is said, with what to do, and turning it on again tries")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        struct Case {
            CameraTrouble trouble;
            const char* words;
        };
        for (const Case& each : {Case{CameraTrouble::taken_away, "not there any more"},
                                 Case{CameraTrouble::busy, "Another program has the camera"},
                                 Case{CameraTrouble::no_picture, "gives no picture"}}) {
            CAPTURE(each.words);
            at.sees();
            play.camera.end(each.trouble);
            play.wait(0);
            CHECK(play.says(each.words));
            CHECK_FALSE(play.state().camera.on);
            CHECK_FALSE(play.state().camera.report.picture);
            const int started = play.camera.started;
            play.wait(30);
            CHECK(play.camera.started == started); // not by itself
            play.camera.there = true;
            play.tap("bar/other");
            CHECK(play.camera.runs());
        }
        play.camera.end(CameraTrouble::taken_away);
        play.wait(0);
        play.tap("bar/other"); // and it is still not there
        play.wait(0);
        CHECK(play.says("not there any more"));
        CHECK(play.has("bar/other"));
    }

    TEST_CASE("a lock puts it away at once, and a closed kiosk never turns it on")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("check");
        at.sees();
        play.app->apply(act::Lock{});
        CHECK_FALSE(play.camera.runs());
        CHECK_FALSE(play.state().camera.report.picture);
        play.app->apply(act::CloseVault{});
        play.frame();
        play.app->apply(act::Go{Screen::check});
        play.frame();
        play.wait(1);
        CHECK_FALSE(play.camera.runs());
        CHECK(play.says("This kiosk is closed"));
    }

    TEST_CASE("one's own paper before it opens one's own record; another's says so, and it looks on")
    {
        AtTheDoor at;
        Play& play = at.play;
        play.tap("my-record");
        CHECK(play.camera.runs());
        at.sees("https://example.org/#12");
        CHECK(play.says("opens no record here"));
        CHECK(play.camera.runs());
        at.sees(at.url);
        CHECK(play.says("Your record, opened with your own certificate"));
        CHECK(play.says("Rose Beardy"));
        CHECK_FALSE(play.camera.runs());
    }

    TEST_CASE("the renewal has it when somebody asks for it, and its words renew")
    {
        Play play(with_camera());
        play.sign_in();
        const auto said =
            play.site.desk.say_renewal(play.site.request, {}, {1, (demo_day / 86400 + 301) * 86400 - 1, 40});
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        CHECK_FALSE(play.camera.runs());
        play.tap("way/code");
        CHECK(play.camera.runs());
        play.camera.show(empty_room(little));
        play.wait(0);
        CHECK(play.says("Hold the square code inside the corners"));
        play.tap("bar/other");
        CHECK_FALSE(play.camera.runs());
        CHECK(play.has("way/code"));
        play.tap("way/code");
        play.camera.show(empty_room(little), said);
        play.wait(0);
        CHECK_MESSAGE(play.says("It is renewed"), play.on_screen());
        CHECK_FALSE(play.camera.runs());
    }

    TEST_CASE("text of any kind in a code is shown as text, and cut at a letter")
    {
        Play play(with_camera());
        play.sign_in();
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.tap("way/code");
        std::string text(399, 'a');
        text += "ᐊᐱᑎᒧ";
        play.camera.show(empty_room(little), text);
        play.wait(0);
        CHECK(play.state().personal.renewal.step == RenewalStep::words);
        CHECK(play.state().personal.renewal.typed == std::string(399, 'a'));
    }

    TEST_CASE("practice has it likewise, and leaving practice puts it away")
    {
        Play play(with_camera());
        play.sign_in();
        play.tap("settings");
        play.tap("menu/practice");
        play.tap("practice");
        REQUIRE(play.app->practice() != nullptr);
        play.app->practice()->apply(act::Go{Screen::check});
        play.frame();
        CHECK(play.camera.runs());
        play.camera.show(empty_room(little));
        play.wait(0);
        const auto sight = play.app->sight();
        play.camera.show(empty_room(little));
        play.wait(0);
        CHECK(play.camera.runs());
        CHECK(play.state().camera.report.picture);
        CHECK(play.app->sight() == sight + 1);
        play.tap("practice/leave");
        CHECK(play.app->practice() == nullptr);
        CHECK_FALSE(play.camera.runs());
        play.wait(1);
        CHECK_FALSE(play.camera.runs());
    }

    TEST_CASE("four keys reach the way to turn it off and on, and its pictures say nothing")
    {
        PlaySet set = with_camera(of_an_institution());
        set.read_aloud = true;
        AtTheDoor at(set);
        Play& play = at.play;
        play.tap("check");
        at.sees();
        const std::size_t said = play.voice.said.size();
        for (int frames = 0; frames < 10; ++frames) at.sees();
        CHECK(play.voice.said.size() == said);
        Listener listener(play);
        listener.find("Turn the camera off");
        play.key(FocusMove::choose);
        CHECK_FALSE(play.camera.runs());
        listener.find("Turn the camera on");
        play.key(FocusMove::choose);
        CHECK(play.camera.runs());
    }

    TEST_CASE("diagnostics say whether there is one, and where")
    {
        for (const bool there : {true, false}) {
            PlaySet set;
            set.camera = there;
            Play play(set);
            play.sign_in();
            play.app->apply(act::Go{Screen::diagnostics});
            play.frame();
            CHECK(play.says(there ? "Ready at /dev/video0" : "None found"));
        }
    }
}
