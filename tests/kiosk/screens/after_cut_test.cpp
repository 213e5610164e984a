#include <doctest/doctest.h>

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <future>

#include "kiosk/app/end_signal.h"
#include "kiosk/paper/picture_code.h"
#include "kiosk/screens/after_cut.h"
#include "kiosk/screens/care.h"
#include "storage/institution/delegation.h"
#include "storage/ledger/checkpoint.h"
#include "tests/kiosk/screens/support/play.h"
#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

std::string mark_of(const Play& play)
{
    return play.site.folder + "/running";
}

struct AsBefore {
    sigset_t signals{};
    AsBefore() { pthread_sigmask(SIG_BLOCK, nullptr, &signals); }
    ~AsBefore() { pthread_sigmask(SIG_SETMASK, &signals, nullptr); }
    AsBefore(const AsBefore&) = delete;
    AsBefore& operator=(const AsBefore&) = delete;
};

} // namespace

TEST_SUITE("kiosk/screens/after_cut")
{
    TEST_CASE("a clean end leaves no mark, and whoever signs in next sees the home page")
    {
        RealDisk disk;
        Play play;
        CHECK(disk.exists(mark_of(play)));
        play.sign_in();
        CHECK(play.state().screen == Screen::home);
        play.show.reset();
        play.app.reset();
        CHECK_FALSE(disk.exists(mark_of(play)));
    }

    TEST_CASE("a mark that was found is told once, with what was read, and leads on to the draft")
    {
        PlaySet set;
        set.cut = true;
        Play play(set);
        play.sign_in();
        REQUIRE(play.state().screen == Screen::after_cut);
        CHECK(play.says("Nothing is lost"));
        CHECK(play.says("It had run since"));
        CHECK(play.says("The kiosk read through all "));
        play.tap("bar/main"); // there is no draft: home
        REQUIRE(play.state().screen == Screen::home);
        play.register_learner("Rose Beardy");
        play.tap("assess");
        play.tap("level/3");
        play.app->apply(act::Go{Screen::after_cut});
        play.frame();
        CHECK(play.says("Draft for Rose, restored"));
        play.tap("bar/main");
        CHECK(play.state().screen == Screen::rubric);
        CHECK(play.state().personal.assessment->assessment.levels.at(0) == 3);
        play.app->apply(act::Lock{});
        play.frame();
        play.tap("open");
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.state().screen == Screen::home);
    }

    TEST_CASE("the machine's request to end is heard once, and waiting for it ends with the program")
    {
        const AsBefore mask; // what other tests start inherits it
        EndSignal::hold();
        {
            const EndSignal nobody_asks([] { FAIL("nobody asked"); });
        }
        std::promise<void> asked;
        const EndSignal end([&asked] { asked.set_value(); });
        REQUIRE(::kill(::getpid(), SIGTERM) == 0);
        CHECK(asked.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    }

    TEST_CASE("a log that does not read back is never called whole")
    {
        AppState state = signed_in_state();
        state.about.entries = "7";
        CHECK(after_cut_view(state, words()).heading == "Not all of it reads back"); // nobody looked
        state.about.log_checked = true;
        CHECK(after_cut_view(state, words()).heading == "Not all of it reads back");
        state.about.log_whole = true;
        CHECK(after_cut_view(state, words()).heading == "Nothing is lost");
    }

    TEST_CASE("what the kiosk needs stands on home, leads to its page, and a copy that is made there is on "
              "the medium")
    {
        PlaySet set;
        set.backup = true;
        Play play(set);
        play.sign_in();
        CHECK_FALSE(play.says("This kiosk needs care")); // a copy was made before anybody came
        std::filesystem::remove_all(play.scratch.path("medium"));
        play.app->apply(act::Go{Screen::care}); // it looks for the copy
        play.app->apply(act::Go{Screen::home});
        play.frame();
        REQUIRE(play.says("This kiosk needs care"));
        play.tap("waits/0");
        REQUIRE(play.state().screen == Screen::care);
        CHECK(play.says("The copy is missing"));
        play.tap("bar/main");
        CHECK_MESSAGE(play.says("The copy is made."), play.on_screen());
        CHECK(play.says("The copy is there"));
        CHECK(play.state().backup.latest.has_value());
        play.tap("bar/back");
        CHECK_FALSE(play.says("This kiosk needs care"));
    }

    TEST_CASE("a photograph of the page about this kiosk is a witness: the signed head of the log")
    {
        Play play;
        play.sign_in();
        play.app->apply(act::Go{Screen::about});
        play.frame();
        const std::string file = play.scratch.path("photograph.png");
        REQUIRE(play.stage.save_png(file));
        RealDisk disk;
        const auto codes = codes_in_picture(disk.read(file, 32U << 20).value());
        REQUIRE(codes.ok());
        REQUIRE(codes.value().size() == 1);
        const auto request = institution::read_request(play.site.request).value();
        const auto head = ledger::open_checkpoint(codes.value().front(),
                                                  "demo.northseal.invalid/kiosk-7q3f/1", request.kiosk_key);
        REQUIRE_MESSAGE(head.ok(), codes.value().front());
        CHECK(std::to_string(head.value().size) == play.state().about.entries);
    }
}
