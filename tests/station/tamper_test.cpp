#include <doctest/doctest.h>

#include "storage/ledger/database.h"
#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

// What check_log says after somebody changed the database with their own tools.
std::string after(const std::string& sql)
{
    const test::Scratch scratch;
    test::DemoSite site(scratch.path("site"));
    site.issue_to("Ada Northwater");
    site.issue_to("Per Sund");
    REQUIRE(site.site->checkpoint().ok());
    REQUIRE(site.site->check_log().ok());
    site.site.reset();
    {
        const auto database = ledger::Database::open(site.folder + "/ledger.db", nullptr);
        REQUIRE(database.ok());
        REQUIRE(database.value()
                    .run_script("DROP TRIGGER entries_stay; DROP TRIGGER entries_remain;" + sql)
                    .ok());
    }
    auto opened = station::Station::open(site.folder, site.around());
    if (!opened.ok()) return opened.error().detail;
    const auto unlocked = opened.value()->unlock(test::demo_words);
    if (!unlocked.ok()) return unlocked.error().detail;
    const auto checked = opened.value()->check_log();
    if (checked.ok()) return "nothing found";
    CHECK(checked.error().fault == Fault::corrupt);
    return checked.error().detail;
}

bool says(const std::string& text, const std::string& part)
{
    INFO(text);
    return text.find(part) != std::string::npos;
}

// Entries: 1 site, 2 and 3 facilitators, 4 delegation, 5 learner, 6 sign-off, 7 certificate, 8, 9, 10 the
// same.
} // namespace

TEST_SUITE("storage/station/tamper")
{
    TEST_CASE("an entry whose bytes changed is named")
    {
        const auto text = after("UPDATE entries SET entry = x'8801' WHERE number = 6");
        CHECK(says(text, "log entry 6"));
    }

    TEST_CASE("an entry and its leaf changed together do not fit the tree")
    {
        const auto text = after("UPDATE entries SET entry = (SELECT entry FROM entries WHERE number = 8),"
                                " leaf = (SELECT leaf FROM entries WHERE number = 8) WHERE number = 5");
        CHECK(says(text, "log entry 5"));
    }

    TEST_CASE("a missing entry, and a cut tail, are found")
    {
        CHECK(says(after("PRAGMA foreign_keys=OFF; DELETE FROM entries WHERE number = 7"), "missing"));
        CHECK(says(after("PRAGMA foreign_keys=OFF; DELETE FROM entries WHERE number = 10"), "tree"));
    }

    TEST_CASE("a tail cut off with head and list does not fit the checkpoint that was made of it")
    {
        const auto text = after("PRAGMA foreign_keys=OFF; DELETE FROM issued WHERE entry = 10;"
                                "DELETE FROM entries WHERE number > 8;"
                                "UPDATE head SET size = 8, issued = 1, edge = zeroblob(32)");
        CHECK_FALSE(text == "nothing found");
    }

    TEST_CASE("the list of certificates cannot be changed behind the log's back")
    {
        CHECK(says(after("UPDATE issued SET status_index = 5 WHERE entry = 7"), "log entry 7"));
        CHECK(says(after("DELETE FROM issued WHERE entry = 10"), "log entry 10"));
        CHECK(says(after("INSERT INTO issued SELECT 5, 9, learner, template, 77, issued_at, 0, 0 FROM issued"
                         " WHERE entry = 7"),
                   "list of issued"));
    }

    TEST_CASE("the list of assessments cannot be changed behind the log's back, nor rot")
    {
        CHECK(says(after("UPDATE assessments SET programme = 'northen-mathematics' WHERE issued_entry = 7"),
                   "names a programme that this kiosk never had"));
        CHECK(says(after("UPDATE assessments SET state = 2 WHERE issued_entry = 7"), "log entry 7"));
        CHECK(says(after("UPDATE assessments SET issued_entry = 10 WHERE issued_entry = 7"), "log entry 7"));
    }

    TEST_CASE("the count of assessments cannot be set back, nor lost, so that a number would come again")
    {
        CHECK(says(after("UPDATE sqlite_sequence SET seq = 1"), "count of assessments"));
        CHECK(says(after("DELETE FROM sqlite_sequence"), "count of assessments"));
    }

    TEST_CASE("what was spent of a delegation cannot be set back, nor torn")
    {
        CHECK(says(after("UPDATE head SET spent = x'a0'"), "spent of the delegations does not fit the log"));
        CHECK(says(after("UPDATE head SET spent = x'a10101'"),
                   "spent of the delegations does not fit the log"));
        for (const auto* const torn :
             {"x''", "x'a1'", "x'a1010100'", "x'a201010101'", "x'a1011b0000000100000000'"}) {
            CHECK(says(after(std::string("UPDATE head SET spent = ") + torn), "does not say what was spent"));
        }
    }

    TEST_CASE("a status index is not used again even where the count of what was spent was set back")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        site.issue_to("Ada Northwater");
        const auto ready = site.ready_for(
            site.site->register_learner(test::learner_named("Per Sund"), site.assessor).value());
        site.site.reset();
        {
            const auto database = ledger::Database::open(site.folder + "/ledger.db", nullptr);
            REQUIRE(database.value().run_script("UPDATE head SET spent = x'a0'").ok());
        }
        auto opened = station::Station::open(site.folder, site.around());
        REQUIRE(opened.value()->unlock(test::demo_words).ok());
        const auto issued = opened.value()->issue(ready, site.assessor);
        REQUIRE_FALSE(issued.ok());
        CHECK(issued.error().fault == Fault::corrupt);
    }

    TEST_CASE("one learner's sealed name put in another's row does not open there")
    {
        const auto text =
            after("UPDATE learners SET sealed = (SELECT sealed FROM learners WHERE id = 2) WHERE id = 1");
        CHECK(says(text, "learners:sealed:1"));
    }

    TEST_CASE("a head that was torn is corrupt in words")
    {
        CHECK(says(after("UPDATE head SET edge = x'00'"), "edge"));
        CHECK(says(after("DELETE FROM head"), "head"));
    }

    TEST_CASE("a learner's key that is gone without the log's word is named")
    {
        const auto text = after("DELETE FROM learner_keys WHERE learner = 1");
        CHECK(says(text, "learner 1: the key is gone"));
    }

    TEST_CASE("a ledger of a newer version is refused, not guessed at")
    {
        CHECK(says(after("PRAGMA user_version = 99"), "newer version"));
    }

    TEST_CASE("a session or a request that the log does not tell of is found")
    {
        CHECK(says(after("INSERT INTO sessions(programme, day, begun, leader, signed_entry)"
                         " VALUES ('northern-mathematics', 1, 1, 1, 6)"),
                   "the list of sessions"));
        CHECK(says(after("INSERT INTO change_requests(certificate, entry) VALUES (7, 6)"),
                   "the list of requested changes"));
    }
}
