#include <doctest/doctest.h>

#include <filesystem>

#include "kiosk/screens/home.h"
#include "tests/kiosk/screens/support/play.h"
#include "tests/support/shared.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

constexpr Instant twenty_days = 20 * 86400;

void open_record(Play& play, const std::string& name = "Rose Beardy")
{
    play.sign_in();
    play.register_learner(name);
    play.tap("record");
    REQUIRE_MESSAGE(play.state().screen == Screen::record, play.on_screen());
}

void ask_to_erase(Play& play, const std::string& when)
{
    play.tap("record/erase");
    play.tap("reason/twice");
    play.tap(when);
    play.tap("bar/main");
}

} // namespace

TEST_SUITE("kiosk/screens/record")
{
    TEST_CASE("a person takes all that is kept of them along, as a file")
    {
        Play play;
        open_record(play);
        CHECK(play.says("What is kept here"));
        play.tap("record/export");
        CHECK(play.says("Copied: my-record-1.json"));
        const auto text = read_file(play.scratch.path("stick/my-record-1.json"));
        CHECK(text.find("Rose Beardy") != std::string::npos);
        CHECK(text.find("consent") != std::string::npos);
    }

    TEST_CASE("a name that was written wrong is put right, and found by the right one")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardey");
        play.tap("put-right");
        REQUIRE_MESSAGE(play.state().screen == Screen::record, play.on_screen());
        play.app->apply(act::ClearText{TextField::corrected_name});
        play.frame();
        CHECK_FALSE(play.open("bar/main"));
        play.type("Rose Beardy");
        play.tap("key/done");
        play.tap("certificate/fr");
        play.tap("bar/main");
        CHECK_MESSAGE(play.says("Put right."), play.on_screen());
        CHECK(play.state().personal.learner->learner.row.name == "Rose Beardy");
        CHECK(play.state().personal.learner->learner.language == "fr");
        play.app->apply(act::Go{Screen::learners});
        play.frame();
        CHECK(play.says("Rose Beardy"));
        CHECK_FALSE(play.says("Beardey"));
    }

    TEST_CASE("a record is kept for its year, and then the home page asks for it to be erased")
    {
        Play play;
        open_record(play);
        ask_to_erase(play, "retention/year");
        CHECK_MESSAGE(play.says("The request is kept."), play.on_screen());
        CHECK_FALSE(play.has("pin/main"));
        play.app->apply(act::Go{Screen::home});
        play.frame();
        CHECK_FALSE(play.says("due to be erased"));
        // Day by day: a clock that leaps is not believed.
        for (int day = 0; day < 366; day += 20) {
            play.site.clock.advance(twenty_days);
            play.app->touched();
            play.app->tick(-240);
        }
        play.app->apply(act::Go{Screen::home});
        play.frame();
        CHECK_MESSAGE(play.says("1 record is due to be erased"), play.on_screen());
    }

    TEST_CASE("erased with a person's PIN: the name is on no page, and the copy is made anew at once")
    {
        PlaySet set;
        set.backup = true;
        Play play(set);
        REQUIRE(play.state().backup.latest.has_value());
        open_record(play);
        ask_to_erase(play, "retention/now");
        CHECK(play.says("Your PIN does it."));
        play.pin("000000");
        CHECK(play.says("That is not the PIN."));
        CHECK(play.says("Rose Beardy"));
        play.wait(60);
        const auto before = play.state().backup.latest->generation;
        play.pin(assessor_pin);
        CHECK_MESSAGE(play.says("Erased. Nobody can read"), play.on_screen());
        CHECK_FALSE(play.says("Beardy"));
        CHECK(play.state().backup.latest->generation > before);
        play.tap("bar/main");
        REQUIRE(play.state().screen == Screen::learners);
        CHECK_FALSE(play.says("Beardy"));
    }

    TEST_CASE("erased while the second medium is away: what still holds the person is said")
    {
        PlaySet set;
        set.backup = true;
        Play play(set);
        open_record(play);
        ask_to_erase(play, "retention/now");
        std::filesystem::remove_all(play.scratch.path("medium"));
        REQUIRE(play.site.disk.write_durably(play.scratch.path("medium"), view("no folder")).ok());
        play.pin(assessor_pin);
        CHECK_MESSAGE(play.says("could not be made anew"), play.on_screen());
    }

    TEST_CASE("no step cuts a word or makes a target too small, in either language and shape")
    {
        for (const char* language : {"en", "fr"}) {
            for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, std::pair{800.0F, 1280.0F}}) {
                PlaySet set;
                set.language = language;
                set.width = width;
                set.height = height;
                Play play(set);
                std::string faults;
                const auto look = [&](const char* where) {
                    for (const auto& fault : play.stage.faults())
                        faults += std::string(where) + ": " + fault + "\n";
                };
                open_record(play, "Marie-Angélique Anne-Catherine Wapachee-Kanatewat Tremblay-R");
                look("record");
                play.tap("record/export");
                look("copied");
                play.tap("record/correct");
                look("correct");
                play.tap("name");
                look("correct, typing");
                play.tap("key/done");
                play.tap("back");
                play.tap("record/erase");
                look("erase");
                play.tap("retention/now");
                play.tap("bar/main");
                look("erase now");
                play.pin(assessor_pin);
                look("erased");
                CHECK(faults == "");
            }
        }
    }
}
