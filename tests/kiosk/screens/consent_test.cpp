#include <doctest/doctest.h>

#include "kiosk/screens/registration.h"
#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

void to_the_consent(Play& play)
{
    play.sign_in();
    play.tap("nav/learners");
    play.tap("empty/main");
    play.type("Rose Beardy");
    play.tap("key/done");
    play.tap("bar/main");
    play.tap("bar/main");
    REQUIRE(play.state().personal.registration.step == RegistrationStep::consent);
}

// All that is kept of the one learner here, as they may take it.
std::string kept(Play& play)
{
    play.tap("record");
    play.tap("record/export");
    std::string all;
    RealDisk disk;
    const auto stick = play.scratch.path("stick");
    const auto names = disk.list(stick);
    REQUIRE(names.ok());
    for (const auto& name : names.value()) {
        const auto bytes = disk.read(stick + "/" + name, 1U << 20);
        REQUIRE(bytes.ok());
        all += text_of(bytes.value());
    }
    return all;
}

} // namespace

TEST_SUITE("kiosk/screens/consent")
{
    TEST_CASE("consent is put in another language, which is kept with its words; the kiosk keeps its own")
    {
        Play play;
        to_the_consent(play);
        CHECK(play.says("Rose, do you agree?"));
        play.tap("consent/in/fr");
        CHECK(play.says("Rose, êtes-vous d’accord?"));
        CHECK(play.says("Rose agrees")); // the facilitator's button
        CHECK(play.state().preferences.language == "en");
        CHECK(play.state().personal.registration.learner.language == "en"); // of the certificate
        play.tap("consent/share");
        play.tap("bar/main");
        const std::string record = kept(play);
        CHECK(record.find("êtes-vous d’accord") != std::string::npos);
        CHECK(record.find("do you agree") == std::string::npos);
        CHECK(record.find("\"fr\"") != std::string::npos);
    }

    TEST_CASE("what is read aloud is what stands there, in its language, until it is stopped or left")
    {
        Play play;
        to_the_consent(play);
        play.voice.lasting = true;
        play.tap("consent/read");
        REQUIRE(play.voice.speeches.size() == 1);
        const Speech& said = play.voice.speeches.back();
        CHECK(said.front() == Phrase{"Rose, do you agree?", "Rose, do you agree?", "en"});
        const std::string shown = consent_as_shown(languages().at("en"), play.state());
        for (const Phrase& phrase : said) {
            const std::string words = phrase.said.substr(0, phrase.said.size() - 1); // without its full stop
            if (words != "Needed") CHECK_MESSAGE(shown.find(words) != std::string::npos, words);
        }
        CHECK(play.says("Stop"));
        play.tap("consent/read");
        CHECK(play.voice.stopped == 1);
        CHECK(play.says("Read aloud"));
        play.tap("consent/read");
        play.tap("consent/in/fr"); // other words: what is heard would not be what is read
        CHECK(play.voice.stopped == 2);
        play.tap("consent/read");
        CHECK(play.voice.speeches.back().front().language == "fr");
        play.tap("back");
        CHECK(play.voice.stopped == 3);
        CHECK_FALSE(play.state().reads_consent);
    }

    TEST_CASE("read to its end, the button offers to read it again")
    {
        Play play;
        to_the_consent(play);
        play.voice.lasting = true;
        play.tap("consent/read");
        CHECK(play.says("Stop"));
        play.voice.lasting = false;
        play.wait(1);
        CHECK(play.says("Read aloud"));
        CHECK(play.voice.stopped == 1);
    }

    TEST_CASE("where the whole kiosk is read aloud no button reads a part of it")
    {
        PlaySet set;
        set.read_aloud = true;
        Play play(set);
        to_the_consent(play);
        CHECK_FALSE(play.has("consent/read"));
    }
}
