#include "storage/vault/vault.h"

#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <fstream>

#include "storage/vault/process.h"
#include "tests/vault/sample_vault.h"

using namespace northseal;
using vault::Vault;

TEST_SUITE("storage/vault")
{
    TEST_CASE("a vault that was closed opens with its six words and with no others")
    {
        test::SampleVault sample;
        auto opened = sample.opened();
        CHECK(opened.is_locked());
        const auto wrong = opened.unlock("river stone kettle lantern birch heron");
        REQUIRE_FALSE(wrong.ok());
        CHECK(wrong.error().fault == Fault::refused);
        CHECK(opened.is_locked());
        REQUIRE(opened.unlock(test::sample_words).ok());
        CHECK(opened.kiosk_signing_key()->public_key() == sample.made.kiosk_key());
        CHECK(opened.name_of(2).value() == "Per Sund");
    }

    TEST_CASE("words open however they are spaced, hyphenated or capitalised")
    {
        test::SampleVault sample;
        auto opened = sample.opened();
        CHECK(opened.unlock("  River  STONE-kettle\tlantern\nbirch Otter ").ok());
    }

    TEST_CASE("five words and seven words are refused, and the count is said")
    {
        test::SampleVault sample;
        auto opened = sample.opened();
        CHECK(opened.unlock("river stone kettle lantern birch").error().detail.find("5 were given") !=
              std::string::npos);
        CHECK_FALSE(opened.unlock("river stone kettle lantern birch otter otter").ok());
    }

    TEST_CASE("a locked vault lends no key and no name")
    {
        test::SampleVault sample;
        sample.made.lock();
        CHECK(sample.made.kiosk_signing_key() == nullptr);
        CHECK(sample.made.name_of(1).error().fault == Fault::locked);
        CHECK(sample.made.try_pin(1, "246810").error().fault == Fault::locked);
        CHECK(sample.made.new_learner_key().error().fault == Fault::locked);
        CHECK(sample.made.people().size() == 2);
    }

    TEST_CASE("a second vault in the same folder is refused")
    {
        test::SampleVault sample;
        const auto again = Vault::create(sample.scratch.path("site"), test::sample_people(), sample.disk,
                                         sample.clock, sample.random);
        CHECK(again.error().fault == Fault::refused);
    }

    TEST_CASE("a vault is not made with a PIN that is not six digits, with no people or with an unknown role")
    {
        const test::Scratch scratch;
        RealDisk disk;
        const FixedClock clock{0};
        SeededRandom random{1};
        const auto made = [&](const auto& change) {
            auto wanted = test::sample_people();
            change(wanted);
            return Vault::create(scratch.path("site"), wanted, disk, clock, random).ok();
        };
        CHECK_FALSE(made([](auto& wanted) { wanted.people[0].pin = "12345"; }));
        CHECK_FALSE(made([](auto& wanted) { wanted.people[0].pin = "12345a"; }));
        CHECK_FALSE(made([](auto& wanted) { wanted.people[1].role = "owner"; }));
        CHECK_FALSE(made([](auto& wanted) { wanted.people.clear(); }));
        CHECK_FALSE(made([](auto& wanted) {
            wanted.protection = vault::SixWords{"one two three", vault::tests_cost};
        }));
        CHECK_FALSE(Vault::exists(scratch.path("site"), disk));
        CHECK(made([](auto&) {}));
    }

    TEST_CASE("a learner's key comes back under its own number and under no other")
    {
        test::SampleVault sample;
        const auto key = std::move(sample.made.new_learner_key()).value();
        const auto wrapped = sample.made.wrap_learner_key(7, key).value();
        const auto back = sample.made.unwrap_learner_key(7, wrapped);
        REQUIRE(back.ok());
        CHECK(to_hex(back.value().view()) == to_hex(key.view()));
        CHECK(sample.made.unwrap_learner_key(8, wrapped).error().fault == Fault::corrupt);
    }

    TEST_CASE("a hardened process leaves no core behind and cannot be read by its own user")
    {
        const auto facts = vault::harden_process();
        REQUIRE(facts.ok());
        CHECK((facts.value().keys_locked || !facts.value().all_locked));
        struct rlimit core {
            1, 1
        };
        REQUIRE(::getrlimit(RLIMIT_CORE, &core) == 0);
        CHECK(core.rlim_max == 0);
        CHECK(::prctl(PR_GET_DUMPABLE) == 0);
#ifndef NORTHSEAL_SANITIZED // whose mlockall does nothing, and says that it did
        // What it says of locked memory is so.
        std::ifstream status("/proc/self/status");
        long locked = -1;
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmLck:")) locked = std::strtol(line.c_str() + 6, nullptr, 10);
        }
        const SecretBytes secret(32);
        CHECK((locked > 0) == facts.value().all_locked);
#endif
    }
}
