#include "storage/vault/tpm.h"

#include <doctest/doctest.h>

#include "storage/base/random.h"
#include "tests/support/scratch.h"
#include "tests/vault/software_tpm.h"

using namespace northseal;
using vault::Tpm;
using vault::TpmAnswer;

namespace {

struct Chip {
    test::Scratch scratch;
    test::SoftwareTpm software{scratch.path("tpm")};
    Tpm tpm = std::move(Tpm::open(software.place()).value());
    SeededRandom random{17};
    SecretBytes secret() { return SecretBytes::copy_of(random.bytes<32>()); }
    void restart()
    {
        software.stop();
        software.start();
        tpm = std::move(Tpm::open(software.place()).value());
    }
};

} // namespace

TEST_SUITE("storage/vault/tpm")
{
    TEST_CASE("a TPM gives what it sealed for the right authorization, counts the wrong ones and locks")
    {
        Chip chip;
        const auto secret = chip.secret(), auth = chip.secret(), wrong = chip.secret(), owner = chip.secret();
        REQUIRE(chip.tpm.change_lockout_auth({}, owner.view()).ok());
        REQUIRE(chip.tpm.set_lockout(owner.view(), {4, 1000, 1000}).ok());
        const auto sealed = chip.tpm.seal(secret, auth).value();
        const auto given = chip.tpm.unseal(sealed, auth);
        REQUIRE(given.value().answer == TpmAnswer::opened);
        CHECK(equal_in_constant_time(given.value().secret.view(), secret.view()));
        for (std::uint32_t i = 1; i <= 4; ++i) {
            CHECK(chip.tpm.unseal(sealed, wrong).value().answer == TpmAnswer::wrong);
            CHECK(chip.tpm.state().value().wrong_tries == i);
        }
        CHECK(chip.tpm.state().value().locked_out);
        CHECK(chip.tpm.unseal(sealed, auth).value().answer == TpmAnswer::locked_out);
        chip.restart(); // and a restart does not forget
        CHECK(chip.tpm.unseal(sealed, auth).value().answer == TpmAnswer::locked_out);
        REQUIRE(chip.tpm.clear_wrong_tries(owner.view()).ok());
        CHECK(chip.tpm.unseal(sealed, auth).value().answer == TpmAnswer::opened);
    }

    TEST_CASE("nobody clears the count without the lockout's authorization")
    {
        Chip chip;
        const auto owner = chip.secret();
        REQUIRE(chip.tpm.change_lockout_auth({}, owner.view()).ok());
        CHECK(chip.tpm.state().value().lockout_is_owned);
        CHECK_FALSE(chip.tpm.clear_wrong_tries({}).ok());
    }

    TEST_CASE("a kept secret outlives a restart, and once forgotten it is not found")
    {
        Chip chip;
        const auto first = chip.secret(), second = chip.secret();
        const auto handle = chip.tpm.keep(first).value();
        CHECK(chip.tpm.keep(second).value() != handle);
        chip.restart();
        CHECK(equal_in_constant_time(chip.tpm.kept(handle).value().view(), first.view()));
        REQUIRE(chip.tpm.forget(handle).ok());
        CHECK(chip.tpm.kept(handle).error().fault == Fault::not_found);
        CHECK(chip.tpm.forget(handle).ok());
    }

    TEST_CASE("another TPM takes back nothing")
    {
        Chip chip;
        const auto secret = chip.secret(), auth = chip.secret();
        const auto sealed = chip.tpm.seal(secret, auth).value();
        chip.software.lose_state();
        auto other = std::move(Tpm::open(chip.software.place()).value());
        CHECK(other.unseal(sealed, auth).error().detail.find("another TPM") != std::string::npos);
    }

    TEST_CASE("a hundred uses in a row leave nothing behind in the TPM's small memory")
    {
        Chip chip;
        const auto secret = chip.secret(), auth = chip.secret();
        const auto sealed = chip.tpm.seal(secret, auth).value();
        for (int i = 0; i < 100; ++i)
            REQUIRE(chip.tpm.unseal(sealed, auth).value().answer == TpmAnswer::opened);
    }

    TEST_CASE("where no TPM answers that is said")
    {
        ::setenv("TSS2_LOG", "all+none", 0);
        const auto none = Tpm::open("device:/nonexistent/tpm");
        CHECK(none.error().detail == "no TPM answers at device:/nonexistent/tpm");
    }
}
