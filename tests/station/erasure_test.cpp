#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/credential/credential.h"
#include "tests/support/demo_site.h"
#include "tests/support/leak_search.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::station;

namespace {

constexpr const char* gone_name = "Anastasia Quillfeather-Moosonee";
constexpr Instant year = 365 * 86400;

struct Erasing {
    test::Scratch scratch;
    test::DemoSite site{scratch.path("site")};
    LearnerId gone = register_person(gone_name);
    LearnerId stays = register_person("Rose Beardy");
    IssuedId issued = issue_to(gone);
    IssuedId other = issue_to(stays);

    LearnerId register_person(const char* name)
    {
        return site.site->register_learner(test::learner_named(name), site.assessor).value();
    }
    IssuedId issue_to(LearnerId id) { return site.site->issue(site.ready_for(id), site.assessor).value(); }
    auto& parts() { return StationProbe::parts(*site.site); }
    Bytes wrapped(LearnerId id) { return parts().ledger->learners().find(id.value).value()->wrapped_key; }
    ErasureRequest ask(Retention retention = Retention::person_agrees_to_less)
    {
        ErasureWish wish;
        wish.words = "Please take my name away";
        wish.retention = retention;
        return site.site->request_erasure(gone, wish, site.assessor).value();
    }
    void erase()
    {
        ask();
        const auto outcome = site.site->erase_learner(gone, site.assessor, test::assessor_pin);
        REQUIRE(outcome.ok());
        REQUIRE(outcome.value().answer == PinAnswer::accepted);
    }
    void lose_ledger_and_restore(const std::string& medium)
    {
        site.site.reset();
        REQUIRE(site.disk.write_durably(site.folder + "/ledger.db", Bytes(4096, 0x5a)).ok());
        REQUIRE(Station::restore(site.folder, medium, site.around()).ok());
        site.reopen();
        site.unlock();
    }
};

bool holds(const std::string& folder, ByteView needle)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        RealDisk disk;
        const auto bytes = disk.read(entry.path().string(), 256U << 20).value();
        if (std::search(bytes.begin(), bytes.end(), needle.begin(), needle.end()) != bytes.end()) return true;
    }
    return false;
}

} // namespace

