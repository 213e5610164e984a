#include "storage/vault/vault_file.h"

#include <doctest/doctest.h>

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
