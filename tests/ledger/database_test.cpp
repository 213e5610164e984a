#include "storage/ledger/database.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "storage/base/disk.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace std::literals;
using namespace northseal::ledger;

namespace {

struct Opened {
    test::Scratch scratch;
    Database database = std::move(Database::open(scratch.path("d.db"), nullptr)).value();
    Statement insert = [this] {
        REQUIRE(
            database.run_script("CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT").ok());
        return std::move(database.prepare("INSERT INTO t VALUES (?, ?)")).value();
    }();
    std::int64_t number(const std::string& sql)
    {
        auto statement = std::move(database.prepare(sql)).value();
        return statement.one([](const Row& row) { return row.number(0); }).value().value_or(-1);
    }
    std::string text(const std::string& sql)
    {
        auto statement = std::move(database.prepare(sql)).value();
        return statement.one([](const Row& row) { return row.text(0); }).value().value_or("");
    }
};

} // namespace

TEST_SUITE("storage/ledger/database")
{
    TEST_CASE("a database is opened for a place where the power fails")
    {
        Opened opened;
        CHECK(opened.text("PRAGMA journal_mode") == "wal");
        CHECK(opened.number("PRAGMA synchronous") == 2);
        CHECK(opened.number("PRAGMA foreign_keys") == 1);
        CHECK(opened.number("PRAGMA trusted_schema") == 0);
        CHECK(opened.number("PRAGMA secure_delete") == 1);
        CHECK(opened.number("PRAGMA journal_size_limit") == 4194304);
    }

    TEST_CASE("a transaction whose work fails, or throws, leaves nothing")
    {
        Opened opened;
        const auto failing = [&]() -> Result<> {
            TRY(opened.insert.run(1, "one"sv));
            return refused("changed its mind");
        };
        CHECK_FALSE(opened.database.transaction(failing).ok());
        const auto throwing = [&]() -> Result<> {
            TRY(opened.insert.run(2, "two"sv));
            throw std::runtime_error("a bug");
        };
        CHECK_THROWS(static_cast<void>(opened.database.transaction(throwing).ok()));
        CHECK(opened.number("SELECT count(*) FROM t") == 0);
        CHECK(opened.database.transaction([&] { return opened.insert.run(3, "three"sv); }).ok());
        CHECK(opened.number("SELECT count(*) FROM t") == 1);
    }

    TEST_CASE("each way out of SQLite has its fault")
    {
        Opened opened;
        REQUIRE(opened.insert.run(1, "one"sv).ok());
        CHECK(opened.insert.run(1, "again"sv).error().fault == Fault::corrupt);
        CHECK(opened.database.prepare("SELECT nothing FROM nowhere").error().fault == Fault::io);
        REQUIRE(opened.database.run_script("PRAGMA max_page_count=3").ok());
        CHECK(opened.insert.run(2, std::string(50'000, 'x')).error().fault == Fault::full);
    }

    TEST_CASE("a file that is no database is corrupt, in words")
    {
        const test::Scratch scratch;
        RealDisk disk;
        REQUIRE(disk.write_durably(scratch.path("d.db"), view(std::string(5000, 'z'))).ok());
        const auto opened = Database::open(scratch.path("d.db"), nullptr);
        REQUIRE_FALSE(opened.ok());
        CHECK(opened.error().fault == Fault::corrupt);
    }

    TEST_CASE("empty bytes are a value and not nothing")
    {
        Opened opened;
        REQUIRE(opened.insert.run(1, ""sv).ok());
        CHECK(opened.number("SELECT text IS NULL FROM t") == 0);
    }
}
