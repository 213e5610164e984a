#include <doctest/doctest.h>

#include <filesystem>

#include "kiosk/screens/diagnostics.h"
#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

std::string copied(const Play& play)
{
    RealDisk disk;
    const auto names = disk.list(play.scratch.path("stick")).value();
    for (const auto& name : names) {
        if (!name.starts_with("northseal-diagnostics-")) continue;
        return std::string(text_of(disk.read(play.scratch.path("stick") + "/" + name, 1U << 20).value()));
    }
    return {};
}

} // namespace

TEST_SUITE("kiosk/screens/diagnostics")
{
    TEST_CASE("what is copied for helpers tells of the machine, of what went wrong, and of nobody")
    {
        Play play;
        play.sign_in();
        play.register_learner("Zebulon Quartz");
        play.tap("assess");
        play.tap("level/3");
        play.tap("note");
        play.type("Measured the obsidian twice");
        play.tap("key/done");
        play.choose_all_levels();
        play.app->apply(act::Go{Screen::home});
        // Something that is not there any more: a code, and a sentence of the log.
        play.app->apply(act::OpenAssessment{{999}});
        play.frame();
        play.app->apply(act::Go{Screen::diagnostics});
        play.frame();
        CHECK(play.stage.faults().empty());
        play.tap("copy");
        CHECK(play.says("Copied to the stick as northseal-diagnostics-"));
        const std::string text = copied(play);
        CHECK(text.find("Software: 0.1.0") != std::string::npos);
        CHECK(text.find("Linux 6.1 x86_64") != std::string::npos);
        CHECK(text.find("screen/not-found") != std::string::npos);
        for (const char* personal : {"Zebulon", "Quartz", "obsidian", "Marguerite", "Featherstonehaugh",
                                     demo_words, assessor_pin, witness_pin})
            CHECK_MESSAGE(text.find(personal) == std::string::npos, personal);
        for (const auto& person : play.state().facilitators)
            CHECK_MESSAGE(text.find(person.name) == std::string::npos, person.name);
    }

    TEST_CASE("without a stick it is said, and nothing else changes")
    {
        Play play;
        play.sign_in();
        RealDisk disk;
        REQUIRE(disk.write_durably(play.scratch.path("stick"), {}).ok()); // a file where the stick would be
        play.app->apply(act::Go{Screen::diagnostics});
        play.frame();
        play.tap("copy");
        CHECK(play.says("Not copied"));
        CHECK_FALSE(play.logged.empty());
    }

    TEST_CASE("every code names what was being done and how it ended")
    {
        CHECK(failure_code(Busy::issuing, Fault::full) == "issuing/full");
        CHECK(failure_code(Busy::none, Fault::io) == "screen/io");
    }

    TEST_CASE("somebody's PIN stops the kiosk, with its keys out of memory; a wrong one does not")
    {
        Play play;
        play.sign_in();
        play.tap("settings");
        play.tap("menu/diagnostics");
        play.tap("stop");
        CHECK(play.stage.faults().empty());
        play.pin("000001");
        CHECK_FALSE(play.state().stopping);
        play.wait(120);
        play.pin(assessor_pin);
        CHECK(play.state().stopping);
        CHECK_FALSE(play.state().vault_open);
        CHECK_FALSE(play.state().personal.signed_in);
    }

    TEST_CASE("where nobody can sign in any more, a recovery code leads to the same page")
    {
        Play play;
        play.tap("language/en");
        play.tap("foot");
        play.tap("code");
        play.type(play.site.codes.steward);
        play.tap("key/done");
        play.tap("open");
        play.tap("person/1");
        play.pin("730164");
        play.pin("730164");
        play.tap("back");
        play.tap("person/1");
        play.pin("730164");
        REQUIRE(play.state().personal.signed_in);
        play.tap("settings");
        play.tap("menu/diagnostics");
        play.tap("stop");
        play.pin("730164");
        CHECK(play.state().stopping);
    }
}
