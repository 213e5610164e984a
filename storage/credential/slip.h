#pragma once
// The credential as the QR on paper holds it (README, "Slip"): version 0x01, template prefix (8), claims,
// signature (64), as decimal digits behind a URL: 7 bytes little-endian make 17 digits.

#include <string>
#include <string_view>

#include "storage/credential/credential.h"

namespace northseal::credential {

struct Slip {
    TemplatePrefix prefix{};
    Claims claims;
    Signature signature{};

    friend bool operator==(const Slip&, const Slip&) = default;
};

constexpr std::size_t slip_text_most = 24'000;

Slip slip_of(const Signed&);
Result<Bytes> encode_slip(const Slip&);
Result<Slip> decode_slip(ByteView);
// "https://HOST/#" + digits. `host_url` is "https://HOST/"; see README for its 27 characters.
Result<std::string> to_slip_url(const Slip&, std::string_view host_url);
// A URL with digits behind "#", or bare digits. One text only stands for one slip.
Result<Slip> read_slip_text(std::string_view);

std::string to_digits(ByteView);
Result<Bytes> from_digits(std::string_view);

} // namespace northseal::credential