TEST_SUITE("storage/station/erasure")
{
    TEST_CASE("after an erasure no file holds the name or the wrapped key, nor does a backup made after")
    {
        Erasing kiosk;
        const auto medium = kiosk.scratch.path("medium");
        REQUIRE(kiosk.site.site->back_up(medium).ok());
        const auto wrapped = kiosk.wrapped(kiosk.gone);
        const auto others = kiosk.wrapped(kiosk.stays);
        REQUIRE(holds(kiosk.scratch.path(), wrapped)); // the search finds what is there
        kiosk.erase();
        CHECK_FALSE(holds(kiosk.site.folder, wrapped));
        CHECK_FALSE(holds(kiosk.site.folder, others)); // as it was wrapped before
        CHECK(holds(medium, wrapped));                 // the copy from before, until the next one is good
        REQUIRE(kiosk.site.site->back_up(medium).ok());
        CHECK_FALSE(holds(kiosk.scratch.path(), wrapped));
        CHECK(test::find_leaks(kiosk.scratch.path(), test::needles_for_text(gone_name)).empty());
        kiosk.site.site.reset();
        CHECK_FALSE(holds(kiosk.scratch.path(), wrapped));
    }

    TEST_CASE("everybody else's record opens, before and after a restart, and the log stays whole")
    {
        Erasing kiosk;
        const auto before = kiosk.site.site->checkpoint().value();
        const auto json = kiosk.site.site->issued(kiosk.other).value()->json;
        kiosk.erase();
        for (int round = 0; round < 2; ++round) {
            CHECK(kiosk.site.site->check_log().ok());
            CHECK(kiosk.site.site->learner(kiosk.stays).value()->row.name == "Rose Beardy");
            CHECK(kiosk.site.site->issued(kiosk.other).value()->json == json);
            CHECK_FALSE(kiosk.site.site->learner(kiosk.gone).value().has_value());
            CHECK(kiosk.site.site->find_learners("Quillfeather", 10).value().empty());
            CHECK(kiosk.site.site->find_learners("", 10).value().size() == 1);
            kiosk.site.reopen();
            kiosk.site.unlock();
        }
        const auto origin = std::string("demo.northseal.invalid/kiosk-7q3f/1");
        const auto old = ledger::open_checkpoint(before, origin, kiosk.parts().vault.kiosk_key()).value();
        auto& log = kiosk.parts().ledger->log();
        const auto head = log.head().value();
        const auto proof = log.consistency(old.size, head.tree.size()).value();
        CHECK(ledger::verify_consistency(old.size, old.root, head.tree.size(), head.tree.root(), proof));
    }

    TEST_CASE("paper stays valid: the erased person's certificate still verifies, and its receipt stands")
    {
        Erasing kiosk;
        const auto paper = kiosk.site.site->issued(kiosk.issued).value()->signed_credential;
        const auto digest = credential::received_digest(paper).value();
        kiosk.erase();
        const auto* held = kiosk.parts().find_template(paper.template_id);
        REQUIRE(held != nullptr);
        CHECK(credential::verify_signature(*held->form, paper, kiosk.parts().vault.kiosk_key()).value());
        const auto entry =
            kiosk.parts().ledger->log().entry(static_cast<std::uint64_t>(kiosk.issued.value)).value();
        CHECK(decode_issued(entry->body).value().received_digest == digest);
        CHECK(kiosk.site.site->counts().value().issued == 2);
    }

    TEST_CASE("a record is kept for a year after its last use unless the person agrees to less")
    {
        Erasing kiosk;
        const auto request = kiosk.ask(Retention::year_after_use);
        CHECK(request.due == test::demo_day + year);
        const auto early =
            kiosk.site.site->erase_learner(kiosk.gone, kiosk.site.assessor, test::assessor_pin);
        CHECK(early.error().fault == Fault::refused);
        CHECK(kiosk.site.site->learner(kiosk.gone).value().has_value());
        REQUIRE(kiosk.site.site->erasure_requests().value().size() == 1);
        CHECK(kiosk.ask().due == test::demo_day); // they agree after all
        CHECK(kiosk.site.site->erasure_requests().value().size() == 1);
    }

    TEST_CASE("nothing is erased without a request, a right PIN, or twice")
    {
        Erasing kiosk;
        auto& site = *kiosk.site.site;
        CHECK_FALSE(site.erase_learner(kiosk.gone, kiosk.site.assessor, test::assessor_pin).ok());
        kiosk.ask();
        const auto wrong = site.erase_learner(kiosk.gone, kiosk.site.assessor, "000000").value();
        CHECK(wrong.answer == PinAnswer::wrong);
        CHECK(site.learner(kiosk.gone).value().has_value());
        REQUIRE(site.erase_learner(kiosk.gone, kiosk.site.assessor, test::assessor_pin).ok());
        CHECK_FALSE(site.erase_learner(kiosk.gone, kiosk.site.assessor, test::assessor_pin).ok());
        CHECK(site.erasure_requests().value().empty());
        CHECK_FALSE(site.request_erasure(kiosk.gone, {}, kiosk.site.assessor).ok());
        CHECK_FALSE(site.export_learner(kiosk.gone).ok());
    }

    TEST_CASE("what was under way goes with the record, and no count tells of it")
    {
        Erasing kiosk;
        auto& site = *kiosk.site.site;
        kiosk.site.draft_for(kiosk.gone);
        kiosk.site.ready_for(kiosk.gone);
        const auto stays = kiosk.site.draft_for(kiosk.stays);
        kiosk.erase();
        CHECK(site.counts().value().drafts == 1);
        CHECK(site.counts().value().signed_off == 0);
        CHECK(site.assessment(stays).value().has_value());
        CHECK(kiosk.site.draft_for(kiosk.stays).value == stays.value + 1); // no number is used again
        CHECK(site.check_log().ok());
    }

    TEST_CASE("an erasure that was cut short is finished at the next start: what a restore set aside goes")
    {
        Erasing kiosk;
        kiosk.erase();
        kiosk.site.site.reset();
        const auto aside = kiosk.site.folder + "/damaged/1-ledger.db";
        REQUIRE(kiosk.site.disk.make_folder(kiosk.site.folder + "/damaged").ok());
        REQUIRE(kiosk.site.disk.write_durably(aside, view("a ledger with everybody in it")).ok());
        kiosk.site.reopen();
        CHECK_FALSE(kiosk.site.disk.exists(aside));
    }

    TEST_CASE("what a restore after the erasure set aside is kept")
    {
        Erasing kiosk;
        const auto medium = kiosk.scratch.path("medium");
        kiosk.erase();
        REQUIRE(kiosk.site.site->back_up(medium).ok());
        kiosk.lose_ledger_and_restore(medium);
        CHECK(kiosk.site.disk.exists(kiosk.site.folder + "/damaged/1-ledger.db"));
        CHECK_FALSE(kiosk.site.site->learner(kiosk.gone).value().has_value());
        CHECK(kiosk.site.site->check_log().ok());
    }

    TEST_CASE("a longer log that a restore gave up does not pass for one from after the erasure")
    {
        Erasing kiosk;
        const auto medium = kiosk.scratch.path("medium");
        const auto other = kiosk.scratch.path("other");
        const auto wrapped = kiosk.wrapped(kiosk.gone);
        REQUIRE(kiosk.site.site->back_up(medium).ok());
        for (int i = 0; i < 5; ++i) kiosk.register_person("Somebody Else");
        REQUIRE(kiosk.site.site->back_up(other).ok());
        kiosk.lose_ledger_and_restore(medium);
        kiosk.erase();
        REQUIRE(kiosk.site.site->back_up(other).ok());
        CHECK_FALSE(holds(other, wrapped));
    }

    TEST_CASE("who is due when is believed only as far as the log says the same")
    {
        for (const auto* sql : {"UPDATE erasures SET due = 5", "UPDATE erasures SET requested = 5",
                                "UPDATE erasures SET erased = 5", "DELETE FROM erasures"}) {
            CAPTURE(sql);
            Erasing kiosk;
            kiosk.ask(Retention::year_after_use);
            REQUIRE(kiosk.site.site->check_log().ok());
            kiosk.site.site.reset();
            REQUIRE(ledger::Database::open(kiosk.site.folder + "/ledger.db", nullptr)
                        .value()
                        .run_script(sql)
                        .ok());
            kiosk.site.reopen();
            kiosk.site.unlock();
            auto& site = *kiosk.site.site;
            CHECK_FALSE(site.erase_learner(kiosk.gone, kiosk.site.assessor, test::assessor_pin).ok());
            CHECK(site.learner(kiosk.gone).value().has_value());
            CHECK(site.check_log().error().fault == Fault::corrupt);
        }
    }

    TEST_CASE("a person may take their record away, whole")
    {
        Erasing kiosk;
        const auto record = parse_json(kiosk.site.site->export_learner(kiosk.gone).value()).value();
        CHECK(record["name"] == gone_name);
        CHECK(record["consent"]["keepRecord"] == true);
        CHECK_FALSE(record["consent"]["words"].get<std::string>().empty());
        REQUIRE(record["assessments"].size() == 1);
        CHECK(record["assessments"][0]["state"] == "issued");
        const auto credential = record["assessments"][0]["credential"];
        CHECK(canonical_json(credential) == kiosk.site.site->issued(kiosk.issued).value()->json);
    }

    TEST_CASE("a name that was written wrong is put right, found, and in the log")
    {
        Erasing kiosk;
        auto& site = *kiosk.site.site;
        REQUIRE(site.correct_learner(kiosk.stays, {"Rose Beardey", "0417", "fr"}, kiosk.site.assessor).ok());
        CHECK(site.learner(kiosk.stays).value()->row.name == "Rose Beardey");
        CHECK(site.find_learners("beardey", 5).value().size() == 1);
        CHECK(site.find_learners("0417", 5).value().size() == 1);
        CHECK(site.issued(kiosk.other).value()->row.learner_name == "Rose Beardy"); // as it was issued
        CHECK(site.check_log().ok());
        CHECK_FALSE(site.correct_learner(kiosk.stays, {"", "", "en"}, kiosk.site.assessor).ok());
        kiosk.site.reopen();
        kiosk.site.unlock();
        CHECK(kiosk.site.site->learner(kiosk.stays).value()->language == "fr");
        CHECK(kiosk.site.site->check_log().ok());
    }
}
