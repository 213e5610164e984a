#include <doctest/doctest.h>

#include "tests/vault/cutting_disk.h"
#include "tests/vault/sample_vault.h"

using namespace northseal;
using vault::Deed;
using vault::PinAnswer;
using vault::Vault;

namespace {

constexpr const char* old_pin = "246810";
constexpr const char* new_pin = "730164";

PinAnswer tried_by(Vault& vault, std::string_view pin, std::int64_t person = 1)
{
    return vault.try_pin(person, pin).value().answer;
}

Result<Vault> open_with(test::SampleVault& sample, Disk& disk)
{
    return Vault::open(sample.scratch.path("site"), disk, sample.clock, sample.random);
}

// Before any of the changes below, and after the power came back.
struct Cut {
    test::SampleVault sample;
    bool done{false}, was_cut{false};

    Cut(int changes, const std::function<Result<>(Vault&)>& change)
    {
        test::CuttingDisk disk(changes);
        auto vault = std::move(open_with(sample, disk)).value();
        REQUIRE(vault.unlock(test::sample_words).ok());
        done = change(vault).ok();
        was_cut = disk.was_cut();
    }
    Vault after()
    {
        auto vault = sample.opened();
        REQUIRE(vault.unlock(test::sample_words).ok());
        return vault;
    }
};

} // namespace

