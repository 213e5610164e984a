#include "storage/vault/vault_file.h"

#include <doctest/doctest.h>

#include "storage/base/hash.h"
#include "tests/vault/sample_vault.h"

using namespace northseal;

namespace {

Bytes kept_bytes(test::SampleVault& sample)
{
    return sample.disk.read(sample.scratch.path("site/vault"), vault::vault_file_most).value();
}

} // namespace

TEST_SUITE("storage/vault/file")
{
    TEST_CASE("a vault file reads back as the bytes that were written")
    {
        test::SampleVault sample;
        const auto bytes = kept_bytes(sample);
        CHECK(encode(vault::decode_vault_file(bytes).value()) == bytes);
    }

    TEST_CASE("a vault file with any byte changed, cut or added is corrupt, in words")
    {
        test::SampleVault sample;
        auto bytes = kept_bytes(sample);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] ^= 0x40;
            CHECK(vault::decode_vault_file(bytes).error().fault == Fault::corrupt);
            bytes[i] ^= 0x40;
            CHECK(vault::decode_vault_file(ByteView(bytes).first(i)).error().fault == Fault::corrupt);
        }
        bytes.push_back(0);
        CHECK(vault::decode_vault_file(bytes).error().fault == Fault::corrupt);
    }

    TEST_CASE("what reads back at all is what would be written: the body changed at random, with its digest "
              "made good")
    {
        test::SampleVault sample;
        REQUIRE(sample.made.renew_recovery_codes({1, 3}).ok());
        REQUIRE(sample.made.change_pin(1, "246810", "730164", 5).ok());
        REQUIRE(sample.made.remove_person(2, {1, 6}).ok());
        const auto whole = kept_bytes(sample);
        const auto end = whole.size() - 32;
        int read = 0;
        for (int round = 0; round < 20000; ++round) {
            Bytes body(whole.begin(), whole.begin() + static_cast<long>(end));
            const auto changes = 1 + sample.random.below(3);
            for (std::uint64_t i = 0; i < changes; ++i) {
                const auto at = 18 + static_cast<std::size_t>(sample.random.below(end - 18));
                body[at] = static_cast<std::uint8_t>(sample.random.below(256));
            }
            if (sample.random.below(8) == 0)
                body.resize(18 + static_cast<std::size_t>(sample.random.below(end - 18)));
            const auto bytes = joined({body, sha256(body)});
            const auto file = vault::decode_vault_file(bytes);
            if (file.ok()) {
                ++read;
                REQUIRE(encode(file.value()) == bytes);
            } else {
                REQUIRE(file.error().fault == Fault::corrupt);
            }
        }
        CHECK(read > 1000); // most of it is sealed bytes, whatever they are
    }

    TEST_CASE("names and seeds do not stand in the file")
    {
        test::SampleVault sample;
        const auto bytes = kept_bytes(sample);
        const auto text = text_of(bytes);
        CHECK(text.find("Northwater") == std::string_view::npos);
        CHECK(text.find(text_of(sample.made.kiosk_signing_key()->seed().view())) == std::string_view::npos);
        CHECK(text.find("assessor") != std::string_view::npos); // the search itself finds what is there
    }
}
