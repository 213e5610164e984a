#include <doctest/doctest.h>

#include "storage/ledger/database.h"
#include "tests/simulation/simulated_disk.h"

using namespace northseal;
using namespace northseal::simulation;

namespace {

DiskImage empty_folder()
{
    return {{}, {"/a"}};
}

std::string text(const DiskImage& image, const std::string& path)
{
    const auto found = image.files.find(path);
    return found == image.files.end() ? "(missing)" : std::string(text_of(found->second));
}

} // namespace

TEST_SUITE("simulation/disk")
{
    TEST_CASE("what was written and synced is there after a power cut, whatever the seed")
    {
        SimulatedDisk disk(empty_folder());
        REQUIRE(disk.write_durably("/a/b", view("durable")).ok());
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            CHECK(text(disk.after_power_returns(seed), "/a/b") == "durable");
        }
    }

    TEST_CASE("a durable write that the power interrupts leaves the old content or the new one")
    {
        SimulatedDisk first(empty_folder());
        REQUIRE(first.write_durably("/a/b", view("old")).ok());
        const auto start = first.as_seen();
        bool saw_old = false;
        bool saw_new = false;
        for (std::uint64_t cut = 0; cut < 5; ++cut) {
            SimulatedDisk disk(start);
            disk.cut_power_after(cut);
            CHECK_FALSE(disk.write_durably("/a/b", view("new")).ok());
            CHECK_FALSE(disk.read("/a/b", 100).ok());
            for (std::uint64_t seed = 0; seed < 8; ++seed) {
                const auto left = text(disk.after_power_returns(seed), "/a/b");
                CHECK((left == "old" || left == "new"));
                saw_old = saw_old || left == "old";
                saw_new = saw_new || left == "new";
            }
        }
        CHECK(saw_old);
        CHECK(saw_new);
    }

    TEST_CASE("unsynced sectors survive in any mixture, and a torn write stops inside a sector")
    {
        SimulatedFile file(Bytes(4 * sector_bytes, 'o'));
        file.write(0, Bytes(4 * sector_bytes, 'n'));
        bool mixed = false;
        bool torn = false;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Dice dice(seed);
            const auto left = file.after_power_loss(Survival::some, false, dice);
            REQUIRE(left.size() == 4 * sector_bytes);
            std::string picture;
            for (std::uint64_t sector = 0; sector < 4; ++sector) {
                const auto begin = left.begin() + static_cast<std::ptrdiff_t>(sector * sector_bytes);
                CHECK(std::all_of(begin, begin + sector_bytes, [&](auto byte) { return byte == *begin; }));
                picture += static_cast<char>(*begin);
            }
            mixed = mixed || picture == "onon" || picture == "nono";
            const auto cut = file.after_power_loss(Survival::everything, true, dice);
            const auto news = static_cast<std::uint64_t>(std::count(cut.begin(), cut.end(), 'n'));
            torn = torn || news % sector_bytes != 0;
        }
        CHECK(mixed);
        CHECK(torn);
    }

    TEST_CASE("bytes beside a write keep what they were")
    {
        SimulatedFile file(Bytes(sector_bytes, 'o'));
        file.write(100, Bytes(50, 'n'));
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            Dice dice(seed);
            const auto left = file.after_power_loss(survival_of(seed), true, dice);
            CHECK(std::all_of(left.begin(), left.begin() + 100, [](auto byte) { return byte == 'o'; }));
            CHECK(std::all_of(left.begin() + 150, left.end(), [](auto byte) { return byte == 'o'; }));
        }
    }

    TEST_CASE("after a sync that failed, a later sync does not bring back what the first one lost")
    {
        bool lost = false;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            SimulatedDisk disk(empty_folder(), seed);
            DiskAnswer answer{};
            const auto file = disk.open("/a/b", true, answer);
            REQUIRE(disk.sync_folder("/a") == DiskAnswer::done);
            REQUIRE(disk.write_at("/a/b", *file, 0, view("word")) == DiskAnswer::done);
            disk.fail(DiskOperation::sync, 1, false);
            CHECK(disk.sync("/a/b", *file) == DiskAnswer::failed);
            CHECK(disk.sync("/a/b", *file) == DiskAnswer::done);
            lost = lost || text(disk.after_power_returns(0), "/a/b") != "word";
        }
        CHECK(lost);
    }

    TEST_CASE("a name that its folder was not synced for may be gone")
    {
        SimulatedDisk disk(empty_folder());
        DiskAnswer answer{};
        const auto file = disk.open("/a/b", true, answer);
        REQUIRE(disk.write_at("/a/b", *file, 0, view("word")) == DiskAnswer::done);
        REQUIRE(disk.sync("/a/b", *file) == DiskAnswer::done);
        CHECK(text(disk.after_power_returns(0), "/a/b") == "(missing)");
        CHECK(text(disk.after_power_returns(1), "/a/b") == "word");
        REQUIRE(disk.sync_folder("/a") == DiskAnswer::done);
        CHECK(text(disk.after_power_returns(0), "/a/b") == "word");
    }

    TEST_CASE("a full disk takes what fits, says full, and lets what stands there be overwritten")
    {
        SimulatedDisk disk(empty_folder());
        REQUIRE(disk.write_durably("/a/b", view("0123456789")).ok());
        disk.limit_bytes(15);
        const auto refused = disk.write_durably("/a/c", view("0123456789"));
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().fault == Fault::full);
        CHECK(disk.free_bytes("/a").value() == 5);
        CHECK_FALSE(disk.exists("/a/c"));
        CHECK(disk.faults()[static_cast<std::size_t>(FaultKind::disk_full)] == 1);
        disk.heal();
        CHECK(disk.write_durably("/a/c", view("0123456789")).ok());
    }

    TEST_CASE("an error comes at the operation it was asked for, once or for good")
    {
        SimulatedDisk disk(empty_folder());
        disk.fail(DiskOperation::sync, 2, false);
        CHECK(disk.write_durably("/a/b", view("one")).ok());
        CHECK_FALSE(disk.write_durably("/a/b", view("two")).ok());
        CHECK(disk.write_durably("/a/b", view("three")).ok());
        disk.fail(DiskOperation::write, 1, true);
        CHECK_FALSE(disk.write_durably("/a/b", view("four")).ok());
        CHECK_FALSE(disk.write_durably("/a/b", view("five")).ok());
        disk.heal();
        CHECK(text_of(disk.read("/a/b", 100).value()) == "three");
    }

    TEST_CASE("rot flips one bit, and a short read is told from a whole one")
    {
        SimulatedDisk disk(empty_folder());
        REQUIRE(disk.write_durably("/a/b", view("0123456789")).ok());
        Dice dice(5);
        REQUIRE(disk.rot(dice, "/a/b").has_value());
        const auto rotten = disk.read("/a/b", 100).value();
        int bits = 0;
        for (std::size_t i = 0; i < rotten.size(); ++i) {
            bits += __builtin_popcount(rotten[i] ^ static_cast<unsigned>("0123456789"[i]));
        }
        CHECK(bits == 1);
        disk.read_short(1);
        CHECK_FALSE(disk.read("/a/b", 100).ok());
        CHECK(disk.read("/a/b", 100).ok());
    }

    TEST_CASE("two connections to one database see each other's work and each other's locks")
    {
        SimulatedDisk disk(empty_folder());
        auto first = ledger::Database::open("/a/x.db", disk.sqlite_vfs()).value();
        auto second = ledger::Database::open("/a/x.db", disk.sqlite_vfs()).value();
        REQUIRE(first.run_script("CREATE TABLE rows(id INTEGER); INSERT INTO rows VALUES (1)").ok());
        REQUIRE(first.run_script("BEGIN IMMEDIATE; INSERT INTO rows VALUES (2)").ok());
        CHECK_FALSE(second.run_script("INSERT INTO rows VALUES (3)").ok());
        REQUIRE(first.run_script("COMMIT").ok());
        CHECK(second.run_script("INSERT INTO rows VALUES (3)").ok());
        auto count = first.prepare("SELECT count(*) FROM rows").value();
        CHECK(*count.one([](const ledger::Row& row) { return row.number(0); }).value() == 3);
    }
}
