#include <doctest/doctest.h>

#include "storage/ledger/ledger.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::ledger;

namespace {

struct OpenLedger {
    test::Scratch scratch;
    RealDisk disk;
    std::unique_ptr<Ledger> ledger = std::move(Ledger::open(scratch.path(), disk)).value();
    void reopen()
    {
        ledger.reset();
        ledger = std::move(Ledger::open(scratch.path(), disk)).value();
    }
    Result<> append(std::uint64_t number, Instant time = 1000)
    {
        return ledger->transaction([&]() -> Result<> {
            auto head = TRY(ledger->log().head());
            Entry entry;
            entry.number = number;
            entry.time = time;
            entry.kind = EntryKind::clock_noted;
            entry.body = {0x81, 0x01};
            return ledger->log().append(entry, head);
        });
    }
    Result<> check()
    {
        return ledger->check({[](const Entry&) { return Result<>(); },
                              [](const std::string&, std::uint64_t, const Digest&) { return Result<>(); }});
    }
};

} // namespace

TEST_SUITE("storage/ledger/log")
{
    TEST_CASE("entries are numbered one by one and never dated before the last")
    {
        OpenLedger open;
        REQUIRE(open.append(1).ok());
        CHECK_FALSE(open.append(1).ok());
        CHECK_FALSE(open.append(3).ok());
        CHECK_FALSE(open.append(2, 999).ok());
        CHECK(open.append(2, 1000).ok());
        CHECK(open.check().ok());
    }

    TEST_CASE("what was appended reads back after reopening, with its leaf in the tree")
    {
        OpenLedger open;
        for (std::uint64_t number = 1; number <= 600; ++number) REQUIRE(open.append(number).ok());
        open.reopen();
        const auto head = open.ledger->log().head().value();
        CHECK(head.tree.size() == 600);
        CHECK(open.ledger->log().entry(300).value()->number == 300);
        CHECK_FALSE(open.ledger->log().entry(601).value().has_value());
        CHECK(open.check().ok());
    }

    TEST_CASE("proofs that read whole subtrees prove what they should, over their borders too")
    {
        OpenLedger open;
        std::vector<Digest> roots{Digest{}};
        for (std::uint64_t number = 1; number <= 600; ++number) {
            REQUIRE(open.append(number).ok());
            roots.push_back(open.ledger->log().head().value().tree.root());
        }
        auto& log = open.ledger->log();
        for (const std::uint64_t size : {1U, 255U, 256U, 257U, 511U, 512U, 513U, 600U}) {
            for (const std::uint64_t number : {std::uint64_t{1}, (size + 1) / 2, size}) {
                const auto leaf = leaf_hash(encode(*log.entry(number).value()));
                CHECK(verify_inclusion(leaf, number - 1, size, log.inclusion(number, size).value(),
                                       roots[size]));
            }
            CHECK(verify_consistency(size, roots[size], 600, roots[600], log.consistency(size, 600).value()));
        }
        CHECK_FALSE(log.inclusion(0, 600).ok());
        CHECK_FALSE(log.consistency(601, 600).ok());
    }

    TEST_CASE("the log cannot be changed or shortened through the database")
    {
        OpenLedger open;
        REQUIRE(open.append(1).ok());
        const auto database = Database::open(open.scratch.path("ledger.db"), nullptr);
        CHECK_FALSE(database.value().run_script("UPDATE entries SET entry = x'00'").ok());
        CHECK_FALSE(database.value().run_script("DELETE FROM entries").ok());
    }

    TEST_CASE("after a rest the database alone holds everything")
    {
        OpenLedger open;
        REQUIRE(open.append(1).ok());
        REQUIRE(open.ledger->rest().ok());
        const test::Scratch elsewhere;
        std::filesystem::copy_file(open.scratch.path("ledger.db"), elsewhere.path("ledger.db"));
        RealDisk disk;
        const auto copy = Ledger::open(elsewhere.path(), disk);
        REQUIRE(copy.ok());
        CHECK(copy.value()->log().head().value().tree.size() == 1);
        CHECK(open.check().ok());
    }

    TEST_CASE("commits find room in the WAL, before a rest and after it")
    {
        OpenLedger open;
        const auto wal = open.scratch.path("ledger.db-wal");
        const auto room = std::filesystem::file_size(wal);
        CHECK(room == 1 << 20);
        for (std::uint64_t number = 1; number <= 10; ++number) {
            REQUIRE(open.append(number).ok());
            if (number == 5) REQUIRE(open.ledger->rest().ok());
        }
        CHECK(std::filesystem::file_size(wal) == room);
    }

    TEST_CASE("a status index is given once, by whichever delegation")
    {
        OpenLedger open;
        REQUIRE(open.append(1).ok());
        auto& delegations = open.ledger->delegations();
        const auto insert = [&](std::uint64_t number, const std::vector<std::uint32_t>& indexes) {
            return open.ledger->transaction([&] { return delegations.insert({number, 1, {0x80}}, indexes); });
        };
        REQUIRE(insert(1, {5, 3, 9}).ok());
        CHECK(insert(2, {7, 3}).error().fault == Fault::corrupt);
        CHECK(delegations.all().value().size() == 1);
        CHECK(delegations.index_at(1, 1).value() == 3);
        CHECK_FALSE(delegations.index_at(1, 3).value().has_value());
        CHECK(delegations.gave(1, 9).value());
        CHECK_FALSE(delegations.gave(1, 7).value());
    }
}
