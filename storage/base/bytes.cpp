#include "storage/base/bytes.h"

namespace northseal {
namespace {

constexpr std::string_view base58_letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view base64_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64url_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encode64(ByteView bytes, std::string_view letters, bool padded)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16;
        if (count > 1) group |= static_cast<std::uint32_t>(bytes[i + 1]) << 8;
        if (count > 2) group |= bytes[i + 2];
        for (std::size_t k = 0; k <= count; ++k) out += letters[(group >> (18 - 6 * k)) & 63];
        if (padded) out.append(3 - count, '=');
    }
    return out;
}

Result<Bytes> decode64(std::string_view text, std::string_view letters)
{
    if (text.size() % 4 == 1) return refused("base64 text has an impossible length");
    Bytes out;
    out.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t group = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto at = letters.find(letter);
        if (at == std::string_view::npos) return refused("base64 text has a letter outside its alphabet");
        group = (group << 6) | static_cast<std::uint32_t>(at);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::uint8_t>(group >> bits));
            group &= (1U << bits) - 1;
        }
    }
    // Left-over bits must be zero, or two texts would stand for the same bytes.
    if (group != 0) return refused("base64 text has stray bits at its end");
    return out;
}

int hex_value(char letter)
{
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    return -1;
}

} // namespace

void append(Bytes& to, ByteView more)
{
    to.insert(to.end(), more.begin(), more.end());
}

Bytes joined(std::initializer_list<ByteView> parts)
{
    Bytes out;
    for (const auto part : parts) append(out, part);
    return out;
}

std::string to_hex(ByteView bytes)
{
    constexpr std::string_view letters = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        out += letters[byte >> 4];
        out += letters[byte & 15];
    }
    return out;
}

Result<Bytes> from_hex(std::string_view text)
{
    if (text.size() % 2 != 0) return refused("hexadecimal text has an odd length");
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return refused("hexadecimal text has a letter outside 0-9 a-f");
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

std::string to_base64url(ByteView bytes)
{
    return encode64(bytes, base64url_letters, /*padded=*/false);
}

Result<Bytes> from_base64url(std::string_view text)
{
    return decode64(text, base64url_letters);
}

std::string to_base64(ByteView bytes)
{
    return encode64(bytes, base64_letters, /*padded=*/true);
}

Result<Bytes> from_base64(std::string_view text)
{
    if (text.size() % 4 != 0) return refused("base64 text is not padded");
    if (text.ends_with("==")) {
        text.remove_suffix(2);
    } else if (text.ends_with('=')) {
        text.remove_suffix(1);
    }
    return decode64(text, base64_letters);
}

std::string to_base58(ByteView bytes)
{
    constexpr std::uint32_t five_digits = 58U * 58 * 58 * 58 * 58;
    std::vector<std::uint32_t> limbs; // base 58^5, least first
    for (const auto byte : bytes) {
        std::uint64_t carry = byte;
        for (auto& limb : limbs) {
            carry += static_cast<std::uint64_t>(limb) << 8;
            limb = static_cast<std::uint32_t>(carry % five_digits);
            carry /= five_digits;
        }
        if (carry > 0) limbs.push_back(static_cast<std::uint32_t>(carry));
    }
    std::string digits; // least first
    for (auto limb : limbs) {
        for (int i = 0; i < 5; ++i, limb /= 58) digits += base58_letters[limb % 58];
    }
    while (!digits.empty() && digits.back() == base58_letters[0]) digits.pop_back();
    for (std::size_t i = 0; i < bytes.size() && bytes[i] == 0; ++i) digits += base58_letters[0];
    std::reverse(digits.begin(), digits.end());
    return digits;
}

Result<Bytes> from_base58(std::string_view text, std::size_t most_bytes)
{
    if (text.size() > most_bytes * 2) return refused("base58 text is longer than anything it may stand for");
    Bytes out; // least byte first until the end
    for (const char letter : text) {
        const auto at = base58_letters.find(letter);
        if (at == std::string_view::npos) return refused("base58 text has a letter outside its alphabet");
        unsigned carry = static_cast<unsigned>(at);
        for (auto& byte : out) {
            carry += static_cast<unsigned>(byte) * 58;
            byte = static_cast<std::uint8_t>(carry & 255);
            carry >>= 8;
        }
        for (; carry > 0; carry >>= 8) out.push_back(static_cast<std::uint8_t>(carry & 255));
    }
    for (std::size_t i = 0; i < text.size() && text[i] == '1'; ++i) out.push_back(0);
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace northseal
