#include <doctest/doctest.h>

#include "tests/vault/cutting_disk.h"
#include "tests/vault/sample_vault.h"

using namespace northseal;
using vault::PinAnswer;
using vault::Vault;

namespace {

// A kiosk of class B with its token on a "stick".
struct TokenVault {
    test::Scratch scratch;
    RealDisk disk;
    FixedClock clock{1781276645};
    SeededRandom random{4};
    std::string stick = scratch.path("stick");
    std::string folder = scratch.path("site");
    vault::NewVault wish()
    {
        REQUIRE(disk.make_folder(stick).ok());
        auto wanted = test::sample_people();
        wanted.protection = vault::UsbToken{stick};
        return wanted;
    }
    Vault made = std::move(Vault::create(folder, wish(), disk, clock, random).value());
    Vault opened() { return std::move(Vault::open(folder, disk, clock, random)).value(); }
    std::string token_file()
    {
        const auto names = disk.list(stick).value();
        REQUIRE(names.size() == 1);
        return stick + "/" + names[0];
    }
};

Bytes bytes_of(const std::string& path)
{
    RealDisk disk;
    return disk.read(path, 1 << 20).value();
}

} // namespace

TEST_SUITE("storage/vault/protection")
{
    TEST_CASE("class B: the token opens the kiosk, and without it no words and no PIN do")
    {
        TokenVault sample;
        CHECK(sample.made.protection_class() == "B");
        auto opened = sample.opened();
        CHECK(opened.unlock(test::sample_words).error().fault == Fault::refused);
        CHECK(opened.unlock_with_pin(1, "246810").error().fault == Fault::refused);
        CHECK(opened.try_pin(1, "246810").error().fault == Fault::locked);
        CHECK(opened.unlock_with_token(sample.scratch.path("nothing")).error().fault == Fault::not_found);
        REQUIRE(opened.unlock_with_token(sample.stick).ok());
        CHECK(opened.try_pin(1, "246810").value().answer == PinAnswer::accepted);
    }

    TEST_CASE("a token with any bit changed, or cut short, opens nothing and is told as damaged")
    {
        TokenVault sample;
        const auto path = sample.token_file();
        auto bytes = bytes_of(path);
        auto opened = sample.opened();
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] ^= 0x10;
            REQUIRE(sample.disk.write_durably(path, bytes).ok());
            CHECK(opened.unlock_with_token(sample.stick).error().fault == Fault::corrupt);
            bytes[i] ^= 0x10;
        }
        REQUIRE(sample.disk.write_durably(path, ByteView(bytes).first(50)).ok());
        CHECK(opened.unlock_with_token(sample.stick).error().fault == Fault::corrupt);
    }

    TEST_CASE("each facilitator may have a token of their own, and a lost one is struck out")
    {
        TokenVault sample;
        const auto second = sample.scratch.path("second");
        REQUIRE(sample.disk.make_folder(second).ok());
        const auto first = sample.made.tokens().at(0);
        CHECK(sample.made.remove_token(first, {}).error().fault == Fault::refused); // it is the last
        REQUIRE(sample.made.add_token(second, {1, 0}).ok());
        REQUIRE(sample.made.remove_token(first, {1, 0}).ok());
        auto opened = sample.opened();
        CHECK_FALSE(opened.unlock_with_token(sample.stick).ok());
        CHECK(opened.unlock_with_token(second).ok());
        CHECK(sample.made.remove_token(first, {}).error().fault == Fault::not_found);
    }

    TEST_CASE("a lost token: a code opens the kiosk, and a new token takes the place of all others")
    {
        TokenVault sample;
        const auto codes = sample.made.renew_recovery_codes({}).value();
        const auto fresh = sample.scratch.path("fresh");
        REQUIRE(sample.disk.make_folder(fresh).ok());
        auto opened = sample.opened();
        REQUIRE(opened.unlock_with_code(codes.steward, 0).ok());
        REQUIRE(opened.protect(vault::UsbToken{fresh}, {1, 0}).ok());
        auto again = sample.opened();
        CHECK_FALSE(again.unlock_with_token(sample.stick).ok());
        CHECK(again.unlock_with_token(fresh).ok());
    }

    TEST_CASE("while recovering the class may change, and the request to the desk says so from then on")
    {
        test::SampleVault sample;
        const auto codes = sample.made.renew_recovery_codes({}).value();
        const auto stick = sample.scratch.path("stick");
        REQUIRE(sample.disk.make_folder(stick).ok());
        REQUIRE(sample.made.unlock_with_code(codes.steward, 0).ok());
        REQUIRE(sample.made.protect(vault::UsbToken{stick}, {1, 0}).ok());
        auto opened = sample.opened();
        CHECK(opened.protection_class() == "B");
        CHECK_FALSE(opened.unlock(test::sample_words).ok());
        CHECK(opened.unlock_with_token(stick).ok());
        CHECK(opened.transport_signing_key() != nullptr);
    }

    TEST_CASE("a locked kiosk signs with its transport key, and that key is not the kiosk's")
    {
        test::SampleVault sample;
        const auto opened = sample.opened();
        CHECK(opened.is_locked());
        REQUIRE(opened.transport_signing_key() != nullptr);
        CHECK(opened.transport_signing_key()->public_key() == sample.made.transport_key());
        CHECK(sample.made.transport_key() != sample.made.kiosk_key());
        CHECK(opened.kiosk_signing_key() == nullptr);
    }

    TEST_CASE("a lost or damaged device file costs the transport key until the next unlocking, no more")
    {
        test::SampleVault sample;
        const auto path = sample.scratch.path("site/vault.device");
        for (const bool damaged : {false, true}) {
            REQUIRE(sample.disk.remove(path).ok());
            if (damaged) REQUIRE(sample.disk.write_durably(path, view("northseal device 1\nnothing")).ok());
            auto opened = sample.opened();
            CHECK(opened.transport_signing_key() == nullptr);
            REQUIRE(opened.unlock(test::sample_words).ok());
            CHECK(opened.transport_signing_key()->public_key() == sample.made.transport_key());
            CHECK(sample.opened().transport_signing_key() != nullptr);
        }
    }

    TEST_CASE(
        "a vault of version 1 opens, becomes version 2 at its first unlocking, and keeps its class's name")
    {
        const test::Scratch scratch;
        RealDisk disk;
        const FixedClock clock{1781276645};
        SeededRandom random{9};
        const auto folder = scratch.path("site");
        REQUIRE(disk.make_folder(folder).ok());
        const auto old = bytes_of(NORTHSEAL_SOURCE_DIR "/tests/vault/data/vault-1");
        for (int changes = 0;; ++changes) { // whenever the power goes, the next unlocking ends it
            REQUIRE(disk.write_durably(folder + "/vault", old).ok());
            REQUIRE(disk.remove(folder + "/vault.device").ok());
            test::CuttingDisk cutting(changes);
            {
                auto opened = std::move(Vault::open(folder, cutting, clock, random)).value();
                CHECK(opened.transport_signing_key() == nullptr);
                const bool unlocked = opened.unlock(test::sample_words).ok();
                CHECK(unlocked != cutting.was_cut());
            }
            auto opened = std::move(Vault::open(folder, disk, clock, random)).value();
            REQUIRE(opened.unlock(test::sample_words).ok());
            CHECK(opened.name_of(1).value() == "Ada Northwater");
            CHECK(opened.try_pin(2, "135791").value().answer == PinAnswer::accepted);
            CHECK(opened.protection_class() == "passphrase");
            CHECK(text_of(bytes_of(folder + "/vault")).starts_with("northseal vault 2\n"));
            auto locked = std::move(Vault::open(folder, disk, clock, random)).value();
            CHECK(locked.transport_signing_key() != nullptr);
            if (!cutting.was_cut()) break;
        }
    }
}
