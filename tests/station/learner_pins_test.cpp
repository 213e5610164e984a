#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/ledger/database.h"
#include "storage/station/access_bodies.h"
#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::station;

namespace {

constexpr const char* rose_pin = "402817";
constexpr const char* other_pin = "730164";

struct Pins {
    test::Scratch scratch;
    test::DemoSite demo{scratch.path("site")};
    LearnerId rose = register_person("Rosé Beardy", "A-17");
    Station& site() { return *demo.site; }
    LearnerId register_person(const char* name, const char* number = "")
    {
        return demo.site->register_learner(test::learner_named(name, number), demo.assessor).value();
    }
    OwnRecordHeard heard(const std::string& name, const char* pin)
    {
        return site().hear_learner_pin(name, pin).value();
    }
    PinAnswer answer(const std::string& name, const char* pin) { return heard(name, pin).outcome.answer; }
    void choose(LearnerId who, const char* pin, FacilitatorId by = {})
    {
        REQUIRE(site().set_learner_pin(who, pin, by).ok());
    }
    std::string checked()
    {
        const auto whole = site().check_log();
        return whole.ok() ? std::string() : whole.error().detail;
    }
};

} // namespace

TEST_SUITE("storage/station/learner_pins")
{
    TEST_CASE("a learner's own PIN opens their own record, by their name as they write it or by their number")
    {
        Pins kiosk;
        CHECK_FALSE(kiosk.site().has_learner_pin(kiosk.rose).value());
        kiosk.choose(kiosk.rose, rose_pin);
        for (int look = 0; look < 2; ++look) {
            for (const auto* name : {"Rosé Beardy", "rose  beardy ", "ROSÉ BEARDY", "A-17", "a-17"}) {
                CAPTURE(name);
                const auto heard = kiosk.heard(name, rose_pin);
                CHECK(heard.outcome.answer == PinAnswer::accepted);
                CHECK(heard.learner == kiosk.rose);
            }
            CHECK(kiosk.site().has_learner_pin(kiosk.rose).value());
            CHECK(kiosk.checked() == "");
            kiosk.demo.reopen();
            kiosk.demo.unlock();
        }
        CHECK(kiosk.answer("Rose", rose_pin) == PinAnswer::wrong); // a part of a name is nobody's
        const auto whole = parse_json(kiosk.site().export_learner(kiosk.rose).value()).value();
        CHECK(whole["pin"] == "chosen");
    }

    TEST_CASE("unknown, without a PIN, or wrong: the answer, the waits and what is written are the same")
    {
        Pins kiosk;
        kiosk.register_person("Elijah Wesley");
        kiosk.choose(kiosk.rose, rose_pin);
        const auto log = StationProbe::parts(kiosk.site()).log_size();
        std::vector<std::vector<int>> waits;
        for (const auto* name : {"Rosé Beardy", "Elijah Wesley", "Nobody At All", "A-17", ""}) {
            CAPTURE(name);
            std::vector<int> told;
            for (int wrong = 0; wrong < 6; ++wrong) {
                const auto heard = kiosk.heard(name, other_pin);
                CHECK(heard.outcome.answer == PinAnswer::wrong);
                CHECK(heard.learner == LearnerId{});
                told.push_back(heard.outcome.wait_seconds);
                if (told.back() > 0) CHECK(kiosk.answer(name, other_pin) == PinAnswer::must_wait);
                kiosk.demo.clock.advance(told.back() + 1);
            }
            waits.push_back(told);
        }
        for (const auto& each : waits) CHECK(each == waits.front());
        CHECK(waits.front() == std::vector<int>{0, 0, 30, 60, 120, 300});
        CHECK(StationProbe::parts(kiosk.site()).log_size() == log);
    }

    TEST_CASE("a wrong try is counted on the disk before it is judged, and neither a restart nor another "
              "name helps")
    {
        Pins kiosk;
        kiosk.choose(kiosk.rose, rose_pin);
        for (int i = 0; i < 3; ++i) CHECK(kiosk.answer("Rosé Beardy", other_pin) == PinAnswer::wrong);
        kiosk.demo.reopen();
        kiosk.demo.unlock();
        CHECK(kiosk.answer("rose beardy", rose_pin) == PinAnswer::must_wait);
        kiosk.demo.clock.advance(31);
        CHECK(kiosk.answer("rose beardy", rose_pin) == PinAnswer::accepted);
        for (int i = 0; i < 2; ++i) CHECK(kiosk.answer("Rosé Beardy", other_pin) == PinAnswer::wrong);
        // However many names are tried, the file stays small, and says no name.
        for (int i = 0; i < 600; ++i)
            static_cast<void>(kiosk.site().hear_learner_pin("Name " + std::to_string(i), other_pin).ok());
        const auto file = kiosk.demo.disk.read(kiosk.demo.folder + "/vault.learners", 1 << 20).value();
        CHECK(file.size() < 1200);
    }

    TEST_CASE("two people of one name: each one's PIN opens their own, and one PIN is not taken twice")
    {
        Pins kiosk;
        const auto second = kiosk.register_person("Rosé Beardy");
        kiosk.choose(kiosk.rose, rose_pin);
        CHECK(kiosk.site().set_learner_pin(second, rose_pin, {}).error().fault == Fault::refused);
        kiosk.choose(second, other_pin);
        CHECK(kiosk.heard("Rosé Beardy", rose_pin).learner == kiosk.rose);
        CHECK(kiosk.heard("Rosé Beardy", other_pin).learner == second);
        // One of them wins no tries at the other's by giving their own in between.
        for (int i = 0; i < 2; ++i) {
            CHECK(kiosk.answer("Rosé Beardy", "581930") == PinAnswer::wrong);
            CHECK(kiosk.answer("Rosé Beardy", other_pin) == PinAnswer::accepted);
        }
        CHECK(kiosk.heard("Rosé Beardy", "581930").outcome.wait_seconds == 30);
        // Two PINs that became one by a correction of a name open neither.
        const auto third = kiosk.register_person("Roza Beardy");
        kiosk.choose(third, rose_pin);
        REQUIRE(kiosk.site().correct_learner(third, {"Rosé Beardy", "", "en"}, {1}).ok());
        kiosk.demo.clock.advance(31);
        CHECK(kiosk.answer("Rosé Beardy", rose_pin) == PinAnswer::wrong);
        CHECK(kiosk.heard("A-17", rose_pin).learner == kiosk.rose);
    }

    TEST_CASE("easy PINs are refused, a new one takes the place of the old, and a forgotten one keeps nobody "
              "waiting")
    {
        Pins kiosk;
        for (const auto* pin : {"111111", "123456", "987654", "12345", "1234567", "12a456"})
            CHECK(kiosk.site().set_learner_pin(kiosk.rose, pin, {1}).error().fault == Fault::refused);
        CHECK(kiosk.site().set_learner_pin({99}, rose_pin, {1}).error().fault == Fault::not_found);
        CHECK(kiosk.site().set_learner_pin(kiosk.rose, rose_pin, {9}).error().fault == Fault::not_found);
        kiosk.choose(kiosk.rose, rose_pin);
        for (int i = 0; i < 4; ++i)
            static_cast<void>(kiosk.site().hear_learner_pin("Rosé Beardy", "581930").ok());
        CHECK(kiosk.answer("Rosé Beardy", rose_pin) == PinAnswer::must_wait);
        kiosk.choose(kiosk.rose, other_pin, {1}); // somebody who works here hands over the screen
        CHECK(kiosk.answer("Rosé Beardy", rose_pin) == PinAnswer::wrong);
        CHECK(kiosk.answer("Rosé Beardy", other_pin) == PinAnswer::accepted);
        std::vector<std::int64_t> actors;
        REQUIRE(StationProbe::parts(kiosk.site())
                    .ledger->log()
                    .visit(1,
                           [&](const ledger::Entry& entry, const Digest&) -> Result<> {
                               if (entry.kind == ledger::EntryKind::learner_pin_set)
                                   actors.push_back(entry.actor);
                               return {};
                           })
                    .ok());
        CHECK(actors == std::vector<std::int64_t>{0, 1});
        CHECK(kiosk.checked() == "");
    }

    TEST_CASE("an erased person's PIN is gone with them, and the log stays whole")
    {
        Pins kiosk;
        kiosk.choose(kiosk.rose, rose_pin);
        ErasureWish wish;
        wish.retention = Retention::person_agrees_to_less;
        REQUIRE(kiosk.site().request_erasure(kiosk.rose, wish, {1}).ok());
        REQUIRE(kiosk.site().erase_learner(kiosk.rose, {1}, test::assessor_pin).ok());
        CHECK(kiosk.answer("Rosé Beardy", rose_pin) == PinAnswer::wrong);
        CHECK_FALSE(kiosk.site().has_learner_pin(kiosk.rose).value());
        CHECK_FALSE(kiosk.site().set_learner_pin(kiosk.rose, rose_pin, {1}).ok());
        CHECK(kiosk.checked() == "");
    }

    TEST_CASE("what is kept of a PIN cannot be tried without the vault, is read back strictly, and a changed "
              "list is told")
    {
        Pins kiosk;
        kiosk.choose(kiosk.rose, rose_pin);
        auto& vault = StationProbe::parts(kiosk.site()).vault;
        const auto first = vault.new_learner_pin(1, rose_pin).value();
        CHECK(vault.is_learner_pin({1, first}, rose_pin).value());
        CHECK_FALSE(vault.is_learner_pin({2, first}, rose_pin).value()); // it is nobody else's
        CHECK(vault.new_learner_pin(1, rose_pin).value().verifier != first.verifier);
        auto bytes = encode(first);
        CHECK(decode_learner_pin(bytes).value() == first);
        bytes.push_back(0);
        CHECK_FALSE(decode_learner_pin(bytes).ok());
        auto costly = first;
        costly.cost.memory_bytes = 1ULL << 40;
        CHECK_FALSE(decode_learner_pin(encode(costly)).ok());
        kiosk.site().lock();
        CHECK(kiosk.site().hear_learner_pin("Rosé Beardy", rose_pin).error().fault == Fault::locked);
        CHECK(vault.new_learner_pin(1, rose_pin).error().fault == Fault::locked);
        kiosk.demo.site.reset();
        const auto database = ledger::Database::open(kiosk.demo.folder + "/ledger.db", nullptr);
        REQUIRE(database.ok());
        REQUIRE(database.value().run_script("DELETE FROM learner_pins").ok());
        kiosk.demo.reopen();
        kiosk.demo.unlock();
        CHECK(kiosk.checked().find("learners' PINs") != std::string::npos);
    }
}
