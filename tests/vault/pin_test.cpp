#include <doctest/doctest.h>

#include "tests/vault/sample_vault.h"

using namespace northseal;
using vault::PinAnswer;

namespace {

PinAnswer tried(vault::Vault& vault, std::string_view pin, std::int64_t person = 1)
{
    return vault.try_pin(person, pin).value().answer;
}

} // namespace

TEST_SUITE("storage/vault/pin")
{
    TEST_CASE("the right PIN lends that person's key for one use")
    {
        test::SampleVault sample;
        Signature signature{};
        const auto outcome = sample.made.try_pin(1, "246810", [&](const SigningKey& key) -> Result<> {
            signature = key.sign(view("seen"));
            return {};
        });
        CHECK(outcome.value().answer == PinAnswer::accepted);
        CHECK(verify(sample.made.people()[0].key, view("seen"), signature));
        CHECK_FALSE(verify(sample.made.people()[1].key, view("seen"), signature));
    }

    TEST_CASE("one person's PIN is not another's, and what is not a PIN is wrong")
    {
        test::SampleVault sample;
        CHECK(tried(sample.made, "246810", 2) == PinAnswer::wrong);
        CHECK(tried(sample.made, "") == PinAnswer::wrong);
        CHECK(sample.made.try_pin(9, "246810").error().fault == Fault::not_found);
    }

    TEST_CASE("after three wrong PINs even the right one must wait, and then is heard")
    {
        test::SampleVault sample;
        CHECK(tried(sample.made, "000000") == PinAnswer::wrong);
        CHECK(tried(sample.made, "000001") == PinAnswer::wrong);
        CHECK(sample.made.try_pin(1, "000002").value().wait_seconds == 30);
        CHECK(tried(sample.made, "246810") == PinAnswer::must_wait);
        CHECK(tried(sample.made, "135791", 2) == PinAnswer::accepted); // nobody else is kept waiting
        sample.clock.advance(29);
        CHECK(sample.made.try_pin(1, "246810").value().wait_seconds == 1);
        sample.clock.advance(1);
        CHECK(tried(sample.made, "246810") == PinAnswer::accepted);
        CHECK(tried(sample.made, "000003") == PinAnswer::wrong); // the count began anew
        CHECK(tried(sample.made, "246810") == PinAnswer::accepted);
    }

    TEST_CASE("ten wrong PINs cost more than an hour")
    {
        test::SampleVault sample;
        const auto start = sample.clock.now();
        for (int i = 0; i < 10; ++i) {
            const auto outcome = sample.made.try_pin(1, "00000" + std::to_string(i)).value();
            REQUIRE(outcome.answer == PinAnswer::wrong);
            if (i < 9) sample.clock.advance(outcome.wait_seconds);
        }
        CHECK(sample.clock.now() - start > 3600);
    }

    TEST_CASE(
        "a restart neither forgets the count nor shortens the wait, whatever the clock on the wall says")
    {
        test::SampleVault sample;
        for (const auto* pin : {"000000", "000001", "000002"})
            CHECK(tried(sample.made, pin) == PinAnswer::wrong);
        FixedClock later{sample.clock.now() + 86400}; // its ticks begin at nothing, as after a restart
        auto opened =
            std::move(vault::Vault::open(sample.scratch.path("site"), sample.disk, later, sample.random))
                .value();
        REQUIRE(opened.unlock(test::sample_words).ok());
        CHECK(opened.try_pin(1, "246810").value().wait_seconds == 30);
        later.advance(30);
        CHECK(opened.try_pin(1, "000003").value().wait_seconds == 60);
    }

    TEST_CASE("a try is counted before it is judged: a disk that refuses the count gets no answer")
    {
        test::SampleVault sample;
        REQUIRE(sample.disk.make_folder(sample.scratch.path("site/vault.tries"))
                    .ok()); // the count cannot be kept
        bool used = false;
        const auto outcome = sample.made.try_pin(1, "246810", [&](const SigningKey&) -> Result<> {
            used = true;
            return {};
        });
        CHECK_FALSE(outcome.ok());
        CHECK_FALSE(used);
    }

    TEST_CASE("the right PIN with another kiosk's master key opens nothing")
    {
        test::SampleVault sample;
        auto other_people = test::sample_people();
        const test::Scratch elsewhere;
        SeededRandom other_random{99};
        REQUIRE(vault::Vault::create(elsewhere.path("site"), other_people, sample.disk, sample.clock,
                                     other_random)
                    .ok());
        // The thief puts the facilitator's wrapped key, salt and all, into a vault whose words he knows.
        const auto stolen =
            vault::decode_vault_file(sample.disk.read(sample.scratch.path("site/vault"), 1 << 20).value())
                .value();
        auto own =
            vault::decode_vault_file(sample.disk.read(elsewhere.path("site/vault"), 1 << 20).value()).value();
        own.people = stolen.people;
        REQUIRE(sample.disk.write_durably(elsewhere.path("site/vault"), encode(own)).ok());
        auto opened =
            std::move(vault::Vault::open(elsewhere.path("site"), sample.disk, sample.clock, other_random))
                .value();
        REQUIRE(opened.unlock(test::sample_words).ok());
        CHECK(tried(opened, "246810") == PinAnswer::wrong);
    }
}
