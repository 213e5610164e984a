#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::station;

namespace {

struct BackedUp {
    test::Scratch scratch;
    std::string medium = scratch.path("medium");
    test::DemoSite site{scratch.path("site")};

    std::string backups()
    {
        for (const auto& entry : std::filesystem::directory_iterator(medium)) {
            if (entry.is_directory()) return entry.path().string();
        }
        return {};
    }
    void damage(const std::string& path) const
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(2048);
        file << std::string(4096, '\xff');
    }
    // As a dying disk would: the program ends, and the database's pages are not what was written.
    void damage_ledger()
    {
        site.site.reset();
        damage(site.folder + "/ledger.db");
    }
    Result<Restored> restore() { return Station::restore(site.folder, medium, site.around()); }
    void go_on()
    {
        site.reopen();
        site.unlock();
    }
    void renew(std::uint64_t number)
    {
        test::DeskOptions options;
        options.number = number;
        options.first_index = 600'000;
        const auto pack = site.desk.answer(site.request, options);
        site.site.reset();
        REQUIRE(Station::install(site.folder, pack, test::demo_words, site.around()).ok());
        go_on();
    }
};

} // namespace

TEST_SUITE("storage/station/backup")
{
    TEST_CASE("a damaged ledger is refused at the door, and the backup brings everything back")
    {
        BackedUp kiosk;
        const auto issued = kiosk.site.issue_to("Rose Beardy");
        const auto json = kiosk.site.site->issued(issued).value()->json;
        const auto made = kiosk.site.site->back_up(kiosk.medium);
        REQUIRE(made.ok());
        kiosk.damage_ledger();
        CHECK(Station::open(kiosk.site.folder, kiosk.site.around()).error().fault == Fault::corrupt);

        const auto restored = kiosk.restore();
        REQUIRE(restored.ok());
        CHECK(restored.value().from.generation == made.value().generation);
        kiosk.go_on();
        CHECK(kiosk.site.site->issued(issued).value()->json == json);
        CHECK(kiosk.site.site->check_log().ok());
        const auto notice = kiosk.site.site->restore_notice();
        REQUIRE(notice.has_value());
        CHECK(notice->restored == test::demo_day);
        CHECK(notice->from == test::demo_day);
        CHECK(notice->needs_delegation);
    }

    TEST_CASE("a ledger that is gone is never made anew in silence")
    {
        BackedUp kiosk;
        kiosk.site.issue_to("Rose Beardy");
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        kiosk.site.site.reset();
        std::filesystem::remove(kiosk.site.folder + "/ledger.db");
        CHECK(Station::open(kiosk.site.folder, kiosk.site.around()).error().fault == Fault::corrupt);
        CHECK_FALSE(std::filesystem::exists(kiosk.site.folder + "/ledger.db"));
        REQUIRE(kiosk.restore().ok());
        kiosk.go_on();
        CHECK(kiosk.site.site->counts().value().issued == 1);
    }

    TEST_CASE("after a restore nothing is issued under an old delegation, and a new one goes on")
    {
        BackedUp kiosk;
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        const auto lost = kiosk.site.issue_to("Rose Beardy"); // after the backup: its index is used up
        const auto index = kiosk.site.site->issued(lost).value()->signed_credential.claims.status_index;
        kiosk.damage_ledger();
        REQUIRE(kiosk.restore().ok());
        kiosk.go_on();
        CHECK(kiosk.site.site->counts().value().may_still_issue == 0);
        const auto learner =
            kiosk.site.site->register_learner(test::learner_named("Rose Beardy"), kiosk.site.assessor)
                .value();
        const auto ready = kiosk.site.ready_for(learner);
        CHECK(kiosk.site.site->issue(ready, kiosk.site.assessor).error().fault == Fault::full);

        kiosk.renew(2);
        CHECK_FALSE(kiosk.site.site->restore_notice()->needs_delegation);
        const auto again = kiosk.site.site->issue(ready, kiosk.site.assessor);
        REQUIRE(again.ok());
        CHECK(kiosk.site.site->issued(again.value()).value()->signed_credential.claims.status_index != index);
        CHECK(kiosk.site.site->check_log().ok());
    }

    TEST_CASE("the log's name says that an epoch began, and old checkpoints still fit")
    {
        BackedUp kiosk;
        const auto before = kiosk.site.site->checkpoint().value();
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        kiosk.damage_ledger();
        REQUIRE(kiosk.restore().ok());
        kiosk.go_on();
        const auto after = kiosk.site.site->checkpoint().value();
        CHECK(before.starts_with("demo.northseal.invalid/kiosk-7q3f/1\n"));
        CHECK(after.starts_with("demo.northseal.invalid/kiosk-7q3f/2\n"));
        CHECK(kiosk.site.site->check_log().ok());
        auto& log = StationProbe::parts(*kiosk.site.site).ledger->log();
        const auto head = log.head().value();
        const auto old = ledger::open_checkpoint(before, "demo.northseal.invalid/kiosk-7q3f/1",
                                                 StationProbe::parts(*kiosk.site.site).vault.kiosk_key())
                             .value();
        const auto proof = log.consistency(old.size, head.tree.size()).value();
        CHECK(ledger::verify_consistency(old.size, old.root, head.tree.size(), head.tree.root(), proof));
    }

    TEST_CASE("no two restores begin the same epoch, even from the same backup")
    {
        BackedUp kiosk;
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        for (const auto* name : {"2", "3", "4"}) {
            kiosk.damage_ledger();
            REQUIRE(kiosk.restore().ok());
            kiosk.go_on();
            const auto note = kiosk.site.site->checkpoint().value();
            CHECK(note.starts_with(std::string("demo.northseal.invalid/kiosk-7q3f/") + name + "\n"));
            CHECK(kiosk.site.site->check_log().ok());
        }
    }

    TEST_CASE("a delegation that a restore gave up is not installed again from its file")
    {
        BackedUp kiosk;
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        kiosk.renew(2);
        kiosk.site.issue_to("Rose Beardy"); // its index must not come again
        kiosk.damage_ledger();
        REQUIRE(kiosk.restore().ok());
        test::DeskOptions options;
        options.number = 2;
        options.first_index = 600'000;
        const auto pack = kiosk.site.desk.answer(kiosk.site.request, options);
        const auto again = Station::install(kiosk.site.folder, pack, test::demo_words, kiosk.site.around());
        REQUIRE_FALSE(again.ok());
        CHECK(again.error().fault == Fault::refused);
        CHECK(again.error().detail.find("delegation 2") != std::string::npos);
    }

    TEST_CASE("a damaged generation is passed over by name for the one before it")
    {
        BackedUp kiosk;
        kiosk.site.issue_to("Rose Beardy");
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        kiosk.site.issue_to("Elijah Wesley");
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        kiosk.damage(kiosk.backups() + "/0000000002.ledger");
        kiosk.damage_ledger();
        const auto restored = kiosk.restore();
        REQUIRE(restored.ok());
        CHECK(restored.value().from.generation == 1);
        REQUIRE(restored.value().passed_over.size() == 1);
        CHECK(restored.value().passed_over[0].starts_with("generation 2: "));
    }

    TEST_CASE("a whole ledger is not restored, and where no backup is the damage stays as it is")
    {
        BackedUp kiosk;
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        kiosk.site.site.reset();
        CHECK(kiosk.restore().error().fault == Fault::refused);
        kiosk.damage_ledger();
        const auto nowhere =
            Station::restore(kiosk.site.folder, kiosk.scratch.path("other"), kiosk.site.around());
        CHECK(nowhere.error().fault == Fault::not_found);
        CHECK(std::filesystem::exists(kiosk.site.folder + "/ledger.db"));
    }

    TEST_CASE("what was damaged is kept aside")
    {
        BackedUp kiosk;
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        kiosk.damage_ledger();
        const auto size = std::filesystem::file_size(kiosk.site.folder + "/ledger.db");
        REQUIRE(kiosk.restore().ok());
        CHECK(std::filesystem::file_size(kiosk.site.folder + "/damaged/1-ledger.db") == size);
    }

    TEST_CASE("generations thin out: seven nights, then one a week")
    {
        BackedUp kiosk;
        for (int night = 0; night < 45; ++night) {
            kiosk.site.clock.advance(86400);
            REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        }
        std::size_t manifests = 0;
        std::size_t copies = 0;
        for (const auto& entry : std::filesystem::directory_iterator(kiosk.backups())) {
            manifests += entry.path().extension() == ".backup";
            copies += entry.path().extension() == ".ledger";
        }
        CHECK(manifests == 11);
        CHECK(copies == manifests);
        CHECK(kiosk.site.site->latest_backup(kiosk.medium).value()->generation == 45);
    }

    TEST_CASE("half a generation that a power cut left is no backup, and the next one clears it")
    {
        BackedUp kiosk;
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        const auto half = kiosk.backups() + "/0000000002.ledger";
        std::ofstream(half) << "half";
        CHECK(kiosk.site.site->latest_backup(kiosk.medium).value()->generation == 1);
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        // Its number is not given again: a generation whose manifest cannot be read now is never written
        // over.
        CHECK(kiosk.site.site->latest_backup(kiosk.medium).value()->generation == 3);
    }

    TEST_CASE("a backup holds no signing key, and can be made while the kiosk is locked")
    {
        BackedUp kiosk;
        kiosk.site.issue_to("Rose Beardy");
        kiosk.site.site->lock();
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        for (const auto& entry : std::filesystem::directory_iterator(kiosk.backups())) {
            CHECK(entry.path().filename().string().find("vault") == std::string::npos);
        }
        kiosk.damage_ledger();
        REQUIRE(kiosk.restore().ok());
    }

    TEST_CASE("a manifest with any byte changed is refused")
    {
        BackedUp kiosk;
        REQUIRE(kiosk.site.site->back_up(kiosk.medium).ok());
        const auto path = kiosk.backups() + "/0000000001.backup";
        const auto size = std::filesystem::file_size(path);
        for (std::uintmax_t at = 0; at < size; at += 7) {
            std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
            file.seekg(static_cast<std::streamoff>(at));
            const auto byte = static_cast<char>(file.get());
            file.seekp(static_cast<std::streamoff>(at));
            file.put(static_cast<char>(byte ^ 1));
            file.flush();
            CHECK_FALSE(kiosk.site.site->latest_backup(kiosk.medium).value().has_value());
            file.seekp(static_cast<std::streamoff>(at));
            file.put(byte);
        }
        CHECK(kiosk.site.site->latest_backup(kiosk.medium).value().has_value());
    }
}
