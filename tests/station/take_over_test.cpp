#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/demo_site.h"
#include "tests/support/leak_search.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::station;

namespace {

constexpr const char* successor_words = "snow moss cedar drum heron lake";
constexpr const char* successor_pin = "918273";
constexpr const char* successor_witness_pin = "730164";

// A kiosk with a backup that burnt down, and the people who stand before a new one with the backup's medium.
struct Burnt {
    Burnt()
    {
        first = old.issue_to("Rose Beardy");
        json = old.site->issued(first).value()->json;
        old_key = StationProbe::parts(*old.site).vault.kiosk_key();
        checkpoint = old.site->checkpoint().value();
        REQUIRE(old.site->back_up(medium).ok());
        lost = old.issue_to("Elijah Wesley"); // after the backup
        codes = old.codes;
        kiosk_seed = test::needles_for_key(
            "kiosk key", StationProbe::parts(*old.site).vault.kiosk_signing_key()->seed().view());
        old.site.reset();
        std::filesystem::remove_all(old.folder);
    }
    NewMachine wish(const std::string& code) const
    {
        return {code,
                {{test::assessor_name, successor_pin}, {test::witness_name, successor_witness_pin}},
                successor_words,
                {},
                Hardness::tests_only};
    }
    Result<TakenOver> take_over(const NewMachine& wish)
    {
        return Station::take_over(folder, medium, wish, old.around());
    }
    void open()
    {
        site.reset();
        site = std::move(Station::open(folder, old.around())).value();
        REQUIRE(site->unlock(successor_words).ok());
    }
    Result<> delegate(const std::string& request, const std::string& name, std::uint64_t number = 2)
    {
        test::DeskOptions options;
        options.number = number;
        options.kiosk = name;
        options.first_index = 600'000 + static_cast<std::uint32_t>(number) * 2000;
        return site->install(old.desk.answer(request, options));
    }
    Result<IssuedId> issue_to(const std::string& name)
    {
        const auto learner = TRY(site->register_learner(test::learner_named(name), {1}));
        const auto id = TRY(site->begin_assessment(learner, "northern-mathematics", "en", {1}));
        auto draft = *TRY(site->assessment(id));
        for (auto& level : draft.levels) level = 3;
        TRY(site->save_draft(draft));
        if (TRY(site->sign_off(id, {1}, successor_pin)).answer != PinAnswer::accepted)
            return refused("wrong PIN");
        return site->issue(id, {1});
    }

    test::Scratch scratch;
    std::string medium = scratch.path("medium");
    std::string folder = scratch.path("new");
    test::DemoSite old{scratch.path("old")};
    IssuedId first, lost;
    std::string json, checkpoint;
    PublicKey old_key{};
    RecoveryCodes codes;
    std::vector<test::Needle> kiosk_seed;
    std::unique_ptr<Station> site;
};

} // namespace

