#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"
#include "tests/vault/cutting_disk.h"

using namespace northseal;
using ledger::EntryKind;
using station::PinAnswer;

namespace {

constexpr const char* new_pin = "730164";

struct Site {
    explicit Site(const test::DeskOptions& options = {}) : demo(scratch.path("site"), options) {}
    test::Scratch scratch;
    test::DemoSite demo;
    station::Station& site() { return *demo.site; }
    // The desk's answer to what the kiosk asks for now.
    void renew(std::uint64_t number)
    {
        test::DeskOptions options;
        options.number = number;
        options.first_index = 600000 + static_cast<std::uint32_t>(number) * 2000;
        const auto pack = demo.desk.answer(site().enrolment_request().value(), options);
        REQUIRE(site().install(pack).ok());
    }
    bool certified(std::int64_t number)
    {
        return site().facilitators().value().at(static_cast<std::size_t>(number) - 1).certified;
    }
};

std::vector<ledger::Entry> entries_of(station::Station& site, EntryKind kind)
{
    std::vector<ledger::Entry> out;
    auto& log = station::StationProbe::parts(site).ledger->log();
    REQUIRE(log.visit(1,
                      [&](const ledger::Entry& entry, const Digest&) -> Result<> {
                          if (entry.kind == kind) out.push_back(entry);
                          return {};
                      })
                .ok());
    return out;
}

} // namespace

