#include <doctest/doctest.h>

#include "kiosk/app/backlight.h"
#include "kiosk/app/preferences.h"
#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

std::vector<Preferences> all_preferences()
{
    std::vector<Preferences> out;
    for (const char* language : {"en", "fr", "oj-Cans"})
        for (const TextSize size : {TextSize::normal, TextSize::large, TextSize::largest})
            for (const ColourChoice colours :
                 {ColourChoice::by_the_clock, ColourChoice::light, ColourChoice::dark})
                for (const bool contrast : {false, true})
                    for (const bool aloud : {false, true})
                        out.push_back({language, size, colours, contrast, aloud, aloud ? 1 : loudness_most,
                                       contrast ? 3 : brightness_most, aloud != contrast});
    return out;
}

} // namespace

TEST_SUITE("kiosk/screens/preferences")
{
    TEST_CASE("every set of preferences is read back as it was written")
    {
        for (const Preferences& each : all_preferences()) {
            const auto back = read_preferences_text(preferences_text(each));
            REQUIRE(back.ok());
            CHECK(back.value() == each);
        }
    }

    TEST_CASE("a letter changed, added or cut off is refused, or reads as other preferences in the one form")
    {
        const std::string text = preferences_text({"fr", TextSize::large, ColourChoice::dark, true, false});
        for (std::size_t at = 0; at <= text.size(); ++at) {
            for (const char letter : std::string("\0 {}\"e1x\xff", 9)) {
                std::string changed = text;
                if (at < text.size()) changed[at] = letter;
                std::string longer = text;
                longer.insert(at, 1, letter);
                for (const std::string& other : {changed, longer, text.substr(0, at)}) {
                    const auto read = read_preferences_text(other);
                    if (read.ok()) CHECK(preferences_text(read.value()) == other);
                }
            }
        }
    }

    TEST_CASE("what was chosen is on the disk at once, and nothing personal with it")
    {
        Play play;
        play.sign_in();
        play.register_learner("Rose Beardy");
        play.app->apply(act::Go{Screen::settings});
        play.frame();
        play.tap("language/fr");
        play.tap("size/large");
        play.tap("contrast");
        RealDisk disk;
        const std::string path = play.site.folder + "/preferences.json";
        const auto kept = read_preferences(path, disk);
        REQUIRE(kept.ok());
        CHECK(kept.value() == Preferences{"fr", TextSize::large, ColourChoice::by_the_clock, true, false});
        const auto bytes = disk.read(path, 4096);
        CHECK(text_of(bytes.value()).find("Rose") == std::string_view::npos);
    }

    TEST_CASE("what a kiosk kept before it had a brightness is read, and reads at full light and in motion")
    {
        const std::string earlier =
            R"({"colours":"clock","contrast":false,"format":"northseal preferences 2",)"
            R"("language":"en","loudness":6,"read_aloud":false,"text_size":"normal"})";
        const auto read = read_preferences_text(earlier);
        REQUIRE(read.ok());
        Preferences expected;
        expected.loudness = 6;
        CHECK(read.value() == expected);
        for (const char* brightness : {"0", "11", "null"}) {
            std::string other = preferences_text(Preferences{});
            other.replace(other.find("\"brightness\":10"), 15, std::string("\"brightness\":") + brightness);
            CHECK_FALSE(read_preferences_text(other).ok());
        }
    }

    TEST_CASE("the screen is as bright as the settings say, at once, and never dark")
    {
        Play play; // its panel takes 0 to 937
        RealDisk disk;
        const auto light = [&] {
            return std::string(text_of(disk.read(play.scratch.path("panels/intel/brightness"), 32).value()));
        };
        play.sign_in();
        play.app->apply(act::Go{Screen::settings});
        play.frame();
        for (int step = 0; step < 5; ++step) play.tap("brightness/less");
        CHECK(light() == "468\n");
        for (int step = 0; step < 4; ++step) play.tap("brightness/less");
        CHECK(light() == "93\n");
        CHECK_FALSE(play.open("brightness/less"));
        play.tap("less-motion");
        const auto kept = read_preferences(play.site.folder + "/preferences.json", disk);
        CHECK(kept.value().brightness == 1);
        CHECK(kept.value().less_motion);
        CHECK_FALSE(play.show->look(1).moves);
    }

    TEST_CASE("no panel, and no folder of panels, is no fault")
    {
        const Scratch panels;
        CHECK_FALSE(Backlight::find(panels.path()).has_value());
        CHECK_FALSE(Backlight::find(panels.path("nowhere")).has_value());
        RealDisk disk;
        REQUIRE(disk.make_folder(panels.path("odd")).ok());
        REQUIRE(disk.write_durably(panels.path("odd/max_brightness"), view("bright")).ok());
        REQUIRE(disk.write_durably(panels.path("odd/brightness"), view("1")).ok());
        CHECK_FALSE(Backlight::find(panels.path()).has_value());
        REQUIRE(disk.make_folder(panels.path("read-only")).ok());
        REQUIRE(disk.write_durably(panels.path("read-only/max_brightness"), view("9")).ok());
        CHECK_FALSE(Backlight::find(panels.path()).has_value()); // nothing there takes a number
    }

    TEST_CASE("what a kiosk kept before it had a loudness is read, and reads at full loudness")
    {
        const std::string earlier = R"({"colours":"dark","contrast":true,"format":"northseal preferences 1",)"
                                    R"("language":"fr","read_aloud":true,"text_size":"large"})";
        const auto read = read_preferences_text(earlier);
        REQUIRE(read.ok());
        CHECK(read.value() ==
              Preferences{"fr", TextSize::large, ColourChoice::dark, true, true, loudness_most});
        CHECK(preferences_text(read.value()).find("preferences 3") != std::string::npos);
        for (const char* loudness : {"0", "11", "-1", "5.5", "\"5\""}) {
            std::string other = preferences_text(Preferences{});
            other.replace(other.find("\"loudness\":10"), 13, std::string("\"loudness\":") + loudness);
            CHECK_FALSE(read_preferences_text(other).ok());
        }
    }

    TEST_CASE("the voice is as loud as the settings say, at once and after the next start")
    {
        Play play;
        play.sign_in();
        CHECK(play.voice.loudness == doctest::Approx(1));
        play.app->apply(act::Go{Screen::settings});
        play.frame();
        CHECK_FALSE(play.open("loudness/more"));
        for (int step = 0; step < 5; ++step) play.tap("loudness/less");
        CHECK(play.voice.loudness == doctest::Approx(0.25));
        for (int step = 0; step < 4; ++step) play.tap("loudness/less");
        CHECK_FALSE(play.open("loudness/less")); // never silent: that is what the switch is for
        RealDisk disk;
        CHECK(read_preferences(play.site.folder + "/preferences.json", disk).value().loudness == 1);
    }

    TEST_CASE("a file that is not whole is refused, and one that is not there is no fault")
    {
        Scratch scratch;
        RealDisk disk;
        const std::string path = scratch.path("preferences.json");
        CHECK(read_preferences(path, disk).error().fault == Fault::not_found);
        REQUIRE(disk.write_durably(path, view("{\"format\":\"northseal pre")).ok());
        CHECK_FALSE(read_preferences(path, disk).ok());
        REQUIRE(disk.write_durably(path, Bytes(4000, 'x')).ok());
        CHECK_FALSE(read_preferences(path, disk).ok());
    }
}
