#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/kiosk/screens/support/doors.h"
#include "tests/kiosk/screens/support/listener.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

// Goes once round a page with "next" from where one arrives. What is wrong with it, in words.
std::string faults_of_page(Play& play, const std::string& where)
{
    constexpr int most = 400;
    std::string out;
    const auto complain = [&](const std::string& what) { out += where + ": " + what + "\n"; };
    std::set<std::string> passed;
    std::set<std::string> labelled;
    const std::string begin = play.stage.ui().focus();
    if (begin.empty()) complain("nothing has the focus on arrival");
    int steps = 0;
    do {
        const std::string here = play.stage.ui().focus();
        // A finger hides the ring until a key is pressed.
        if (here.empty() || (steps > 0 && !play.stage.ui().focus_shown())) complain("the focus is lost");
        const Target* target = play.stage.seen().find(here);
        if (target != nullptr && target->kind != TargetKind::key &&
            target->box.height < target->whole.height / 2)
            complain("out of sight: " + here);
        passed.insert(here);
        const std::size_t said = play.voice.said.size();
        play.key(FocusMove::next);
        const Target* next = play.stage.seen().find(play.stage.ui().focus());
        const bool silent = next != nullptr && next->secret;
        if (!silent && (play.voice.said.size() == said || play.voice.said.back().empty()))
            complain("nothing is said at " + play.stage.ui().focus());
    } while (play.stage.ui().focus() != begin && ++steps < most);
    if (steps >= most) complain("next does not lead round");
    for (const Target& target : play.stage.seen().targets()) {
        const bool behind = is_keyboard_open(play.stage.seen()) && target.layer == 0;
        if (target.enabled && !behind && !passed.contains(target.id)) complain("not reached: " + target.id);
    }
    return out;
}

std::string go_and_walk(Play& play, Screen screen, const std::string& where)
{
    play.app->apply(act::Go{screen});
    play.frame();
    return faults_of_page(play, where);
}

PlaySet reading(const std::string& language)
{
    PlaySet set;
    set.language = language;
    set.read_aloud = true;
    return set;
}

} // namespace

