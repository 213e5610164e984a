#include "storage/vault/sealing.h"

#include <doctest/doctest.h>

#include <set>

using namespace northseal;

TEST_SUITE("storage/vault/sealing")
{
    TEST_CASE("what is sealed opens at its own place with its own key, and nowhere else")
    {
        SeededRandom random{5};
        const auto key = random.bytes<32>();
        const auto other = random.bytes<32>();
        const auto sealed = vault::seal(key, view("Ada"), "learners:sealed:7", random);
        CHECK(sealed.size() == 3 + vault::sealing_overhead);
        CHECK(text_of(vault::open_sealed(key, sealed, "learners:sealed:7").value()) == "Ada");
        CHECK_FALSE(vault::open_sealed(key, sealed, "learners:sealed:8").ok());
        CHECK_FALSE(vault::open_sealed(other, sealed, "learners:sealed:7").ok());
    }

    TEST_CASE("no single bit of a sealed field can change unnoticed")
    {
        SeededRandom random{6};
        const auto key = random.bytes<32>();
        auto sealed = vault::seal(key, view("Ada"), "x:y:1", random);
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
            sealed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            CHECK_FALSE(vault::open_sealed(key, sealed, "x:y:1").ok());
            sealed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        }
        CHECK_FALSE(vault::open_sealed(key, ByteView(sealed).first(20), "x:y:1").ok());
    }

    TEST_CASE("the same text sealed twice looks different")
    {
        SeededRandom random{7};
        const auto key = random.bytes<32>();
        CHECK(vault::seal(key, view("Ada"), "p", random) != vault::seal(key, view("Ada"), "p", random));
    }

    TEST_CASE("each purpose has a key of its own")
    {
        SeededRandom random{8};
        const auto master = SecretBytes::copy_of(random.bytes<32>());
        std::set<std::string> keys{to_hex(master.view())};
        for (std::uint64_t purpose = 1; purpose <= 8; ++purpose) {
            keys.insert(to_hex(vault::derive(master, static_cast<vault::Purpose>(purpose)).view()));
        }
        CHECK(keys.size() == 9);
    }

    TEST_CASE("the shipped costs are libsodium's moderate for words and interactive for PINs")
    {
        CHECK(vault::words_cost == vault::KdfCost{3, 268435456});
        CHECK(vault::pin_cost == vault::KdfCost{2, 67108864});
    }
}
