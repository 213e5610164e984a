#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

// Every file of the real site, byte for byte, and when it was last written.
std::map<std::string, std::string> all_of(const std::string& folder)
{
    std::map<std::string, std::string> out;
    RealDisk disk;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = disk.read(entry.path().string(), 256U << 20);
        REQUIRE(bytes.ok());
        const auto written = entry.last_write_time().time_since_epoch().count();
        out[entry.path().string()] = std::string(text_of(bytes.value())) + std::to_string(written);
    }
    return out;
}

void open_practice(Play& play)
{
    play.tap("settings");
    play.tap("menu/practice");
    play.tap("practice");
    REQUIRE(play.app->practice() != nullptr);
}

} // namespace

TEST_SUITE("kiosk/screens/practice")
{
    TEST_CASE("practice starts again as it was at first, and the way out stays")
    {
        Play play;
        play.sign_in();
        const auto real = play.app->state().facts.did;
        open_practice(play);
        CHECK(play.says("Try these"));
        play.register_learner("Somebody Sample");
        play.tap("nav/home");
        CHECK(play.state().personal.home.counts.learners == 9);
        play.tap("practice/again");
        REQUIRE(play.app->practice() != nullptr);
        CHECK(play.state().screen == Screen::home);
        CHECK(play.state().personal.home.counts.learners == 8);
        CHECK(play.says("This is practice"));
        play.tap("practice/leave");
        CHECK(play.app->practice() == nullptr);
        CHECK(play.app->state().facts.did == real);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE(
        "practice is a community of its own: people to mark, a certificate to issue, and nothing is real")
    {
        Play play;
        play.sign_in();
        open_practice(play);
        CHECK(play.state().screen == Screen::home);
        CHECK(play.says("This is practice"));
        CHECK(play.says("No record, no certificate and no name here is real."));
        CHECK(play.state().facts.specimen);
        CHECK(play.state().facts.did.find(".invalid") != std::string::npos);
        play.tap("nav/learners");
        CHECK(play.state().personal.learners.people == 8);
        play.tap("learner/1");
        CHECK(play.says("Pine Sample"));
        play.tap("continue");
        play.tap("bar/main");
        play.pin("000000"); // any six digits do
        if (play.state().screen == Screen::sign_off) play.pin("111111");
        CHECK(play.state().screen == Screen::issued);
        REQUIRE(play.state().personal.issued);
        CHECK(play.state().personal.issued->issued.json.find("specimen") != std::string::npos);
        play.tap("bar/main");
        CHECK(play.printer.pages.size() == 1);
    }

    TEST_CASE("nothing of practice reaches the folder of the real site")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.tap("nav/home");
        play.tap("settings");
        play.tap("menu/practice");
        const auto before = all_of(play.site.folder);
        play.tap("practice");
        play.register_learner("Somebody Else");
        play.tap("assess");
        play.choose_all_levels();
        play.tap("bar/main");
        play.pin("000000");
        if (play.state().screen == Screen::sign_off) play.pin("000000");
        CHECK(play.state().screen == Screen::issued);
        play.tap("bar/main");
        play.wait(60);
        CHECK(all_of(play.site.folder) == before);
        play.tap("practice/leave");
        CHECK(play.app->practice() == nullptr);
        CHECK(play.state().screen == Screen::home);
        play.tap("nav/learners");
        CHECK(play.says("Rose Beardy"));
        CHECK_FALSE(play.says("Somebody Else"));
        CHECK(play.state().personal.home.counts.issued == 0);
    }

    TEST_CASE("the band with the way out stands above every page, and every page is whole below it")
    {
        for (const auto& [width, height] : {std::pair(1280.0F, 800.0F), std::pair(800.0F, 1280.0F)}) {
            PlaySet set;
            set.width = width;
            set.height = height;
            Play play(set);
            play.sign_in();
            open_practice(play);
            for (const char* id : {"nav/learners", "nav/issued", "nav/sharing", "nav/home"}) {
                play.tap(id);
                CAPTURE(id);
                REQUIRE(play.has("practice/leave"));
                const Target* leave = play.stage.seen().find("practice/leave");
                CHECK(leave->box.y == 8);
                for (const Target& target : play.stage.seen().targets())
                    CHECK((target.id == "practice/leave" || target.whole.y >= 72));
                for (const auto& fault : play.stage.faults()) FAIL_CHECK(id << ": " << fault);
            }
        }
    }

    TEST_CASE("whoever locks in practice, or walks away, locks the records that are real")
    {
        Play play;
        play.sign_in();
        open_practice(play);
        play.tap("nav/lock");
        CHECK(play.app->practice() == nullptr);
        CHECK(play.state().screen == Screen::lock);
        CHECK_FALSE(play.state().personal.signed_in);
        play.tap("open");
        play.tap("person/1");
        play.pin(assessor_pin);
        open_practice(play);
        play.wait(300);
        CHECK(play.app->practice() == nullptr);
        CHECK(play.state().screen == Screen::lock);
    }

    TEST_CASE("while somebody practises, the real records neither lock nor open")
    {
        Play play;
        play.sign_in();
        open_practice(play);
        for (int minutes = 0; minutes < 6; ++minutes) {
            play.wait(60);
            play.tap(minutes % 2 == 0 ? "nav/learners" : "nav/home");
        }
        REQUIRE(play.app->practice() != nullptr);
        play.tap("practice/leave");
        CHECK(play.state().personal.signed_in);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("each practice begins anew, and its settings change no machine")
    {
        Play play;
        play.sign_in();
        open_practice(play);
        play.register_learner("Somebody Else");
        play.tap("nav/home");
        play.tap("settings");
        CHECK(play.has("menu/about"));
        for (const char* id : {"menu/keys", "menu/people", "menu/renewal", "menu/clock", "menu/practice",
                               "menu/diagnostics", "menu/languages"})
            CHECK_FALSE(play.has(id));
        play.tap("practice/leave");
        open_practice(play);
        CHECK(play.state().personal.home.counts.learners == 8);
    }
}
