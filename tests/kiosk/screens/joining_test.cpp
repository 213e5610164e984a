#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"
#include "tests/support/shared.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

constexpr const char* joining_pin = "918273";

void join(Play& play, const std::string& name)
{
    play.app->apply(act::Go{Screen::people});
    play.frame();
    play.tap("person/add");
    CHECK_FALSE(play.open("bar/main")); // no name yet, and the keyboard is up
    play.type(name);
    play.tap("key/done");
    play.tap("bar/main");
    play.pin(joining_pin);
    play.pin(joining_pin);
}

} // namespace

TEST_SUITE("kiosk/screens/joining")
{
    TEST_CASE("somebody joins without the coordinator: they sign in, keep drafts, and sign nothing yet")
    {
        Play play;
        play.sign_in();
        join(play, "Wanda Sutherland");
        CHECK_MESSAGE(play.says("Wanda Sutherland has joined"), play.on_screen());
        CHECK(play.says("Drafts until certified"));
        CHECK(play.state().personal.people.person.pin.empty());
        play.tap("copy");
        CHECK(play.says("The request is on the stick"));
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        play.tap("person/3");
        play.pin(joining_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::home, play.on_screen());
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.choose_all_levels();
        REQUIRE(play.state().screen == Screen::review);
        play.tap("bar/main");
        CHECK(play.state().screen != Screen::issued);
        CHECK(play.state().personal.home.counts.issued == 0);
    }

    TEST_CASE("with the coordinator: the request that was copied carries the new key, and its answer lets "
              "them sign")
    {
        Play play;
        play.sign_in();
        join(play, "Wanda Sutherland");
        play.tap("copy");
        const auto request = read_file(play.scratch.path("stick/northseal-7q3f.request.json"));
        CHECK(request.find("Wanda Sutherland") != std::string::npos);
        DeskOptions next;
        next.number = 2;
        next.first_index = 500000;
        const auto answer = play.site.desk.answer(request, next);
        REQUIRE(play.site.disk.write_durably(play.scratch.path("stick/answer.json"), view(answer)).ok());
        play.app->apply(act::Go{Screen::renewal});
        play.frame();
        play.tap("way/stick");
        CHECK_MESSAGE(play.says("Renewed."), play.on_screen());
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        play.tap("person/3");
        play.pin(joining_pin);
        REQUIRE(play.state().screen == Screen::home);
        CHECK(play.state().personal.signed_in->certified);
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.choose_all_levels();
        play.tap("bar/main");
        play.pin(joining_pin);
        REQUIRE_MESSAGE(play.state().screen == Screen::issued, play.on_screen());
        CHECK(play.state().personal.issued->issued.signed_credential.claims.assessor == "Wanda Sutherland");
    }

    TEST_CASE(
        "somebody no longer works here: what follows is said first, a PIN says so, and their tile is gone")
    {
        Play play;
        play.sign_in();
        play.app->apply(act::Go{Screen::people});
        play.frame();
        play.tap("person/1"); // who is signed in, and the last who can sign
        CHECK_FALSE(play.open("left"));
        CHECK_MESSAGE(play.says("Nobody else can sign here yet"), play.on_screen());
        play.tap("person/2");
        play.tap("left");
        CHECK(play.says("What they signed stays valid"));
        CHECK(play.says("They still know the six words"));
        play.pin("100000");
        CHECK(play.has("pin/main"));
        CHECK(play.state().facilitators.size() == 2);
        play.pin(assessor_pin);
        CHECK_MESSAGE(play.says("Bartholomew Quillfeather no longer works here."), play.on_screen());
        CHECK_FALSE(play.has("person/2"));
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        CHECK(play.state().facilitators.size() == 1);
        CHECK_FALSE(play.has("person/2"));
        play.pin(assessor_pin);
        REQUIRE(play.state().screen == Screen::home);
    }

    TEST_CASE("whoever says of themselves that they have left is signed out at once")
    {
        Play play;
        play.sign_in();
        join(play, "Wanda Sutherland");
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        play.tap("person/3");
        play.pin(joining_pin);
        play.app->apply(act::Go{Screen::people});
        play.frame();
        play.tap("person/2");
        CHECK_FALSE(play.open("left")); // a newcomer says it of nobody else
        play.tap("person/3");
        play.tap("left");
        play.pin(joining_pin);
        CHECK(play.state().screen == Screen::lock);
        CHECK_FALSE(play.state().personal.signed_in);
        play.tap("open");
        CHECK_FALSE(play.has("person/3"));
    }

    TEST_CASE("neither step cuts a word or makes a target too small, in either language and shape")
    {
        for (const char* language : {"en", "fr"}) {
            for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, std::pair{800.0F, 1280.0F}}) {
                PlaySet set;
                set.language = language;
                set.width = width;
                set.height = height;
                Play play(set);
                play.sign_in();
                std::string faults;
                const auto look = [&](const char* where) {
                    for (const auto& fault : play.stage.faults())
                        faults += std::string(where) + ": " + fault + "\n";
                };
                play.app->apply(act::Go{Screen::people});
                play.frame();
                look("people");
                play.tap("person/2");
                look("who may leave");
                play.tap("left");
                look("leaves");
                play.tap("back");
                play.tap("person/add");
                look("name, typing");
                play.type("Marie-Angélique Anne-Catherine Wapachee-Kanatewat Tremblay-R");
                play.tap("key/done");
                look("name");
                play.tap("role/witness");
                play.tap("bar/main");
                look("PIN");
                play.pin(joining_pin);
                look("PIN again");
                play.pin(joining_pin);
                look("joined");
                CHECK(faults == "");
            }
        }
    }
}