TEST_SUITE("storage/station/people")
{
    TEST_CASE("a changed PIN signs off, the old one does not, and the log tells who changed theirs")
    {
        Site test;
        CHECK(test.site().change_pin({1}, test::assessor_pin, new_pin).value().answer == PinAnswer::accepted);
        const auto learner = test.site().register_learner(test::learner_named("Ada"), {1}).value();
        const auto id = test.demo.draft_for(learner);
        CHECK(test.site().sign_off(id, {1}, test::assessor_pin).value().answer == PinAnswer::wrong);
        CHECK(test.site().sign_off(id, {1}, new_pin).value().answer == PinAnswer::accepted);
        CHECK(test.site().issue(id, {1}).ok());
        const auto told = entries_of(test.site(), EntryKind::pin_changed);
        REQUIRE(told.size() == 1);
        CHECK(told[0].actor == 1);
        CHECK(told[0].learner == 0);
        CHECK(test.site().check_log().ok());
        CHECK(station::StationProbe::parts(test.site()).vault.owed().empty());
    }

    TEST_CASE("a wrong old PIN changes nothing and stands in no entry")
    {
        Site test;
        CHECK(test.site().change_pin({1}, "100000", new_pin).value().answer == PinAnswer::wrong);
        CHECK(test.site().check_pin({1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        CHECK(entries_of(test.site(), EntryKind::pin_changed).empty());
    }

    TEST_CASE("somebody added keeps drafts; once the desk has certified them they sign")
    {
        Site test;
        const auto added =
            test.site().add_facilitator({"Rosalie  Moose ", "assessor", "918273"}, {1}).value();
        CHECK(added.value == 3);
        CHECK(test.site().facilitators().value()[2].name == "Rosalie Moose");
        CHECK_FALSE(test.certified(3));
        const auto learner = test.site().register_learner(test::learner_named("Ada"), added).value();
        const auto id = test.demo.draft_for(learner);
        CHECK(test.site().sign_off(id, added, "918273").error().detail.find("not certified") !=
              std::string::npos);
        test.renew(2);
        CHECK(test.certified(3));
        CHECK(test.site().sign_off(id, added, "918273").value().answer == PinAnswer::accepted);
        CHECK(test.site().issue(id, added).ok());
        test.demo.reopen();
        test.demo.unlock();
        CHECK(test.certified(3));
        CHECK(test.site().check_log().ok());
    }

    TEST_CASE("an added person's name stands in no file in clear")
    {
        Site test;
        REQUIRE(test.site().add_facilitator({"Rosalie Wintersong", "witness", "918273"}, {1}).ok());
        test.site().lock();
        for (const auto* name : {"/vault", "/ledger.db", "/ledger.db-wal"}) {
            const auto bytes = test.demo.disk.read(test.demo.folder + name, 64U << 20);
            if (bytes.ok()) CHECK(text_of(bytes.value()).find("Wintersong") == std::string_view::npos);
        }
        const auto told = entries_of(test.site(), EntryKind::facilitator_added);
        CHECK(told.size() == 3);
        CHECK_FALSE(told.back().sealed.empty());
    }

    TEST_CASE("a lost PIN: a code read over the radio, a new PIN, a new certificate, and the kiosk issues")
    {
        Site test;
        test.demo.issue_to("Signed With The First Key");
        test.site().lock();
        REQUIRE(test.site().unlock_with_code(test.demo.codes.steward).ok());
        CHECK(test.site().is_recovering());
        REQUIRE(test.site().reset_pin({1}, new_pin).ok());
        CHECK_FALSE(test.certified(1)); // the desk knows the old key only
        CHECK(test.site().check_pin({1}, test::assessor_pin).value().answer == PinAnswer::wrong);
        const auto learner = test.site().register_learner(test::learner_named("Ada"), {1}).value();
        const auto id = test.demo.draft_for(learner);
        CHECK_FALSE(test.site().sign_off(id, {1}, new_pin).ok());
        test.renew(2);
        CHECK(test.site().sign_off(id, {1}, new_pin).value().answer == PinAnswer::accepted);
        CHECK(test.site().issue(id, {1}).ok());
        CHECK(test.site().check_log().ok()); // what the first key signed still stands
        CHECK(entries_of(test.site(), EntryKind::recovery_code_used).size() == 1);
        CHECK(entries_of(test.site(), EntryKind::pin_changed).size() == 1);
        test.site().lock();
        CHECK_FALSE(test.site().is_recovering());
        CHECK(test.site().unlock_with_code(test.demo.codes.steward).error().fault == Fault::refused);
        CHECK(test.site().recovery_sheets_left() == std::vector<std::uint64_t>{2});
    }

    TEST_CASE("without a recovery code nobody replaces another person's PIN")
    {
        Site test;
        CHECK(test.site().reset_pin({1}, new_pin).error().fault == Fault::refused);
    }

    TEST_CASE("who left opens and signs nothing, what they signed stays valid, and their name can be read")
    {
        Site test;
        test.demo.issue_to("Signed Before"); // by both
        const auto learner = test.site().register_learner(test::learner_named("Ada"), {2}).value();
        const auto id = test.demo.draft_for(learner);
        REQUIRE(test.site().sign_off(id, {1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        const auto added = test.site().add_facilitator({"Rosalie Moose", "assessor", "918273"}, {1}).value();
        test.renew(2);
        REQUIRE(test.site().person_left({1}, added, "918273").value().answer == PinAnswer::accepted);
        test.demo.assessor = added; // who begins drafts from now on
        for (int look = 0; look < 2; ++look) {
            const auto people = test.site().facilitators().value();
            REQUIRE(people.size() == 2);
            CHECK(people[0].id == station::FacilitatorId{2});
            CHECK(test.site().check_pin({1}, test::assessor_pin).error().fault == Fault::not_found);
            const auto other = test.demo.draft_for(learner);
            CHECK(test.site().sign_off(other, {1}, test::assessor_pin).error().fault == Fault::not_found);
            CHECK_FALSE(test.site().reset_pin({1}, new_pin).ok());
            CHECK(test.site().check_log().ok());
            CHECK(test.site().assessment(id).value()->assessor == test::assessor_name);
            CHECK(test.site().enrolment_request().value().find(test::assessor_name) == std::string::npos);
            test.demo.reopen();
            CHECK(test.site().people_while_locked().size() == 2);
            test.demo.unlock();
        }
        const auto told = entries_of(test.site(), EntryKind::person_left);
        REQUIRE(told.size() == 1);
        CHECK(told[0].actor == added.value);
        // What waits is issued under the name that was certified when it was signed, after a renewal too.
        test.renew(3);
        const auto issued = test.site().issue(id, added).value();
        CHECK(test.site().issued(issued).value()->signed_credential.claims.assessor == test::assessor_name);
        CHECK(test.site().check_log().ok());
        // Their number is nobody else's.
        CHECK(test.site().add_facilitator({"Ruth Sample", "witness", "918274"}, added).value().value == 4);
    }

    TEST_CASE("the last assessor who can sign stays, and a newcomer says of nobody that they have left")
    {
        Site test;
        const auto added = test.site().add_facilitator({"Rosalie Moose", "assessor", "918273"}, {1}).value();
        CHECK(test.site().person_left({1}, {2}, test::witness_pin).error().fault == Fault::refused);
        CHECK(test.site().person_left({2}, added, "918273").error().fault == Fault::refused);
        CHECK(test.site().person_left({2}, {1}, "100000").value().answer == PinAnswer::wrong);
        CHECK(test.site().facilitators().value().size() == 3);
        CHECK(entries_of(test.site(), EntryKind::person_left).empty());
        // Of themselves they may, and the others may of them.
        CHECK(test.site().person_left(added, added, "918273").value().answer == PinAnswer::accepted);
        CHECK(test.site().person_left({2}, {1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        CHECK(test.site().person_left({2}, {1}, test::assessor_pin).error().fault == Fault::not_found);
        CHECK(test.site().person_left({1}, {1}, test::assessor_pin).error().fault == Fault::refused);
        CHECK(test.site().people_to_set_clock() == 1);
        CHECK(test.site().check_log().ok());
    }

    TEST_CASE("no file holds the key of who left, and wrong PINs of before are forgotten")
    {
        Site test;
        auto& vault = station::StationProbe::parts(test.site()).vault;
        for (int i = 0; i < 2; ++i) static_cast<void>(test.site().check_pin({2}, "100000").ok());
        const auto before = test.demo.disk.read(test.demo.folder + "/vault", 1 << 20).value();
        const auto sealed = vault::decode_vault_file(before).value().people[1].sealed_seed;
        REQUIRE(test.site().person_left({2}, {1}, test::assessor_pin).ok());
        const auto after = test.demo.disk.read(test.demo.folder + "/vault", 1 << 20).value();
        const auto holds = [&](const Bytes& file) {
            return std::search(file.begin(), file.end(), sealed.begin(), sealed.end()) != file.end();
        };
        CHECK(holds(before));
        CHECK_FALSE(holds(after));
        CHECK(test.demo.disk.read(test.demo.folder + "/vault.tries", 4096).value().back() == 0x80);
        CHECK(vault.people()[1].left);
        CHECK(vault.name_of(2).value() == test::witness_name);
        CHECK(vault::encode(vault::decode_vault_file(after).value()) == after);
    }

    TEST_CASE("power cut at any write of a PIN change: either PIN works, and the log tells it where it is so")
    {
        for (int changes = 0;; ++changes) {
            Site test;
            test.demo.site.reset();
            test::CuttingDisk disk(changes);
            const station::Surroundings around{test.demo.clock, test.demo.random, disk,
                                               &test.demo.desk.frameworks()};
            {
                auto site = std::move(station::Station::open(test.demo.folder, around)).value();
                REQUIRE(site->unlock(test::demo_words).ok());
                static_cast<void>(site->change_pin({1}, test::assessor_pin, new_pin).ok());
            }
            test.demo.reopen();
            test.demo.unlock();
            test.demo.clock.advance(60);
            const bool changed = test.site().check_pin({1}, new_pin).value().answer == PinAnswer::accepted;
            const auto old = test.site().check_pin({1}, test::assessor_pin).value().answer;
            CHECK(changed == (old == PinAnswer::wrong));
            CHECK(entries_of(test.site(), EntryKind::pin_changed).size() == (changed ? 1 : 0));
            CHECK(station::StationProbe::parts(test.site()).vault.owed().empty());
            CHECK(test.site().check_log().ok());
            if (!disk.was_cut()) break;
        }
    }

    TEST_CASE("what the log could not take when it was done is told at the next unlocking, and once only")
    {
        Site test;
        auto& parts = station::StationProbe::parts(test.site());
        // As if the power had gone between vault and log.
        REQUIRE(parts.vault.change_pin(1, test::assessor_pin, new_pin, parts.log_size()).ok());
        REQUIRE(parts.vault.add_person({"Rosalie Moose", "witness", "918273"}, {1, parts.log_size()}).ok());
        CHECK(entries_of(test.site(), EntryKind::pin_changed).empty());
        for (int i = 0; i < 2; ++i) {
            test.demo.reopen();
            test.demo.unlock();
            CHECK(entries_of(test.site(), EntryKind::pin_changed).size() == 1);
            CHECK(entries_of(test.site(), EntryKind::facilitator_added).size() == 3);
        }
        // And as if it had gone between the log and the vault's note that the log has it.
        REQUIRE(station::StationProbe::parts(test.site())
                    .vault.change_pin(1, new_pin, test::assessor_pin, 0)
                    .ok());
        const auto kept = test.demo.disk.read(test.demo.folder + "/vault", 1 << 20).value();
        test.demo.reopen();
        test.demo.unlock();
        CHECK(entries_of(test.site(), EntryKind::pin_changed).size() == 2);
        REQUIRE(test.demo.disk.write_durably(test.demo.folder + "/vault", kept).ok());
        test.demo.reopen();
        test.demo.unlock();
        CHECK(entries_of(test.site(), EntryKind::pin_changed).size() == 2);
        CHECK(test.site().check_log().ok());
    }
}
