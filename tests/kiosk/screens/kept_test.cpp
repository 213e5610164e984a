#include <doctest/doctest.h>

#include <filesystem>

#include "kiosk/screens/registration.h"
#include "tests/kiosk/screens/support/play.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

// What is on the disk at this moment, opened by a kiosk that knows nothing else: as after a power cut, since
// the one that runs says no goodbye. (What a disk may lose of that, tests/simulation tries.)
struct AfterTheCut {
    Scratch scratch;
    RealDisk disk;
    FixedClock clock;
    SeededRandom random{7};
    std::unique_ptr<station::Station> site;

    explicit AfterTheCut(const Play& play) : clock(play.site.clock.now())
    {
        std::filesystem::copy(play.site.folder, scratch.path("site"),
                              std::filesystem::copy_options::recursive);
        auto opened = station::Station::open(scratch.path("site"), {clock, random, disk});
        REQUIRE(opened.ok());
        site = std::move(opened.value());
        REQUIRE(site->unlock(demo_words).ok());
    }
    std::string form() const // the latest one's name
    {
        const auto kept = site->kept_registrations().value();
        return kept.empty() ? std::string() : kept.front().learner.name;
    }
    std::vector<station::Assessment> drafts() const
    {
        return site->assessments(station::AssessmentState::draft, 10).value();
    }
};

void begin(Play& play)
{
    play.sign_in();
    play.tap("nav/learners");
    play.tap("empty/main");
}

} // namespace

TEST_SUITE("kiosk/screens/kept")
{
    TEST_CASE(
        "the power may go at any step from the first letter to the certificate, and nothing typed is lost")
    {
        Play play;
        begin(play);
        play.type("Rose Bear");
        play.wait(2);
        CHECK(AfterTheCut(play).form() == "Rose Bear");
        play.type("dy");
        play.wait(1);
        // At the worst the letters of the last two seconds go.
        CHECK(AfterTheCut(play).form() == "Rose Bear");
        play.wait(1);
        CHECK(AfterTheCut(play).form() == "Rose Beardy");
        play.tap("key/done");
        play.tap("number");
        play.type("A-17");
        play.tap("key/done");
        CHECK(AfterTheCut(play).site->kept_registrations().value().front().learner.number == "A-17");
        play.tap("bar/main");
        play.tap("identity/2");
        play.tap("age/1");
        play.tap("guardian");
        play.type("Ida");
        play.tap("key/done");
        {
            const AfterTheCut cut(play);
            const auto form = cut.site->kept_registrations().value().front();
            CHECK(form.step == 1);
            CHECK(form.learner.identity == station::IdentityGrade::document_seen);
            CHECK(form.learner.age_band == station::AgeBand::youth_with_guardian);
            CHECK(form.learner.consent.guardian == "Ida");
        }
        play.tap("bar/main");
        play.tap("consent/share");
        CHECK(AfterTheCut(play)
                  .site->kept_registrations()
                  .value()
                  .front()
                  .learner.consent.share_with_institution);
        play.tap("bar/main");
        {
            const AfterTheCut cut(play);
            CHECK(cut.form().empty());
            CHECK(cut.site->counts().value().learners == 1);
        }
        play.tap("assess");
        play.tap("level/3");
        CHECK(AfterTheCut(play).drafts().at(0).levels.at(0) == 3);
        play.tap("note");
        play.type("Measured tw");
        CHECK(AfterTheCut(play).drafts().at(0).notes.at(1) == "Measured tw");
        play.tap("key/done");
        for (int outcome = 1; outcome < 5; ++outcome) play.tap("level/3");
        play.tap("bar/main");
        CHECK(AfterTheCut(play).drafts().at(0).levels.back() == 3);
        play.tap("narrative");
        play.tap("narrative");
        play.type("Plans");
        CHECK(AfterTheCut(play).drafts().at(0).narrative == "Plans");
        play.tap("key/done");
        play.tap("bar/main");
        play.sign_and_issue();
        const AfterTheCut cut(play);
        CHECK(cut.site->issued_rows(10, 0).value().size() == 1);
        CHECK(cut.site->check_log().ok());
    }

    TEST_CASE("a registration that the lock took stands on home, and is gone on with where it was")
    {
        Play play;
        begin(play);
        play.type("Rose Beardy");
        play.wait(300);
        CHECK(play.state().screen == Screen::lock);
        CHECK(play.state().personal.registration.learner.name.empty());
        play.tap("open");
        play.tap("person/1");
        play.pin(assessor_pin);
        CHECK(play.says("Rose’s registration was kept"));
        play.tap("waits/0");
        CHECK(play.state().screen == Screen::registration);
        CHECK(play.state().personal.registration.learner.name == "Rose Beardy");
        CHECK(play.says("Kept"));
        play.tap("bar/main");
        play.tap("bar/main");
        play.tap("bar/main");
        CHECK(play.state().screen == Screen::learner);
        play.app->apply(act::Go{Screen::home});
        play.frame();
        CHECK_FALSE(play.says("was kept"));
    }

    TEST_CASE("not now keeps it; thrown away, nothing of it is left")
    {
        Play play;
        begin(play);
        play.type("Elijah");
        play.tap("key/done");
        play.tap("bar/back");
        play.tap("nav/home");
        CHECK(play.has("waits/0"));
        play.tap("waits/0");
        play.tap("bar/other");
        play.tap("dialog/safe"); // it is asked first, and what is kept stays
        CHECK(play.state().screen == Screen::registration);
        CHECK_FALSE(AfterTheCut(play).form().empty());
        play.tap("bar/other");
        play.tap("dialog/act");
        CHECK(play.state().screen == Screen::home);
        CHECK_FALSE(play.says("Elijah"));
        CHECK(AfterTheCut(play).form().empty());
    }

    TEST_CASE("the language in which the consent was put is kept with the form")
    {
        Play play;
        begin(play);
        play.type("Elijah");
        play.tap("key/done");
        play.tap("bar/main");
        play.tap("bar/main");
        play.tap("consent/in/fr");
        play.tap("bar/back");
        play.tap("nav/home");
        play.tap("waits/0");
        CHECK(play.state().personal.registration.step == RegistrationStep::consent);
        CHECK(consent_language(play.state().personal.registration) == "fr");
        CHECK(play.state().personal.registration.learner.language == "en"); // of the certificate
    }

    TEST_CASE("a form that nothing was typed into leaves nothing behind")
    {
        Play play;
        begin(play);
        play.tap("key/done");
        play.tap("bar/back");
        CHECK(AfterTheCut(play).site->kept_registrations().value().empty());
    }

    TEST_CASE("whoever locks takes the pictures of all names along")
    {
        Play play;
        play.sign_in();
        const std::size_t before = play.stage.textures_held();
        play.register_learner("X̱aayda K̓uuna"); // marks that NFC leaves apart are drawn by the shaper
        CHECK(play.stage.textures_held() > before);
        play.tap("nav/home");
        play.tap("nav/lock");
        // Scenes may stay: the lock has one of its own.
        CHECK(play.stage.ui().words_kept() == 0);
    }
}
