#include <doctest/doctest.h>

#include "storage/vault/ways.h"
#include "tests/vault/cutting_disk.h"
#include "tests/vault/sample_vault.h"
#include "tests/vault/software_tpm.h"

using namespace northseal;
using vault::PinAnswer;
using vault::Vault;

namespace {

// A kiosk of class A on a TPM of its own.
struct TpmVault {
    explicit TpmVault(const vault::TpmLockout& lockout = {}) : made(make(lockout)) {}
    test::Scratch scratch;
    RealDisk disk;
    FixedClock clock{1781276645};
    SeededRandom random{6};
    test::SoftwareTpm chip{scratch.path("tpm")};
    std::string folder = scratch.path("site");
    vault::RecoveryCodes codes;
    Vault made;

    vault::NewVault wish(const vault::TpmLockout& lockout)
    {
        auto wanted = test::sample_people();
        wanted.protection = vault::TpmChip{lockout};
        return wanted;
    }
    Vault make(const vault::TpmLockout& lockout)
    {
        auto vault = std::move(Vault::make(folder, wish(lockout), disk, clock, random, chip.place()).value());
        codes = vault.first_recovery_codes().value();
        REQUIRE(vault.keep().ok());
        return vault;
    }
    Vault opened() { return std::move(Vault::open(folder, disk, clock, random, chip.place())).value(); }
    vault::TpmState state() { return vault::Tpm::open(chip.place()).value().state().value(); }
};

PinAnswer answer_of(const Result<vault::PinOutcome>& outcome)
{
    const auto said = outcome.ok() ? std::string() : outcome.error().detail;
    INFO(said);
    REQUIRE(outcome.ok());
    return outcome.value().answer;
}

} // namespace

