#include "storage/credential/slip.h"

#include <doctest/doctest.h>

#include "storage/base/random.h"
#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

TEST_SUITE("storage/credential/slip")
{
    TEST_CASE("every flipped digit of every reference slip is refused")
    {
        for (const std::string award : {"en-typical", "en-least", "fr-60letters"}) {
            const auto tmpl = reference_template(award.substr(0, 2));
            auto text = reference_line("slip-" + award + ".txt");
            for (auto at = text.find('#') + 1; at < text.size(); ++at) {
                const char kept = text[at];
                text[at] = static_cast<char>('0' + (kept - '0' + 1 + static_cast<int>(at % 9)) % 10);
                CAPTURE(at);
                const auto slip = read_slip_text(text);
                bool believed = slip.ok() && slip.value().prefix == tmpl.prefix();
                if (believed) {
                    const auto& claims = slip.value().claims;
                    const bool ours = claims.kiosk == "7q3f" || claims.kiosk == "m2xd";
                    const auto key =
                        reference_key(ours ? "kiosk-" + claims.kiosk : "kiosk-7q3f").public_key();
                    const auto valid =
                        verify_signature(tmpl, {tmpl.id(), claims, slip.value().signature}, key);
                    believed = valid.ok() && valid.value();
                }
                CHECK_FALSE(believed);
                text[at] = kept;
            }
        }
    }

    TEST_CASE("digits carry any bytes there and back")
    {
        SeededRandom random(7);
        for (std::size_t size = 1; size < 40; ++size) {
            Bytes bytes(size);
            random.fill(bytes);
            CHECK(from_digits(to_digits(bytes)).value() == bytes);
        }
        CHECK(to_digits(Bytes(7, 0xff)) == "72057594037927935");
        CHECK(to_digits(Bytes{1, 0}) == "00001");
    }

    TEST_CASE("a slip of a version that came later is told apart from a broken one")
    {
        auto bytes = encode_slip(read_slip_text(reference_line("slip-en-least.txt")).value()).value();
        bytes[0] = 2;
        CHECK(decode_slip(bytes).error().fault == Fault::not_found);
        bytes[0] = 0;
        CHECK(decode_slip(bytes).error().fault == Fault::refused);
    }

    TEST_CASE("bare digits are read too, and the page's address must be one")
    {
        const auto text = reference_line("slip-en-least.txt");
        const auto slip = read_slip_text(text).value();
        CHECK(read_slip_text(text.substr(text.find('#') + 1)).value() == slip);
        CHECK_FALSE(to_slip_url(slip, "http://verify.example.ca/").ok());
        CHECK_FALSE(to_slip_url(slip, "https://verify.example.ca").ok());
        CHECK_FALSE(to_slip_url(slip, "https://verify.example.ca/#/").ok());
    }
}
