#pragma once
// Bytes, and the text forms that standards give them. Every decoder refuses what its encoder would not write.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/result.h"

namespace northseal {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
template<std::size_t N>
using ByteArray = std::array<std::uint8_t, N>;
using Digest = ByteArray<32>;

inline ByteView view(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text_of(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
void append(Bytes& to, ByteView more);
Bytes joined(std::initializer_list<ByteView> parts);

std::string to_hex(ByteView); // lower case
Result<Bytes> from_hex(std::string_view);

// RFC 4648 section 5, without padding.
std::string to_base64url(ByteView);
Result<Bytes> from_base64url(std::string_view);

// RFC 4648 section 4, with padding: signed notes use it.
std::string to_base64(ByteView);
Result<Bytes> from_base64(std::string_view);

// Bitcoin alphabet, as multibase "z" uses it.
std::string to_base58(ByteView);
Result<Bytes> from_base58(std::string_view, std::size_t most_bytes = 128);

// Exactly N bytes, or an error that names what was being read.
template<std::size_t N>
Result<ByteArray<N>> exactly(ByteView bytes, std::string_view what)
{
    if (bytes.size() != N) {
        return refused(std::string(what) + " has " + std::to_string(bytes.size()) + " bytes, not " +
                       std::to_string(N));
    }
    ByteArray<N> out;
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

} // namespace northseal
