#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/demo_site.h"
#include "tests/support/leak_search.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"
#include "tests/vault/software_tpm.h"

using namespace northseal;
using station::PinAnswer;
using station::Station;

namespace {

// A kiosk of whatever class, its desk, and the people who stand in front of it.
struct Kiosk {
    explicit Kiosk(std::optional<vault::Protection> protection = {})
    {
        REQUIRE(disk.make_folder(stick).ok());
        auto people = test::demo_people();
        people.protection = std::move(protection);
        auto enrolled = Station::enrol(folder, people, around());
        const auto said = enrolled.ok() ? std::string() : enrolled.error().detail;
        INFO(said);
        REQUIRE(enrolled.ok());
        codes = enrolled.value().codes;
        first_request = enrolled.value().request;
        reopen();
    }
    test::Scratch scratch;
    std::string folder = scratch.path("site");
    std::string stick = scratch.path("stick");
    test::SoftwareTpm chip{scratch.path("tpm")};
    FixedClock clock{test::demo_day};
    SeededRandom random{31};
    RealDisk disk;
    test::DemoDesk desk;
    station::RecoveryCodes codes;
    std::string first_request;
    std::unique_ptr<Station> site;
    std::uint64_t delegations{0};

    station::Surroundings around() { return {clock, random, disk, &desk.frameworks(), 0, chip.place()}; }
    void reopen()
    {
        site.reset();
        site = std::move(Station::open(folder, around())).value();
    }
    void delegate()
    {
        test::DeskOptions options;
        options.number = ++delegations;
        options.first_index = 400000 + static_cast<std::uint32_t>(delegations) * 2000;
        const auto installed = site->install(desk.answer(site->enrolment_request().value(), options));
        const auto said = installed.ok() ? std::string() : installed.error().detail;
        INFO(said);
        REQUIRE(installed.ok());
    }
    // The whole way of one learner, to an issued credential.
    bool issues()
    {
        const auto learner = site->register_learner(test::learner_named("Ada Northwater"), {1});
        if (!learner.ok()) return false;
        const auto id = site->begin_assessment(learner.value(), "northern-mathematics", "en", {1}).value();
        auto draft = *site->assessment(id).value();
        for (auto& level : draft.levels) level = 3;
        return site->save_draft(draft).ok() &&
               site->sign_off(id, {1}, test::assessor_pin).value().answer == PinAnswer::accepted &&
               site->issue(id, {1}).ok() && site->check_log().ok();
    }
};

} // namespace