TEST_SUITE("kiosk/screens/reading_walk")
{
    TEST_CASE("the caption hides neither what has the focus nor the field that is typed into")
    {
        Play play(reading("en"));
        play.sign_in();
        play.tap("nav/learners");
        play.tap("empty/main");
        const auto covered = [&](const std::string& id) {
            const Target* target = play.stage.seen().find(id);
            REQUIRE(target != nullptr);
            const Box caption = play.stage.ui().caption_box();
            REQUIRE_FALSE(caption.empty());
            return !caption.meet(target->box).empty();
        };
        for (int keys = 0; keys < 12; ++keys) {
            play.key(FocusMove::next);
            CHECK_FALSE(covered(play.stage.ui().focus()));
            CHECK_FALSE(covered("name"));
            CHECK_FALSE(covered("key/space"));
        }
        play.key(FocusMove::back);
        for (int stops = 0; stops < 8; ++stops) {
            play.key(FocusMove::next);
            if (play.has(play.stage.ui().focus())) CHECK_FALSE(covered(play.stage.ui().focus()));
        }
    }

    TEST_CASE("before sign-in every page is gone through by one key, with nothing left out and no way lost")
    {
        Play play(reading("en"));
        CHECK(faults_of_page(play, "welcome") == "");
        play.tap("language/en");
        CHECK(faults_of_page(play, "unlock") == "");
        play.tap("words");
        CHECK(faults_of_page(play, "unlock, keyboard") == "");
        play.key(FocusMove::back);
        play.tap("foot");
        CHECK(faults_of_page(play, "recovery") == "");
        play.key(FocusMove::back);
        play.app->apply(act::Go{Screen::unlock});
        play.frame();
        play.tap("use-file");
        CHECK(faults_of_page(play, "sign-in") == "");
        play.tap("person/1");
        CHECK(faults_of_page(play, "sign-in, PIN") == "");
        play.app->apply(act::Go{Screen::lock});
        play.frame();
        CHECK(faults_of_page(play, "lock") == "");
        play.tap("sharing");
        CHECK(faults_of_page(play, "sharing") == "");
    }

    TEST_CASE("pages with a camera are gone through by one key, on and off")
    {
        for (const char* language : {"en", "fr"}) {
            PlaySet set = reading(language);
            set.camera = true;
            Play play(set);
            play.sign_in();
            for (const auto& [screen, name] :
                 {std::pair{Screen::check, "check"}, std::pair{Screen::my_record, "my record"}}) {
                CHECK(go_and_walk(play, screen, name) == "");
                REQUIRE(play.camera.runs());
                play.tap("bar/other");
                REQUIRE_FALSE(play.camera.runs());
                CHECK(faults_of_page(play, std::string(name) + ", off") == "");
            }
            CHECK(go_and_walk(play, Screen::renewal, "renewal") == "");
            play.tap("way/code");
            REQUIRE(play.camera.runs());
            CHECK(faults_of_page(play, "renewal, camera") == "");
        }
    }

    TEST_CASE("every place and every setting is gone through by one key")
    {
        for (const char* language : {"en", "fr"}) {
            Play play(reading(language));
            play.sign_in();
            CHECK(faults_of_page(play, "home") == "");
            for (const auto& [screen, name] :
                 {std::pair{Screen::learners, "learners"}, std::pair{Screen::issued_list, "issued"},
                  std::pair{Screen::sharing, "sharing"}, std::pair{Screen::settings, "settings"},
                  std::pair{Screen::about, "about"}, std::pair{Screen::clock, "clock"},
                  std::pair{Screen::renewal, "renewal"}, std::pair{Screen::keys, "keys"},
                  std::pair{Screen::people, "people"}})
                CHECK(go_and_walk(play, screen, name) == "");
        }
    }

    TEST_CASE("each step from registration to paper is gone through by one key")
    {
        Play play(reading("en"));
        play.sign_in();
        play.tap("nav/learners");
        play.tap("empty/main");
        CHECK(faults_of_page(play, "name, keyboard") == "");
        play.type("Rose Beardy");
        play.tap("key/done");
        CHECK(faults_of_page(play, "name") == "");
        play.tap("bar/main");
        CHECK(faults_of_page(play, "facts") == "");
        play.tap("bar/main");
        CHECK(faults_of_page(play, "consent") == "");
        play.tap("bar/main");
        CHECK(faults_of_page(play, "learner") == "");
        play.tap("assess");
        CHECK(faults_of_page(play, "rubric") == "");
        play.choose_all_levels();
        CHECK(faults_of_page(play, "review") == "");
        play.tap("bar/main");
        CHECK(faults_of_page(play, "sign off") == "");
        play.pin(assessor_pin);
        CHECK(faults_of_page(play, "issued") == "");
        play.printer.job = JobState::printing;
        play.tap("bar/main");
        CHECK(faults_of_page(play, "printing") == "");
        CHECK(go_and_walk(play, Screen::issued_list, "issued list") == "");
        play.app->apply(act::OpenRecord{play.state().personal.learner->learner.row.id});
        play.frame();
        CHECK(faults_of_page(play, "record") == "");
    }

    TEST_CASE("a list longer than the screen is gone through to its end, and beyond it")
    {
        Play play(reading("en"));
        play.sign_in();
        constexpr int people = 14; // eight rows fit
        for (int i = 0; i < people; ++i)
            play.register_learner("Learner " + std::string(1, static_cast<char>('A' + i)));
        play.app->apply(act::Go{Screen::learners});
        play.frame();
        CHECK(faults_of_page(play, "learners") == "");
        Listener listener(play);
        for (int i = 0; i < people; ++i)
            listener.find("Learner " + std::string(1, static_cast<char>('A' + i)));
    }
}
