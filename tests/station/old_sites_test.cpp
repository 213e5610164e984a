#include <doctest/doctest.h>

#include <filesystem>

#include "storage/ledger/schema.h"
#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;

// Folders as earlier versions left them lie in tests/station/sites: whoever changes the schema adds one, and
// never changes one that is there.
TEST_SUITE("storage/station/old sites")
{
    TEST_CASE("every site that an earlier version left opens, is whole, and goes on")
    {
        const std::filesystem::path kept = NORTHSEAL_SOURCE_DIR "/tests/station/sites";
        std::size_t seen = 0;
        for (const auto& entry : std::filesystem::directory_iterator(kept)) {
            CAPTURE(entry.path().filename().string());
            const test::Scratch scratch;
            const auto folder = scratch.path("site");
            std::filesystem::copy(entry.path(), folder, std::filesystem::copy_options::recursive);
            FixedClock clock(test::demo_day + 86400);
            SeededRandom random(5);
            RealDisk disk;
            auto opened = station::Station::open(folder, {clock, random, disk});
            REQUIRE(opened.ok());
            auto& site = *opened.value();
            REQUIRE(site.unlock(test::demo_words).ok());
            CHECK(site.check_log().ok());
            const auto counts = site.counts().value();
            CHECK(counts.learners == 3);
            CHECK(counts.issued == 2);
            CHECK(counts.drafts == 1);
            const auto ready = site.assessments(station::AssessmentState::signed_off, 10).value();
            REQUIRE(ready.size() == 1);
            CHECK(site.issue(ready[0].id, {1}).ok());
            CHECK(site.check_log().ok());
            ++seen;
        }
        CHECK(seen >= static_cast<std::size_t>(ledger::schema_version) - 1);
    }
}