TEST_SUITE("storage/vault/change")
{
    TEST_CASE("a changed PIN signs with the same key as before, and the old one is wrong from then on")
    {
        test::SampleVault sample;
        const auto key = sample.made.people()[0].key;
        REQUIRE(sample.made.change_pin(1, old_pin, new_pin, 7).value().answer == PinAnswer::accepted);
        auto opened = sample.opened();
        REQUIRE(opened.unlock(test::sample_words).ok());
        CHECK(tried_by(opened, old_pin) == PinAnswer::wrong);
        CHECK(tried_by(opened, new_pin) == PinAnswer::accepted);
        CHECK(opened.people()[0].key == key);
        REQUIRE(opened.owed().size() == 1);
        CHECK(opened.owed()[0].deed == Deed::pin_changed);
        CHECK(opened.owed()[0].subject == 1);
        CHECK(opened.owed()[0].log_size == 7);
        REQUIRE(opened.settle(opened.owed()[0].serial).ok());
        CHECK(opened.owed().empty());
    }

    TEST_CASE("a PIN is not changed to the one it was, nor to one that a stranger tries first")
    {
        test::SampleVault sample;
        for (const auto* pin : {old_pin, "000000", "777777", "123456", "456789", "987654", "890123", "210987",
                                "12345", "1234567", "12345a", ""}) {
            CAPTURE(pin);
            CHECK(sample.made.change_pin(1, old_pin, pin, 0).error().fault == Fault::refused);
        }
        CHECK(sample.made.owed().empty());
        CHECK(tried_by(sample.made, old_pin) == PinAnswer::accepted);
    }

    TEST_CASE("a wrong old PIN counts as a wrong try and changes nothing")
    {
        test::SampleVault sample;
        for (const auto* pin : {"100000", "100001"}) {
            CHECK(sample.made.change_pin(1, pin, new_pin, 0).value().answer == PinAnswer::wrong);
        }
        CHECK(sample.made.change_pin(1, "100002", new_pin, 0).value().wait_seconds == 30);
        CHECK(sample.made.change_pin(1, old_pin, new_pin, 0).value().answer == PinAnswer::must_wait);
        sample.clock.advance(30);
        CHECK(tried_by(sample.made, old_pin) == PinAnswer::accepted);
    }

    TEST_CASE("power cut at any write of a PIN change: one of the two PINs works, and what is owed is true")
    {
        int cuts = 0;
        for (int changes = 0;; ++changes) {
            Cut cut(changes, [](Vault& vault) -> Result<> {
                TRY(vault.change_pin(1, old_pin, new_pin, 0));
                return {};
            });
            auto after = cut.after();
            cut.sample.clock.advance(3600);
            const bool changed = tried_by(after, new_pin) == PinAnswer::accepted;
            cut.sample.clock.advance(3600);
            CAPTURE(changes);
            CHECK(changed != (tried_by(after, old_pin) == PinAnswer::accepted));
            CHECK(changed == (after.owed().size() == 1));
            if (cut.done) CHECK(changed);
            if (!cut.was_cut) break;
            ++cuts;
        }
        CHECK(cuts == 3); // the count before, the count after, the vault
    }

    TEST_CASE("a person added later signs with their own PIN, and nobody else's opens for them")
    {
        test::SampleVault sample;
        const auto number = sample.made.add_person({"Rosalie Moose", "witness", "918273"}, {1, 4});
        REQUIRE(number.value() == 3);
        auto opened = sample.opened();
        REQUIRE(opened.unlock(test::sample_words).ok());
        CHECK(opened.name_of(3).value() == "Rosalie Moose");
        CHECK(tried_by(opened, "918273", 3) == PinAnswer::accepted);
        CHECK(tried_by(opened, old_pin, 3) == PinAnswer::wrong);
        CHECK(opened.owed()[0].deed == Deed::person_added);
        CHECK(opened.owed()[0].actor == 1);
        CHECK(opened.owed()[0].key == opened.people()[2].key);
        CHECK_FALSE(sample.made.add_person({"X", "owner", "918273"}, {}).ok());
        CHECK_FALSE(sample.made.add_person({"X", "witness", "111111"}, {}).ok());
    }

    TEST_CASE("power cut at any write of somebody's leaving: they are there with their PIN, or gone, and it "
              "is owed")
    {
        for (int changes = 0;; ++changes) {
            Cut cut(changes, [](Vault& vault) { return vault.remove_person(2, {1, 9}); });
            auto after = cut.after();
            const auto heard = after.try_pin(2, "135791");
            const bool left = after.people()[1].left;
            CHECK(left == !heard.ok());
            if (cut.done) CHECK(left);
            CHECK(after.owed().size() == (left ? 1 : 0));
            if (left) CHECK(after.owed()[0].deed == Deed::person_left);
            CHECK(after.name_of(2).value() == "Per Sund");
            CHECK(tried_by(after, old_pin) == PinAnswer::accepted);
            if (!cut.was_cut) break;
        }
    }

    TEST_CASE("the last person stays, and whoever left comes back only as somebody new")
    {
        test::SampleVault sample;
        REQUIRE(sample.made.remove_person(1, {2, 4}).ok());
        CHECK(sample.made.remove_person(1, {2, 4}).error().fault == Fault::not_found);
        CHECK(sample.made.remove_person(2, {2, 4}).error().fault == Fault::refused);
        CHECK(sample.made.change_pin(1, old_pin, new_pin, 5).error().fault == Fault::not_found);
        const auto codes = sample.made.renew_recovery_codes({2, 6}).value();
        sample.made.lock();
        REQUIRE(sample.made.unlock_with_code(codes.steward, 7).ok());
        CHECK(sample.made.replace_pin(1, new_pin, {2, 8}).error().fault == Fault::not_found);
        CHECK(sample.made.add_person({"Ada Northwater", "assessor", new_pin}, {2, 9}).value() == 3);
        CHECK(tried_by(sample.made, new_pin, 3) == PinAnswer::accepted);
        // PINs cost there what they cost before: whoever left has none.
        auto opened = sample.opened();
        REQUIRE(opened.unlock(test::sample_words).ok());
        CHECK(tried_by(opened, new_pin, 3) == PinAnswer::accepted);
    }

    TEST_CASE("a recovery code opens once, a second time never, and not after a power cut either")
    {
        test::SampleVault sample;
        const auto codes = sample.made.renew_recovery_codes({}).value();
        CHECK(sample.made.sheets_left() == std::vector<std::uint64_t>{1, 2});
        auto opened = sample.opened();
        REQUIRE(opened.unlock_with_code(codes.coordinator, 9).ok());
        CHECK(opened.is_recovering());
        CHECK(opened.name_of(1).value() == "Ada Northwater");
        CHECK(opened.owed().back().deed == Deed::code_used);
        CHECK(opened.owed().back().subject == 2);
        CHECK(opened.sheets_left() == std::vector<std::uint64_t>{1});
        auto again = sample.opened();
        CHECK(again.unlock_with_code(codes.coordinator, 9).error().fault == Fault::refused);
        // Where the strike cannot be made durable, nothing opens.
        test::CuttingDisk dark(0);
        auto cut = std::move(open_with(sample, dark)).value();
        CHECK(cut.unlock_with_code(codes.steward, 9).error().fault == Fault::io);
        CHECK(cut.is_locked());
        CHECK(sample.opened().unlock_with_code(codes.steward, 9).ok());
    }

    TEST_CASE("a code of another kiosk opens nothing, and one with a misheard letter is not tried")
    {
        test::SampleVault sample;
        auto codes = sample.made.renew_recovery_codes({}).value();
        SeededRandom other{77};
        auto opened = sample.opened();
        CHECK(opened.unlock_with_code(vault::draw_recovery_code(other), 0).error().fault == Fault::refused);
        codes.steward[6] = codes.steward[6] == 'Z' ? 'Y' : 'Z';
        CHECK(opened.unlock_with_code(codes.steward, 0).error().detail.find("group 2") != std::string::npos);
        CHECK(opened.sheets_left().size() == 2);
    }

    TEST_CASE("new codes make the old ones worthless")
    {
        test::SampleVault sample;
        const auto old_codes = sample.made.renew_recovery_codes({}).value();
        const auto new_codes = sample.made.renew_recovery_codes({}).value();
        auto opened = sample.opened();
        CHECK_FALSE(opened.unlock_with_code(old_codes.steward, 0).ok());
        CHECK_FALSE(opened.unlock_with_code(old_codes.coordinator, 0).ok());
        CHECK(opened.unlock_with_code(new_codes.steward, 0).ok());
    }

    TEST_CASE("a lost PIN: only a recovery code replaces it, the key is a new one, the old key stays known")
    {
        test::SampleVault sample;
        const auto codes = sample.made.renew_recovery_codes({}).value();
        const auto old_key = sample.made.people()[0].key;
        CHECK(sample.made.replace_pin(1, new_pin, {}).error().fault == Fault::refused);
        auto opened = sample.opened();
        REQUIRE(opened.unlock_with_code(codes.steward, 0).ok());
        REQUIRE(opened.replace_pin(1, new_pin, {}).ok());
        CHECK(tried_by(opened, old_pin) == PinAnswer::wrong);
        CHECK(tried_by(opened, new_pin) == PinAnswer::accepted);
        CHECK(opened.people()[0].key != old_key);
        CHECK(opened.people()[0].former_keys == std::vector<PublicKey>{old_key});
        CHECK(opened.owed().back().deed == Deed::pin_replaced);
        CHECK(tried_by(opened, "135791", 2) == PinAnswer::accepted); // nobody else's changed
        opened.lock();
        REQUIRE(opened.unlock(test::sample_words).ok());
        CHECK_FALSE(opened.is_recovering());
        CHECK_FALSE(opened.replace_pin(1, "840275", {}).ok());
    }

    TEST_CASE("a waiting person with a lost PIN is heard at once with the new one")
    {
        test::SampleVault sample;
        const auto codes = sample.made.renew_recovery_codes({}).value();
        for (const auto* pin : {"100000", "100001", "100002"})
            CHECK(tried_by(sample.made, pin) == PinAnswer::wrong);
        REQUIRE(sample.made.unlock_with_code(codes.steward, 0).ok());
        REQUIRE(sample.made.replace_pin(1, new_pin, {}).ok());
        CHECK(tried_by(sample.made, new_pin) == PinAnswer::accepted);
    }

    TEST_CASE("lost words: a code opens, new words are set, and the old ones open nothing")
    {
        test::SampleVault sample;
        const auto codes = sample.made.renew_recovery_codes({}).value();
        auto opened = sample.opened();
        REQUIRE(opened.unlock_with_code(codes.steward, 0).ok());
        const vault::SixWords words{"snow moss cedar drum heron lake", vault::tests_cost};
        REQUIRE(opened.protect(words, {1, 0}).ok());
        auto again = sample.opened();
        CHECK_FALSE(again.unlock(test::sample_words).ok());
        REQUIRE(again.unlock(words.words).ok());
        CHECK(tried_by(again, old_pin) == PinAnswer::accepted);
        CHECK(again.kiosk_signing_key()->public_key() == sample.made.kiosk_key());
    }

    TEST_CASE("power cut at any write of new words: either the old or the new ones open")
    {
        for (int changes = 0;; ++changes) {
            Cut cut(changes, [](Vault& vault) {
                return vault.protect(vault::SixWords{"snow moss cedar drum heron lake", vault::tests_cost},
                                     {});
            });
            auto after = cut.sample.opened();
            const bool changed = after.unlock("snow moss cedar drum heron lake").ok();
            CHECK(changed != cut.sample.opened().unlock(test::sample_words).ok());
            if (cut.done) CHECK(changed);
            if (!cut.was_cut) break;
        }
    }

    TEST_CASE("the class of protection is not changed by whoever finds the kiosk open")
    {
        test::SampleVault sample;
        CHECK(sample.made.protect(vault::UsbToken{sample.scratch.path("stick")}, {}).error().fault ==
              Fault::refused);
        CHECK(sample.made.protection_class() == "C");
    }
}
