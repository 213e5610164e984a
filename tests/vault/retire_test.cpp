#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>

#include "tests/vault/cutting_disk.h"
#include "tests/vault/sample_vault.h"

using namespace northseal;
using vault::Vault;

TEST_SUITE("storage/vault/retire")
{
    TEST_CASE("a retired vault is gone, says so, and cannot be made anew in its place")
    {
        test::SampleVault sample;
        const auto folder = sample.scratch.path("site");
        REQUIRE(sample.made.retire("by person 1").ok());
        CHECK(sample.made.is_locked());
        CHECK(sample.made.transport_signing_key() == nullptr);
        CHECK(sample.disk.list(folder).value() == std::vector<std::string>{"vault.retired"});
        CHECK(Vault::is_retired(folder, sample.disk));
        const auto opened = Vault::open(folder, sample.disk, sample.clock, sample.random);
        CHECK(opened.error().detail.find("was retired") != std::string::npos);
        CHECK_FALSE(
            Vault::create(folder, test::sample_people(), sample.disk, sample.clock, sample.random).ok());
    }

    TEST_CASE("a locked vault is not retired by whoever finds it")
    {
        test::SampleVault sample;
        sample.made.lock();
        CHECK(sample.made.retire("").error().fault == Fault::locked);
        CHECK(Vault::exists(sample.scratch.path("site"), sample.disk));
    }

    TEST_CASE("power cut at any write of a retirement: it is not begun, or is finished at the next look")
    {
        for (int changes = 0;; ++changes) {
            test::SampleVault sample;
            const auto folder = sample.scratch.path("site");
            test::CuttingDisk cutting(changes);
            auto vault = std::move(Vault::open(folder, cutting, sample.clock, sample.random)).value();
            REQUIRE(vault.unlock(test::sample_words).ok());
            const bool done = vault.retire("note").ok();
            CHECK(done != cutting.was_cut());
            auto after = Vault::open(folder, sample.disk, sample.clock, sample.random);
            CHECK(after.ok() == (changes == 0));
            CHECK(sample.disk.exists(folder + "/vault") == (changes == 0));
            CHECK(sample.disk.exists(folder + "/vault.device") == (changes == 0));
            if (!cutting.was_cut()) break;
        }
    }

    TEST_CASE("what is destroyed is overwritten where it lay")
    {
        test::SampleVault sample;
        const auto path = sample.scratch.path("site/vault");
        const auto other = sample.scratch.path("same-bytes");
        REQUIRE(::link(path.c_str(), other.c_str()) == 0); // a second name for the same place on the disk
        REQUIRE(sample.made.retire("").ok());
        const auto left = sample.disk.read(other, 1 << 20).value();
        CHECK_FALSE(left.empty());
        CHECK(std::all_of(left.begin(), left.end(), [](auto byte) { return byte == 0; }));
    }
}
