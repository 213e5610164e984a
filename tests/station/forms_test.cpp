#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::station;

namespace {

KeptRegistration form_of(const std::string& name, std::int64_t kept = 0)
{
    KeptRegistration out;
    out.learner.name = name;
    out.learner.number = "A-17";
    out.learner.age_band = AgeBand::youth_with_guardian;
    out.learner.identity = IdentityGrade::document_seen;
    out.learner.language = "fr";
    out.learner.consent.share_with_institution = true;
    out.learner.consent.guardian = "Ida";
    out.learner.kept = kept;
    out.step = 1;
    out.shown_in = "oj";
    out.by = {2};
    return out;
}

std::size_t count_of(std::string_view bytes, std::string_view part)
{
    std::size_t out = 0;
    for (auto at = bytes.find(part); at != std::string::npos; at = bytes.find(part, at + 1)) ++out;
    return out;
}

} // namespace

TEST_SUITE("storage/station/forms")
{
    TEST_CASE("a registration under way is there as it was typed, after the program ended without a word")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("kiosk"));
        const auto id = site.site->keep_registration(form_of("Rose B")).value();
        REQUIRE(site.site->keep_registration(form_of("Rose Beardy", id)).value() == id);
        site.reopen();
        CHECK(site.site->kept_registrations().error().fault == Fault::locked);
        site.unlock();
        const auto kept = site.site->kept_registrations().value();
        REQUIRE(kept.size() == 1);
        CHECK(kept[0].learner.name == "Rose Beardy");
        CHECK(kept[0].learner.number == "A-17");
        CHECK(kept[0].learner.age_band == AgeBand::youth_with_guardian);
        CHECK(kept[0].learner.identity == IdentityGrade::document_seen);
        CHECK(kept[0].learner.language == "fr");
        CHECK(kept[0].learner.consent.share_with_institution);
        CHECK(kept[0].learner.consent.guardian == "Ida");
        CHECK(kept[0].learner.kept == id);
        CHECK(kept[0].step == 1);
        CHECK(kept[0].shown_in == "oj");
        CHECK(kept[0].by == FacilitatorId{2});
        CHECK(site.site->check_log().ok());
    }

    TEST_CASE("what is half a letter short of nothing is kept too, and what is no text is not")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("kiosk"));
        CHECK(site.site->keep_registration({}).ok());
        CHECK_FALSE(site.site->keep_registration(form_of("\xFF")).ok());
        CHECK_FALSE(site.site->keep_registration(form_of(std::string(5000, 'a'))).ok());
        CHECK(site.site->kept_registrations().value().size() == 1);
    }

    TEST_CASE("registering takes the form with it, and nothing brings it back")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("kiosk"));
        const auto id = site.site->keep_registration(form_of("Rose")).value();
        auto learner = test::learner_named("Rose Beardy");
        learner.kept = id;
        REQUIRE(site.site->register_learner(learner, site.assessor).ok());
        CHECK(site.site->kept_registrations().value().empty());
        const auto late = site.site->keep_registration(form_of("Rose", id));
        REQUIRE_FALSE(late.ok());
        CHECK(late.error().fault == Fault::not_found);
        // Its number is nobody else's.
        CHECK(site.site->keep_registration(form_of("Elijah")).value() > id);
    }

    TEST_CASE("a form that nobody touches for a week goes, however the clock jumps meanwhile")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("kiosk"));
        REQUIRE(site.site->keep_registration(form_of("Rose")).ok());
        site.clock.advance(6 * 86400);
        CHECK(site.site->kept_registrations().value().size() == 1);
        // Far ahead, the clock is in doubt, and no reason to take anything away.
        const Instant right = site.clock.now();
        site.clock.set(right + 90 * 86400);
        site.reopen();
        site.unlock();
        CHECK(site.site->kept_registrations().value().size() == 1);
        site.clock.set(right);
        site.clock.advance(2 * 86400);
        CHECK(site.site->kept_registrations().value().empty());
    }

    TEST_CASE("no name of a form stands in any file, and none of one thrown away in the database")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("kiosk"));
        const auto id = site.site->keep_registration(form_of("Zebulon Quartz")).value();
        for (const char* file : {"/ledger.db", "/ledger.db-wal"})
            CHECK(count_of(text_of(site.disk.read(site.folder + file, 64U << 20).value()), "Zebulon") == 0);
        REQUIRE(site.site->drop_registration(id).ok());
        CHECK(site.site->kept_registrations().value().empty());
    }
}
