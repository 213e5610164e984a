#include "storage/credential/slip.h"

#include <array>

namespace northseal::credential {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t head_size = 1 + 8;
constexpr std::size_t signature_size = 64;

// Digits that hold 0 to 7 bytes: the least number of decimal digits for each.
constexpr std::array<std::size_t, 8> widths = {0, 3, 5, 8, 10, 13, 15, 17};

std::size_t bytes_in(std::size_t width)
{
    const auto* const found = std::find(widths.begin(), widths.end(), width);
    return found == widths.end() ? 0 : static_cast<std::size_t>(found - widths.begin());
}

Result<> append_chunk(Bytes& out, std::string_view digits)
{
    const auto count = bytes_in(digits.size());
    if (count == 0) return refused("the code's digits do not end where a byte ends");
    std::uint64_t value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return refused("the code has something other than digits");
        value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    if (value >> (8 * count) != 0) return refused("a group of digits is greater than any we write");
    for (std::size_t i = 0; i < count; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    return {};
}

} // namespace

std::string to_digits(ByteView bytes)
{
    std::string out;
    out.reserve((bytes.size() + 6) / 7 * 17);
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        const auto chunk = bytes.subspan(at, std::min<std::size_t>(7, bytes.size() - at));
        std::uint64_t value = 0;
        for (std::size_t i = chunk.size(); i > 0; --i) value = value << 8 | chunk[i - 1];
        std::array<char, 17> digits{};
        const auto width = widths[chunk.size()];
        for (std::size_t i = width; i > 0; --i, value /= 10)
            digits[i - 1] = static_cast<char>('0' + value % 10);
        out.append(digits.data(), width);
    }
    return out;
}

Result<Bytes> from_digits(std::string_view digits)
{
    if (digits.empty()) return refused("the code has no digits");
    if (digits.size() > slip_text_most) return Error{Fault::full, "the code is longer than any we write"};
    Bytes out;
    out.reserve(digits.size() / 17 * 7 + 7);
    for (; !digits.empty(); digits.remove_prefix(std::min<std::size_t>(17, digits.size()))) {
        TRY(append_chunk(out, digits.substr(0, 17)));
    }
    return out;
}

Slip slip_of(const Signed& award)
{
    Slip slip;
    std::copy_n(award.template_id.begin(), slip.prefix.size(), slip.prefix.begin());
    slip.claims = award.claims;
    slip.signature = award.signature;
    return slip;
}

Result<Bytes> encode_slip(const Slip& slip)
{
    const auto claims = TRY(encode_claims(slip.claims));
    return joined({ByteView(&version, 1), slip.prefix, claims, slip.signature});
}

Result<Slip> decode_slip(ByteView bytes)
{
    if (bytes.size() < head_size + 1 + signature_size)
        return refused("the code is shorter than any we write");
    if (bytes[0] != version) {
        if (bytes[0] < version) return refused("the code is of no version that there is");
        return Error{Fault::not_found,
                     "the code is of version " + std::to_string(bytes[0]) + "; this program reads version 1"};
    }
    Slip slip;
    std::copy_n(bytes.begin() + 1, slip.prefix.size(), slip.prefix.begin());
    const auto signature = bytes.last(signature_size);
    std::copy(signature.begin(), signature.end(), slip.signature.begin());
    slip.claims = TRY(decode_claims(bytes.subspan(head_size, bytes.size() - head_size - signature_size)));
    return slip;
}

Result<std::string> to_slip_url(const Slip& slip, std::string_view host_url)
{
    if (!host_url.starts_with("https://") || !host_url.ends_with('/') ||
        host_url.find('#') != host_url.npos) {
        return refused("the verify page's address must be like https://verify.example.ca/");
    }
    const auto bytes = TRY(encode_slip(slip));
    return std::string(host_url) + "#" + to_digits(bytes);
}

Result<Slip> read_slip_text(std::string_view text)
{
    if (text.size() > slip_text_most) return Error{Fault::full, "the code is longer than any we write"};
    if (const auto mark = text.find('#'); mark != text.npos) {
        if (!text.starts_with("https://")) return refused("the code's address does not begin with https://");
        text.remove_prefix(mark + 1);
    }
    const auto bytes = TRY(from_digits(text));
    return decode_slip(bytes);
}

} // namespace northseal::credential