TEST_SUITE("storage/vault/class_a")
{
    TEST_CASE("each person's own PIN opens the kiosk, on its own TPM and after a restart")
    {
        TpmVault sample;
        CHECK(sample.made.protection_class() == "A");
        sample.chip.stop();
        sample.chip.start();
        auto opened = sample.opened();
        CHECK(answer_of(opened.unlock_with_pin(1, "135791")) == PinAnswer::wrong);
        CHECK(opened.is_locked());
        CHECK(answer_of(opened.unlock_with_pin(2, "135791")) == PinAnswer::accepted);
        CHECK(opened.name_of(1).value() == "Ada Northwater");
        CHECK(answer_of(opened.try_pin(1, "246810")) == PinAnswer::accepted);
    }

    TEST_CASE("every file and the right PIN, but another TPM: nothing opens, not even the transport key")
    {
        TpmVault sample;
        sample.chip.lose_state();
        auto opened = sample.opened();
        CHECK(opened.transport_signing_key() == nullptr);
        CHECK_FALSE(opened.unlock_with_pin(1, "246810").ok());
        CHECK(opened.is_locked());
        CHECK_FALSE(sample.disk.exists(sample.folder + "/vault.device"));
        CHECK_FALSE(sample.disk.exists(sample.folder + "/vault.lockout"));
    }

    TEST_CASE(
        "ten wrong PINs of one person cost more than an hour, and the TPM has counted each of them once")
    {
        TpmVault sample;
        auto opened = sample.opened();
        const auto start = sample.clock.now();
        for (int i = 0; i < 10; ++i) {
            const auto outcome = opened.unlock_with_pin(1, "00000" + std::to_string(i)).value();
            REQUIRE(outcome.answer == PinAnswer::wrong);
            CHECK(answer_of(opened.unlock_with_pin(1, "246810")) ==
                  (outcome.wait_seconds > 0 ? PinAnswer::must_wait : PinAnswer::accepted));
            if (outcome.wait_seconds == 0) break;
        }
        sample.clock.advance(3600);
        std::uint32_t before = sample.state().wrong_tries;
        for (int i = 0; i < 10; ++i) {
            const auto outcome = opened.unlock_with_pin(2, "00000" + std::to_string(i)).value();
            REQUIRE(outcome.answer == PinAnswer::wrong);
            CHECK(sample.state().wrong_tries == ++before);
            if (i < 9) sample.clock.advance(outcome.wait_seconds);
        }
        CHECK(sample.clock.now() - start > 3600);
    }

    TEST_CASE("while a person waits, their wrong PINs do not reach the TPM, and somebody else still opens")
    {
        TpmVault sample;
        auto opened = sample.opened();
        for (int i = 0; i < 3; ++i) CHECK(answer_of(opened.unlock_with_pin(1, "000000")) == PinAnswer::wrong);
        for (int i = 0; i < 50; ++i) {
            CHECK(answer_of(opened.unlock_with_pin(1, "000000")) == PinAnswer::must_wait);
        }
        CHECK(sample.state().wrong_tries == 3);
        CHECK(answer_of(opened.unlock_with_pin(2, "135791")) == PinAnswer::accepted);
        CHECK(sample.state().wrong_tries == 0); // whoever may open empties the TPM's count
    }

    TEST_CASE("play at the screen, however long and at whatever name, never locks the TPM")
    {
        TpmVault sample({20, 100000, 100000}); // a count as small as two people allow
        auto opened = sample.opened();
        for (int hour = 0; hour < 60; ++hour) {
            for (const std::int64_t person : {1, 2}) {
                if (person == 2 && hour > 20) continue; // nobody has played at the second name for long
                static_cast<void>(answer_of(opened.unlock_with_pin(person, "000000")));
            }
            sample.clock.advance(3600);
        }
        const auto state = sample.state();
        CHECK_FALSE(state.locked_out);
        CHECK(state.wrong_tries <= 10 + 2 * 3);
        // One more person than ever played: the last word is the TPM's own, and it still listens.
        CHECK(vault::tpm_may_be_asked(state, 0));
    }

    TEST_CASE("somebody whose name nobody played at opens the kiosk whatever was played at the others")
    {
        TpmVault sample({20, 100000, 100000});
        auto opened = sample.opened();
        for (int i = 0; i < 100; ++i) {
            static_cast<void>(answer_of(opened.unlock_with_pin(1, "000000")));
            sample.clock.advance(3600);
        }
        CHECK(answer_of(opened.unlock_with_pin(1, "246810")) ==
              PinAnswer::must_wait); // until the chip forgets
        CHECK(answer_of(opened.unlock_with_pin(2, "135791")) == PinAnswer::accepted);
        opened.lock();
        CHECK(answer_of(opened.unlock_with_pin(1, "246810")) ==
              PinAnswer::accepted); // and then the first too
    }

    TEST_CASE("forty people, each with three wrong PINs above the half, leave the TPM open with its shipped "
              "numbers")
    {
        const vault::TpmLockout shipped;
        CHECK(shipped.max_tries / 2 > 3 * vault::tpm_people_most);
    }

    TEST_CASE("a thief with the whole case is asked once in two hours after the first tries")
    {
        TpmVault sample;
        const auto state = sample.state();
        CHECK(state.max_tries == 256);
        CHECK(state.recovery_seconds == 7200);
        CHECK(state.lockout_is_owned);
        CHECK_FALSE(vault::Tpm::open(sample.chip.place()).value().clear_wrong_tries({}).ok());
    }

    TEST_CASE("a changed PIN opens the locked kiosk, and the old one does not")
    {
        TpmVault sample;
        CHECK(answer_of(sample.made.change_pin(1, "246810", "730164", 0)) == PinAnswer::accepted);
        auto opened = sample.opened();
        CHECK(answer_of(opened.unlock_with_pin(1, "246810")) == PinAnswer::wrong);
        CHECK(answer_of(opened.unlock_with_pin(1, "730164")) == PinAnswer::accepted);
    }

    TEST_CASE("a person added later opens the kiosk too")
    {
        TpmVault sample;
        REQUIRE(sample.made.add_person({"Rosalie Moose", "assessor", "918273"}, {}).ok());
        auto opened = sample.opened();
        CHECK(answer_of(opened.unlock_with_pin(3, "918273")) == PinAnswer::accepted);
    }

    TEST_CASE("the PIN of who left opens the kiosk no more, and the last whose PIN the chip knows stays")
    {
        TpmVault sample;
        REQUIRE(sample.made.remove_person(1, {2, 3}).ok());
        auto opened = sample.opened();
        CHECK(opened.unlock_with_pin(1, "246810").error().fault == Fault::refused);
        CHECK(answer_of(opened.unlock_with_pin(2, "135791")) == PinAnswer::accepted);
        CHECK(opened.remove_person(2, {2, 4}).error().fault == Fault::refused);
    }

    TEST_CASE("a dead TPM: a code opens the kiosk, it is bound to the new chip, and PINs open it again")
    {
        TpmVault sample;
        sample.chip.lose_state();
        auto opened = sample.opened();
        REQUIRE(opened.unlock_with_code(sample.codes.steward, 0).ok());
        CHECK(opened.transport_signing_key()->public_key() == sample.made.transport_key());
        REQUIRE(opened.protect(vault::TpmChip{}, {1, 0}).ok());
        CHECK(answer_of(opened.try_pin(1, "246810")) == PinAnswer::accepted); // the chip learns it here
        auto again = sample.opened();
        CHECK(again.transport_signing_key() != nullptr);
        CHECK(again.unlock_with_pin(2, "135791").error().fault == Fault::refused); // not typed since
        CHECK(answer_of(again.unlock_with_pin(1, "246810")) == PinAnswer::accepted);
        CHECK(answer_of(again.try_pin(2, "135791")) == PinAnswer::accepted);
        again.lock();
        CHECK(answer_of(again.unlock_with_pin(2, "135791")) == PinAnswer::accepted);
        CHECK(sample.state().lockout_is_owned);
    }

    TEST_CASE("power cut at any write of a binding to a new chip: the second code ends it")
    {
        for (int changes = 1;; ++changes) { // the code's strike is the first
            TpmVault sample;
            sample.chip.lose_state();
            test::CuttingDisk cutting(changes);
            auto vault = std::move(
                Vault::open(sample.folder, cutting, sample.clock, sample.random, sample.chip.place())
                    .value());
            REQUIRE(vault.unlock_with_code(sample.codes.steward, 0).ok());
            const bool bound = vault.protect(vault::TpmChip{}, {1, 0}).ok();
            auto again = sample.opened();
            REQUIRE(again.unlock_with_code(sample.codes.coordinator, 0).ok());
            CAPTURE(changes);
            if (!bound) CHECK(again.protect(vault::TpmChip{}, {1, 0}).ok());
            CHECK(answer_of(again.try_pin(2, "135791")) == PinAnswer::accepted);
            again.lock();
            CHECK(answer_of(again.unlock_with_pin(2, "000000")) == PinAnswer::wrong);
            CHECK(answer_of(again.unlock_with_pin(2, "135791")) == PinAnswer::accepted);
            CHECK(sample.state().wrong_tries == 0);
            CHECK_FALSE(sample.disk.exists(sample.folder + "/vault.lockout"));
            if (!cutting.was_cut()) break;
        }
    }

    TEST_CASE("a dead TPM and no other: the kiosk becomes one of six words")
    {
        TpmVault sample;
        sample.chip.stop();
        auto opened = sample.opened();
        REQUIRE(opened.unlock_with_code(sample.codes.steward, 0).ok());
        REQUIRE(opened.protect(vault::SixWords{test::sample_words, vault::tests_cost}, {1, 0}).ok());
        auto again = sample.opened();
        CHECK(again.protection_class() == "C");
        CHECK(again.transport_signing_key() != nullptr);
        REQUIRE(again.unlock(test::sample_words).ok());
        CHECK(answer_of(again.try_pin(1, "246810")) == PinAnswer::accepted);
    }

    TEST_CASE("a lost PIN on class A: the code replaces it, and the lost one opens nothing")
    {
        TpmVault sample;
        auto opened = sample.opened();
        REQUIRE(opened.unlock_with_code(sample.codes.coordinator, 0).ok());
        REQUIRE(opened.replace_pin(1, "730164", {1, 0}).ok());
        auto again = sample.opened();
        CHECK(answer_of(again.unlock_with_pin(1, "246810")) == PinAnswer::wrong);
        CHECK(answer_of(again.unlock_with_pin(1, "730164")) == PinAnswer::accepted);
    }

    TEST_CASE("an enrolment whose power went at any write leaves a TPM that the next one can take")
    {
        for (int changes = 0;; ++changes) {
            test::Scratch scratch;
            test::SoftwareTpm chip{scratch.path("tpm")};
            RealDisk disk;
            const FixedClock clock{0};
            SeededRandom random{8};
            auto wanted = test::sample_people();
            wanted.protection = vault::TpmChip{};
            const auto folder = scratch.path("site");
            test::CuttingDisk cutting(changes);
            const auto cut = Vault::create(folder, wanted, cutting, clock, random, chip.place()).ok();
            if (!Vault::exists(folder, disk)) {
                CHECK_FALSE(cut);
                REQUIRE(Vault::create(folder, wanted, disk, clock, random, chip.place()).ok());
            }
            auto opened = std::move(Vault::open(folder, disk, clock, random, chip.place())).value();
            CAPTURE(changes);
            CHECK(answer_of(opened.unlock_with_pin(1, "000000")) == PinAnswer::wrong);
            CHECK(answer_of(opened.unlock_with_pin(1, "246810")) == PinAnswer::accepted);
            CHECK_FALSE(disk.exists(folder + "/vault.lockout"));
            opened.lock();
            CHECK(answer_of(opened.unlock_with_pin(2, "000000")) == PinAnswer::wrong);
            CHECK(answer_of(opened.unlock_with_pin(1, "246810")) == PinAnswer::accepted);
            // The lasting authorization is the TPM's: it emptied the count.
            CHECK(vault::Tpm::open(chip.place()).value().state().value().wrong_tries == 0);
            if (!cutting.was_cut()) break;
        }
    }

    TEST_CASE("a TPM whose lockout is somebody else's is refused, and what to do is said")
    {
        TpmVault first;
        auto wanted = test::sample_people();
        wanted.protection = vault::TpmChip{};
        const auto second = Vault::create(first.scratch.path("other"), wanted, first.disk, first.clock,
                                          first.random, first.chip.place());
        CHECK(second.error().detail.find("firmware") != std::string::npos);
        CHECK_FALSE(Vault::exists(first.scratch.path("other"), first.disk));
    }

    TEST_CASE("after retiring, the files of before open nothing on the same TPM, and it serves another kiosk")
    {
        TpmVault sample;
        const auto kept = sample.disk.read(sample.folder + "/vault", 1 << 20).value();
        REQUIRE(sample.made.retire("").ok());
        const auto copy = sample.scratch.path("copy");
        REQUIRE(sample.disk.make_folder(copy).ok());
        REQUIRE(sample.disk.write_durably(copy + "/vault", kept).ok());
        auto stolen =
            std::move(Vault::open(copy, sample.disk, sample.clock, sample.random, sample.chip.place()))
                .value();
        CHECK_FALSE(stolen.unlock_with_pin(1, "246810").ok());
        CHECK(stolen.transport_signing_key() == nullptr);
        CHECK_FALSE(sample.state().lockout_is_owned);
        auto wanted = test::sample_people();
        wanted.protection = vault::TpmChip{};
        CHECK(Vault::create(sample.scratch.path("next"), wanted, sample.disk, sample.clock, sample.random,
                            sample.chip.place())
                  .ok());
    }
}