TEST_SUITE("storage/station/keys")
{
    TEST_CASE("class A: a PIN opens the kiosk after power-on, and it issues")
    {
        Kiosk kiosk(vault::TpmChip{});
        CHECK(kiosk.site->facts().protection_class == "A");
        const auto known = kiosk.site->people_while_locked();
        REQUIRE(known.size() == 2);
        CHECK(known[0].name.empty());
        CHECK(kiosk.site->unlock_with_pin({1}, "000000").value().answer == PinAnswer::wrong);
        CHECK(kiosk.site->unlock_with_pin({1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        kiosk.delegate();
        CHECK(kiosk.issues());
        kiosk.site->lock();
        CHECK_FALSE(kiosk.site->unlock(test::demo_words).ok());
    }

    TEST_CASE("class B: the token opens the kiosk, and it issues")
    {
        test::Scratch stick;
        Kiosk kiosk(vault::UsbToken{stick.path()});
        CHECK(kiosk.site->unlock_with_token(kiosk.stick).error().fault == Fault::not_found);
        REQUIRE(kiosk.site->unlock_with_token(stick.path()).ok());
        kiosk.delegate();
        CHECK(kiosk.issues());
        REQUIRE(kiosk.site->add_token(kiosk.stick, {1}, test::assessor_pin).ok());
        CHECK(kiosk.site->tokens().size() == 2);
        kiosk.site->lock();
        CHECK(kiosk.site->unlock_with_token(kiosk.stick).ok());
    }

    TEST_CASE("a dead TPM: the code over the radio, the new chip bound, and PINs open and issue again")
    {
        Kiosk kiosk(vault::TpmChip{});
        REQUIRE(kiosk.site->unlock_with_pin({1}, test::assessor_pin).ok());
        kiosk.delegate();
        kiosk.chip.lose_state();
        kiosk.reopen();
        CHECK_FALSE(kiosk.site->unlock_with_pin({1}, test::assessor_pin).ok());
        REQUIRE(kiosk.site->unlock_with_code(kiosk.codes.coordinator).ok());
        CHECK(kiosk.site->protect(vault::TpmChip{}, {1}, test::assessor_pin).value().answer ==
              PinAnswer::accepted);
        kiosk.reopen();
        CHECK(kiosk.site->unlock_with_pin({1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        CHECK(kiosk.issues());
    }

    TEST_CASE(
        "a dead board: its disk in another machine opens by words or token, and issues under its delegation")
    {
        test::Scratch stick, other;
        for (const bool by_token : {false, true}) {
            using Wish = std::optional<vault::Protection>;
            Kiosk kiosk(by_token ? Wish(vault::UsbToken{stick.path()}) : Wish());
            const auto open = [&] {
                return by_token ? kiosk.site->unlock_with_token(stick.path())
                                : kiosk.site->unlock(test::demo_words);
            };
            REQUIRE(open().ok());
            kiosk.delegate();
            REQUIRE(kiosk.issues());
            kiosk.site.reset();
            const auto moved = other.path(by_token ? "b" : "c");
            std::filesystem::rename(kiosk.folder, moved);
            kiosk.folder = moved;
            kiosk.chip.lose_state();
            kiosk.reopen();
            REQUIRE(open().ok());
            CHECK(kiosk.issues());
        }
    }

    TEST_CASE("lost words: the code opens, new words are set, and the kiosk goes on under its delegation")
    {
        Kiosk kiosk;
        REQUIRE(kiosk.site->unlock(test::demo_words).ok());
        kiosk.delegate();
        kiosk.reopen();
        REQUIRE(kiosk.site->unlock_with_code(kiosk.codes.steward).ok());
        const vault::SixWords words{"snow moss cedar drum heron lake", vault::tests_cost};
        CHECK(kiosk.site->protect(words, {1}, "100000").value().answer == PinAnswer::wrong);
        CHECK(kiosk.site->protect(words, {1}, test::assessor_pin).value().answer == PinAnswer::accepted);
        kiosk.reopen();
        CHECK_FALSE(kiosk.site->unlock(test::demo_words).ok());
        REQUIRE(kiosk.site->unlock(words.words).ok());
        CHECK(kiosk.issues());
    }

    TEST_CASE("a kiosk whose class changed asks the desk anew, and the answer for the old class is refused")
    {
        Kiosk kiosk;
        REQUIRE(kiosk.site->unlock(test::demo_words).ok());
        CHECK_FALSE(kiosk.site->protect(vault::UsbToken{kiosk.stick}, {1}, test::assessor_pin).ok());
        kiosk.site->lock();
        REQUIRE(kiosk.site->unlock_with_code(kiosk.codes.steward).ok());
        REQUIRE(kiosk.site->protect(vault::UsbToken{kiosk.stick}, {1}, test::assessor_pin).ok());
        CHECK(kiosk.site->facts().protection_class == "B");
        CHECK(kiosk.site->install(kiosk.desk.answer(kiosk.first_request)).error().fault == Fault::refused);
        kiosk.delegate();
        kiosk.site->lock();
        REQUIRE(kiosk.site->unlock_with_token(kiosk.stick).ok());
        CHECK(kiosk.issues());
    }

    TEST_CASE("new recovery codes need a PIN, and only the new ones open from then on")
    {
        Kiosk kiosk;
        REQUIRE(kiosk.site->unlock(test::demo_words).ok());
        const auto refused = kiosk.site->renew_recovery_codes({1}, "100000").value();
        CHECK(refused.outcome.answer == PinAnswer::wrong);
        CHECK(refused.codes.steward.empty());
        const auto renewed = kiosk.site->renew_recovery_codes({1}, test::assessor_pin).value();
        kiosk.reopen();
        CHECK_FALSE(kiosk.site->unlock_with_code(kiosk.codes.steward).ok());
        CHECK(kiosk.site->unlock_with_code(renewed.codes.steward).ok());
        CHECK(kiosk.site->check_log().ok());
    }

    TEST_CASE(
        "of every file of a locked kiosk and the right PIN, class by class, nothing is recovered elsewhere")
    {
        test::Scratch token;
        const std::optional<vault::Protection> classes[] = {
            vault::TpmChip{}, vault::UsbToken{token.path()}, {}};
        for (const auto& protection : classes) {
            Kiosk kiosk(protection);
            if (!protection)
                REQUIRE(kiosk.site->unlock(test::demo_words).ok());
            else if (protection->index() == 1)
                REQUIRE(kiosk.site->unlock_with_token(token.path()).ok());
            else
                REQUIRE(kiosk.site->unlock_with_pin({1}, test::assessor_pin).ok());
            kiosk.delegate();
            REQUIRE(kiosk.issues());
            auto& parts = station::StationProbe::parts(*kiosk.site);
            std::vector<test::Needle> needles = test::needles_for_text("Ada Northwater");
            for (const auto& more :
                 {test::needles_for_text(test::assessor_name), test::needles_for_text(kiosk.codes.steward),
                  test::needles_for_key("kiosk key", parts.vault.kiosk_signing_key()->seed().view())}) {
                needles.insert(needles.end(), more.begin(), more.end());
            }
            kiosk.site.reset();
            // The thief has the disk, knows a PIN, and has a machine with a TPM of its own and an empty
            // token.
            kiosk.chip.lose_state();
            const auto leaks = test::find_leaks(kiosk.folder, needles);
            CHECK(leaks.empty());
            auto stolen = std::move(Station::open(kiosk.folder, kiosk.around())).value();
            CHECK_FALSE(stolen->unlock("snow moss cedar drum heron lake").ok());
            CHECK_FALSE(stolen->unlock_with_token(kiosk.stick).ok());
            CHECK_FALSE(stolen->unlock_with_pin({1}, test::assessor_pin).ok());
            CHECK(stolen->check_pin({1}, test::assessor_pin).error().fault == Fault::locked);
            CHECK(stolen->is_locked());
            CHECK_FALSE(stolen->facilitators().ok());
        }
    }

    TEST_CASE("a kiosk is retired only by who is told what is lost, with a PIN; then it opens no more")
    {
        Kiosk kiosk;
        REQUIRE(kiosk.site->unlock(test::demo_words).ok());
        kiosk.delegate();
        REQUIRE(kiosk.issues());
        using station::Unsent;
        const auto refused = kiosk.site->retire({1}, test::assessor_pin, Unsent::refuse);
        CHECK(refused.error().detail.find("have not reached the institution") != std::string::npos);
        CHECK(kiosk.site->retire({1}, "100000", Unsent::give_up).value().answer == PinAnswer::wrong);
        CHECK_FALSE(kiosk.site->is_locked());
        REQUIRE(kiosk.site->retire({1}, test::assessor_pin, Unsent::give_up).value().answer ==
                PinAnswer::accepted);
        CHECK(kiosk.site->is_locked());
        CHECK_FALSE(kiosk.site->unlock(test::demo_words).ok());
        kiosk.site.reset();
        CHECK(Station::open(kiosk.folder, kiosk.around()).error().detail.find("was retired") !=
              std::string::npos);
        CHECK(Station::enrol(kiosk.folder, test::demo_people(), kiosk.around()).error().fault ==
              Fault::refused);
    }
}
