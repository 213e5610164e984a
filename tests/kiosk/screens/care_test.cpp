#include <doctest/doctest.h>

#include "kiosk/screens/clock.h"
#include "kiosk/screens/home.h"
#include "tests/kiosk/screens/support/play.h"
#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

constexpr Instant a_day = 86400;

void to_the_review(Play& play)
{
    play.register_learner("Rose Beardy");
    play.tap("assess");
    play.choose_all_levels();
    REQUIRE(play.state().screen == Screen::review);
}

bool home_offers(const Play& play, Screen where)
{
    const auto view = home_view(play.state(), words());
    return std::any_of(view.waiting.begin(), view.waiting.end(), [&](const auto& each) {
        const auto* go = std::get_if<act::Go>(&each.action);
        return go != nullptr && go->to == where;
    });
}

} // namespace

TEST_SUITE("kiosk/screens/care")
{
    TEST_CASE("a clock that jumps stops issuing in words, two people set it, and the certificate is issued")
    {
        Play play;
        play.sign_in();
        to_the_review(play);
        play.site.clock.set(play.site.clock.now() - a_day);
        play.sign_and_issue();
        REQUIRE(play.state().screen == Screen::review);
        CHECK(play.says("clock is in doubt"));
        play.app->apply(act::Go{Screen::home});
        play.frame();
        REQUIRE(home_offers(play, Screen::clock));
        play.app->apply(act::Go{Screen::clock});
        play.frame();
        CHECK(play.says("Each of you sets it alone"));
        play.tap("clock/minute/later");
        play.tap("clock/hour/later");
        play.tap("clock/hour/earlier");
        play.pin(assessor_pin);
        REQUIRE(play.state().screen == Screen::clock);
        CHECK(play.says("Hidden until both are done"));
        CHECK(play.open("clock/minute/later")); // the second one says it alone
        play.pin("111111");
        REQUIRE(play.state().screen == Screen::clock);
        CHECK(play.state().pin.wrong);
        play.wait(60);
        play.pin(witness_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::home, play.on_screen());
        CHECK(play.state().personal.clock.first_pin.empty());
        CHECK_FALSE(home_offers(play, Screen::clock));
        CHECK(play.says("Set by two people"));
        play.app->apply(act::OpenAssessment{play.state().personal.home.signed_off.at(0).id});
        play.frame();
        play.tap("bar/main");
        REQUIRE_MESSAGE(play.state().screen == Screen::issued, play.on_screen());
        const auto& claims = play.state().personal.issued->issued.signed_credential.claims;
        CHECK(claims.valid_from >= demo_day);
        CHECK(claims.time_source == 3);
    }

    TEST_CASE(
        "what the first one set is hidden from the second, and counts only within five minutes of theirs")
    {
        Play play;
        play.sign_in();
        play.app->apply(act::Go{Screen::clock});
        play.frame();
        const Instant begun = play.state().personal.clock.said;
        for (int hour = 0; hour < 3; ++hour) play.tap("clock/hour/later");
        play.pin(assessor_pin);
        REQUIRE(play.state().personal.clock.first.has_value());
        CHECK(play.state().personal.clock.said == begun); // and not three hours later
        play.tap("clock/minute/later");
        play.pin("111111"); // who may not give an answer learns nothing of the other one
        CHECK(play.state().pin.wrong);
        CHECK(play.state().personal.clock.first.has_value());
        play.wait(60);
        play.pin(witness_pin);
        REQUIRE(play.state().screen == Screen::clock);
        CHECK(play.says("more than five minutes apart"));
        CHECK_FALSE(play.state().personal.clock.first.has_value());
        CHECK(play.state().personal.clock.first_pin.empty());
        CHECK_FALSE(play.state().personal.home.clock.set_by_two);
        for (int hour = 0; hour < 3; ++hour) play.tap("clock/hour/later");
        play.pin(assessor_pin);
        for (int hour = 0; hour < 3; ++hour) play.tap("clock/hour/later");
        for (int minute = 0; minute < 4; ++minute) play.tap("clock/minute/earlier");
        play.pin(witness_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::home, play.on_screen());
        CHECK(play.state().personal.home.clock.set_by_two);
    }

    TEST_CASE("leaving the page forgets the first person's PIN")
    {
        Play play;
        play.sign_in();
        play.app->apply(act::Go{Screen::clock});
        play.frame();
        play.pin(assessor_pin);
        REQUIRE(play.state().personal.clock.first.has_value());
        play.app->apply(act::Back{});
        play.frame();
        CHECK(play.state().personal.clock.first_pin.empty());
        CHECK_FALSE(play.state().personal.clock.first.has_value());
    }

    TEST_CASE("parts of a date move within the calendar")
    {
        const auto end_of_january = from_date_time("2028-01-31T20:30:00Z").value();
        CHECK(to_date_time(stepped(end_of_january, ClockPart::month, 1, -300)) == "2028-02-29T20:30:00Z");
        CHECK(to_date_time(stepped(end_of_january, ClockPart::year, 1, -300)) == "2029-01-31T20:30:00Z");
        CHECK(to_date_time(stepped(end_of_january, ClockPart::day, 1, -300)) == "2028-02-01T20:30:00Z");
        // 01:30 in UTC is the evening before at the place.
        const auto evening = from_date_time("2028-03-01T01:30:00Z").value();
        CHECK(to_date_time(stepped(evening, ClockPart::month, -1, -300)) == "2028-01-30T01:30:00Z");
    }

    TEST_CASE("used up, the home page says so; words typed on its page let it issue again")
    {
        PlaySet set;
        set.desk.count = 1;
        Play play(set);
        play.sign_in();
        to_the_review(play);
        play.sign_and_issue();
        REQUIRE(play.state().screen == Screen::issued);
        play.app->apply(act::Go{Screen::home});
        play.frame();
        CHECK(home_offers(play, Screen::renewal));
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        const Instant last_day = (demo_day / a_day + 300) * a_day + a_day - 1;
        const auto said = play.site.desk.say_renewal(play.site.request, set.desk, {1, last_day, 1});
        auto misheard = said;
        misheard.replace(0, misheard.find(' '), misheard.starts_with("zoo ") ? "zebra" : "zoo");
        play.tap("way/words");
        play.type(misheard);
        play.tap("key/done");
        CHECK(play.says("Word 1 does not fit"));
        CHECK_FALSE(play.open("bar/main"));
        play.app->apply(act::ClearText{TextField::renewal});
        play.frame();
        play.type(said);
        play.tap("key/done");
        REQUIRE(play.open("bar/main"));
        play.tap("bar/main");
        CHECK_MESSAGE(play.says("Renewed."), play.on_screen());
        CHECK(play.state().facts.delegation_until == last_day);
    }

    TEST_CASE("the institution's answer is found on a stick among other files, and read")
    {
        Play play;
        play.sign_in();
        const auto to_stick = [&](const std::string& name, std::string_view text) {
            REQUIRE(play.site.disk.make_folder(play.scratch.path("stick")).ok());
            REQUIRE(play.site.disk.write_durably(play.scratch.path("stick/" + name), view(text)).ok());
        };
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.tap("way/stick"); // there is no stick at all
        CHECK(play.says("There is no answer"));
        to_stick("a-letter.json", "{\"dear\": \"kiosk\"}");
        to_stick("z-not-json.json", "\x01\x02");
        play.tap("way/stick");
        CHECK(play.says("There is no answer"));
        DeskOptions next;
        next.number = 2;
        next.count = 75;
        next.first_index = 500000;
        to_stick("pack.json", play.site.desk.answer(play.site.request, next));
        play.tap("way/stick");
        CHECK_MESSAGE(play.says("Renewed. 115 certificates"), play.on_screen());
        play.app->apply(act::Go{Screen::home});
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.tap("way/stick");
        CHECK_MESSAGE(play.says("Renewed. 115 certificates"),
                      play.on_screen()); // the same once more: nothing more
        next.number = 3;
        next.kiosk = "zzzz";
        to_stick("pack.json", play.site.desk.answer(play.site.request, next));
        play.app->apply(act::Go{Screen::home});
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.tap("way/stick");
        CHECK_MESSAGE(play.says("is not for this kiosk"), play.on_screen());
    }

    TEST_CASE(
        "two letters offer words of the list, a tap takes one, and a misheard one is typed anew in its place")
    {
        Play play;
        play.sign_in();
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.tap("way/words");
        play.type("zo");
        REQUIRE_MESSAGE(play.has("word/zoo"), play.on_screen());
        play.tap("word/zoo");
        CHECK(play.state().personal.renewal.typed == "zoo ");
        CHECK_FALSE(play.has("word/zoo"));
        play.type("zq zoo");
        CHECK(play.says("Word 2 is none that is used"));
        play.app->apply(act::Focus{TextField::renewal, 6}); // behind its last letter
        play.frame();
        play.tap("key/back");
        play.tap("key/o");
        REQUIRE(play.has("word/zone"));
        play.tap("word/zone");
        CHECK(play.state().personal.renewal.typed == "zoo zone  zoo");
        CHECK(play.state().personal.renewal.heard.words == 3);
        CHECK(play.state().personal.renewal.heard.unknown.empty());
    }

    TEST_CASE("the words in a square code renew by themselves; another code is no renewal")
    {
        Play play;
        play.sign_in();
        const auto said = play.site.desk.say_renewal(play.site.request, {},
                                                     {1, (demo_day / a_day + 300) * a_day + a_day - 1, 40});
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.app->apply(act::Scanned{"a parcel's number", CheckWay::scanner});
        play.frame();
        CHECK(play.state().screen == Screen::renewal);
        CHECK_FALSE(play.says("It is renewed"));
        play.app->apply(act::Scanned{said, CheckWay::scanner});
        play.frame();
        CHECK_MESSAGE(play.says("It is renewed"), play.on_screen());
    }

    TEST_CASE("whole words for another kiosk are told as such")
    {
        Play play;
        play.sign_in();
        DeskOptions other;
        other.kiosk = "zzzz";
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.tap("way/words");
        play.type(play.site.desk.say_renewal(play.site.request, other, {1, 21000 * a_day + a_day - 1, 40}));
        play.tap("key/done");
        play.tap("bar/main");
        CHECK(play.says("not for this kiosk"));
    }

    TEST_CASE("neither page cuts a word or makes a target too small, in any size, shape or language")
    {
        for (const auto& language : {"en", "fr"}) {
            for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, std::pair{800.0F, 1280.0F}}) {
                for (const auto size : {TextSize::normal}) {
                    PlaySet set;
                    set.language = language;
                    set.width = width;
                    set.height = height;
                    set.text_size = size;
                    Play play(set);
                    play.sign_in();
                    std::string faults;
                    for (const auto where : {Screen::clock, Screen::renewal, Screen::settings}) {
                        play.app->apply(act::Go{where});
                        play.frame();
                        for (const auto& fault : play.stage.faults()) faults += fault + "\n";
                    }
                    CHECK_MESSAGE(faults.empty(), faults);
                }
            }
        }
    }
}
