#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

struct Walk {
    Play play;
    std::string faults;

    explicit Walk(const PlaySet& set) : play(set) { look("welcome"); }
    void look(const std::string& where)
    {
        for (const auto& fault : play.stage.faults()) faults += where + ": " + fault + "\n";
    }
    void tap(const std::string& id)
    {
        play.tap(id);
        look(id);
    }
};

// Every screen on the way of one learner, looked at for words that are cut and targets that are too small.
std::string faults_on_the_way(const PlaySet& set, const std::string& name)
{
    Walk walk(set);
    Play& play = walk.play;
    walk.tap("language/" + set.language);
    walk.tap("use-file");
    walk.tap("person/1");
    play.pin(assessor_pin);
    walk.look("home");
    walk.tap("nav/issued");
    walk.tap("nav/sharing");
    walk.tap("nav/learners");
    walk.tap("empty/main");
    play.type(name);
    walk.look("name");
    walk.tap("key/done");
    walk.tap("bar/main");
    walk.tap("bar/main");
    walk.tap("bar/main");
    walk.tap("assess");
    walk.tap("level/3");
    walk.tap("note");
    walk.tap("key/done");
    while (play.state().screen == Screen::rubric) {
        if (play.state().personal.assessment->assessment.levels[play.state().personal.assessment->outcome] ==
            0)
            walk.tap("level/3");
        walk.tap("bar/main");
    }
    walk.tap("bar/main");
    play.pin(assessor_pin);
    walk.look("issued");
    walk.tap("bar/main");
    walk.tap("bar/main");
    walk.tap("nav/issued");
    walk.tap("nav/home");
    walk.tap("settings");
    walk.tap("menu/about");
    walk.tap("back");
    walk.tap("nav/lock");
    return walk.faults;
}

PlaySet set_of(const std::string& language, float width, float height, TextSize size = TextSize::normal)
{
    PlaySet set;
    set.language = language;
    set.width = width;
    set.height = height;
    set.text_size = size;
    return set;
}

} // namespace

TEST_SUITE("kiosk/screens/layout")
{
    TEST_CASE("at 1280x800 nothing is cut, too small or too close, in English")
    {
        CHECK(faults_on_the_way(set_of("en", 1280, 800), "Rose Beardy") == "");
    }
    TEST_CASE("at 1280x800 nothing is cut, too small or too close, in French with a name of sixty letters")
    {
        CHECK(faults_on_the_way(set_of("fr", 1280, 800),
                                "Marie-Angélique Anne-Catherine Wapachee-Kanatewat Tremblay-R") == "");
    }
}