TEST_SUITE("storage/station/take_over")
{
    TEST_CASE(
        "a new machine goes on from the backup: records open, old credentials verify, the desk is asked anew")
    {
        Burnt kiosk;
        const auto taken = kiosk.take_over(kiosk.wish(kiosk.codes.coordinator));
        const auto said = taken.ok() ? std::string() : taken.error().detail;
        INFO(said);
        REQUIRE(taken.ok());
        kiosk.open();
        auto& parts = StationProbe::parts(*kiosk.site);
        CHECK(parts.vault.kiosk_key() != kiosk.old_key);
        CHECK(kiosk.site->issued(kiosk.first).value()->json == kiosk.json);
        CHECK(kiosk.site->find_learners("rose", 10).value().size() == 1);
        const auto whole = kiosk.site->check_log();
        const auto fault = whole.ok() ? std::string() : whole.error().detail;
        INFO(fault);
        CHECK(whole.ok());
        CHECK(kiosk.site->restore_notice()->needs_delegation);

        // Before the desk has answered: drafts, but nothing is issued nor signed in the old machine's name.
        CHECK(kiosk.site->counts().value().may_still_issue == 0);
        CHECK_FALSE(kiosk.issue_to("Ada Northwater").ok());
        CHECK_FALSE(kiosk.site->checkpoint().ok());

        CHECK(kiosk.delegate(taken.value().request, "7q3f")
                  .error()
                  .detail.find("the name of the one that it replaces") != std::string::npos);
        const auto delegated = kiosk.delegate(taken.value().request, "6r4g");
        const auto objection = delegated.ok() ? std::string() : delegated.error().detail;
        INFO(objection);
        REQUIRE(delegated.ok());
        const auto again = kiosk.issue_to("Ada Northwater");
        REQUIRE(again.ok());
        CHECK(kiosk.site->issued(again.value()).value()->json.find("kiosk-6r4g") != std::string::npos);
        CHECK(kiosk.site->issued(kiosk.first).value()->json == kiosk.json);
        const auto note = kiosk.site->checkpoint().value();
        CHECK(note.starts_with("demo.northseal.invalid/kiosk-6r4g/2\n"));
        CHECK(kiosk.site->check_log().ok());
        kiosk.site->lock();
        kiosk.open();
        CHECK(kiosk.site->check_log().ok());
        CHECK_FALSE(kiosk.site->issued(kiosk.lost).value().has_value());

        // The log of before is a beginning of this one.
        auto& log = StationProbe::parts(*kiosk.site).ledger->log();
        const auto head = log.head().value();
        const auto before =
            ledger::open_checkpoint(kiosk.checkpoint, "demo.northseal.invalid/kiosk-7q3f/1", kiosk.old_key)
                .value();
        const auto proof = log.consistency(before.size, head.tree.size()).value();
        CHECK(
            ledger::verify_consistency(before.size, before.root, head.tree.size(), head.tree.root(), proof));
    }

    TEST_CASE("old PINs and old words open nothing; who was not there gets a PIN by a code, with a new key")
    {
        Burnt kiosk;
        auto wish = kiosk.wish(kiosk.codes.steward);
        wish.pins.pop_back();
        const auto taken = kiosk.take_over(wish);
        REQUIRE(taken.ok());
        kiosk.open();
        CHECK(kiosk.site->check_pin({1}, test::assessor_pin).value().answer == PinAnswer::wrong);
        CHECK(kiosk.site->check_pin({1}, successor_pin).value().answer == PinAnswer::accepted);
        CHECK(kiosk.site->check_pin({2}, test::witness_pin).value().answer == PinAnswer::wrong);
        kiosk.site->lock();
        CHECK_FALSE(kiosk.site->unlock(test::demo_words).ok());
        CHECK_FALSE(kiosk.site->unlock_with_code(kiosk.codes.coordinator).ok()); // of the old machine
        REQUIRE(kiosk.site->unlock_with_code(taken.value().codes.coordinator).ok());
        REQUIRE(kiosk.site->reset_pin({2}, successor_witness_pin).ok());
        CHECK(kiosk.site->check_pin({2}, successor_witness_pin).value().answer == PinAnswer::accepted);
        CHECK(kiosk.site->check_log().ok());
        const auto people = kiosk.site->facilitators().value();
        for (const auto& person : people) CHECK_FALSE(person.certified);
    }

    TEST_CASE("who left stays away from a new machine, and what they signed verifies there")
    {
        test::Scratch scratch;
        const auto medium = scratch.path("medium");
        test::DemoSite old(scratch.path("old"));
        const auto first = old.issue_to("Rose Beardy");
        const auto before = old.site->back_up(medium).value();
        REQUIRE(old.site->person_left({2}, {1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        REQUIRE(old.site->back_up(medium).value().generation > before.generation);
        old.site.reset();
        NewMachine wish{old.codes.steward,
                        {{test::assessor_name, successor_pin}, {test::witness_name, successor_witness_pin}},
                        successor_words,
                        {},
                        Hardness::tests_only};
        const auto refused = Station::take_over(scratch.path("new"), medium, wish, old.around());
        CHECK(refused.error().detail.find("nobody of the name") != std::string::npos);
        wish.pins.pop_back();
        const auto taken = Station::take_over(scratch.path("new"), medium, wish, old.around());
        REQUIRE(taken.ok());
        CHECK(taken.value().request.find(test::witness_name) == std::string::npos);
        const auto site = std::move(Station::open(scratch.path("new"), old.around())).value();
        REQUIRE(site->unlock(successor_words).ok());
        CHECK(site->facilitators().value().size() == 1);
        CHECK(site->issued(first).value().has_value());
        CHECK(StationProbe::parts(*site).vault.name_of(2).value() == test::witness_name);
        const auto whole = site->check_log();
        const auto fault = whole.ok() ? std::string() : whole.error().detail;
        INFO(fault);
        CHECK(whole.ok());
    }

    TEST_CASE("a ledger from before somebody left does not bring them back")
    {
        test::Scratch scratch;
        const auto medium = scratch.path("medium");
        test::DemoSite demo(scratch.path("site"));
        demo.issue_to("Rose Beardy");
        REQUIRE(demo.site->back_up(medium).ok());
        REQUIRE(demo.site->person_left({2}, {1}, test::assessor_pin).ok());
        demo.site.reset();
        std::filesystem::remove(demo.folder + "/ledger.db");
        REQUIRE(Station::restore(demo.folder, medium, demo.around()).ok());
        demo.reopen();
        demo.unlock();
        CHECK(demo.site->facilitators().value().size() == 1);
        CHECK_FALSE(demo.site->check_pin({2}, test::witness_pin).ok());
        CHECK(demo.site->check_log().ok());
    }

    TEST_CASE("a new machine is backed up, restored and replaced in its turn")
    {
        Burnt kiosk;
        const auto taken = kiosk.take_over(kiosk.wish(kiosk.codes.steward)).value();
        kiosk.open();
        REQUIRE(kiosk.delegate(taken.request, "6r4g").ok());
        const auto second = kiosk.issue_to("Ada Northwater").value();
        REQUIRE(kiosk.site->back_up(kiosk.medium).ok());
        kiosk.site.reset();
        std::filesystem::remove(kiosk.folder + "/ledger.db");
        REQUIRE(Station::restore(kiosk.folder, kiosk.medium, kiosk.old.around()).ok());
        kiosk.open();
        CHECK(kiosk.site->check_log().ok());
        REQUIRE(kiosk.site->back_up(kiosk.medium).ok());
        kiosk.site.reset();
        std::filesystem::remove_all(kiosk.folder);
        // Both machines' backups lie there: the code says which one is meant.
        const auto third = kiosk.take_over(kiosk.wish(taken.codes.steward));
        REQUIRE(third.ok());
        kiosk.open();
        REQUIRE(kiosk.delegate(third.value().request, "5s5h", 3).ok());
        CHECK(kiosk.issue_to("Nora Moose").ok());
        CHECK(kiosk.site->issued(kiosk.first).value()->json == kiosk.json);
        CHECK(kiosk.site->issued(second).value().has_value());
        CHECK(kiosk.site->check_log().ok());
    }

    TEST_CASE("without the right code, and where something stands already, nothing is begun")
    {
        Burnt kiosk;
        const auto other = kiosk.take_over(kiosk.wish("AAAA BBBB"));
        CHECK_FALSE(other.ok());
        auto stranger = kiosk.wish(kiosk.codes.steward);
        stranger.pins.push_back({"Nobody Known", successor_pin});
        CHECK(kiosk.take_over(stranger).error().detail.find("nobody of the name Nobody Known") !=
              std::string::npos);
        auto weak = kiosk.wish(kiosk.codes.steward);
        weak.pins.front().pin = "111111";
        CHECK_FALSE(kiosk.take_over(weak).ok());
        CHECK_FALSE(std::filesystem::exists(kiosk.folder + "/vault"));
        REQUIRE(kiosk.take_over(kiosk.wish(kiosk.codes.steward)).ok());
        CHECK(kiosk.take_over(kiosk.wish(kiosk.codes.steward)).error().detail.find("stands in") !=
              std::string::npos);
    }

    TEST_CASE("what a power cut left of a new machine is begun anew")
    {
        Burnt kiosk;
        REQUIRE(kiosk.take_over(kiosk.wish(kiosk.codes.steward)).ok());
        std::filesystem::remove(kiosk.folder + "/vault"); // the last thing that is written
        std::ofstream(kiosk.folder + "/taking-over") << "a machine is being set up here from a backup\n";
        REQUIRE(kiosk.take_over(kiosk.wish(kiosk.codes.steward)).ok());
        kiosk.open();
        CHECK(kiosk.site->check_log().ok());
        CHECK_FALSE(std::filesystem::exists(kiosk.folder + "/taking-over"));
    }

    TEST_CASE("a damaged extract is told, and a backup holds no signing key and no name")
    {
        Burnt kiosk;
        auto needles = kiosk.kiosk_seed;
        for (const auto* name : {"Rose Beardy", test::assessor_name}) {
            for (auto& needle : test::needles_for_text(name)) needles.push_back(std::move(needle));
        }
        CHECK(test::find_leaks(kiosk.medium, needles).empty());
        for (const auto& entry : std::filesystem::directory_iterator(kiosk.medium)) {
            if (entry.path().extension() != ".extract") continue;
            std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(60);
            file << '\xff';
        }
        CHECK(kiosk.take_over(kiosk.wish(kiosk.codes.steward)).error().fault == Fault::corrupt);
    }
}
