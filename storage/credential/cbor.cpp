#include "storage/credential/cbor.h"

#include "storage/base/text.h"

namespace northseal::credential {
namespace {

constexpr std::uint64_t number_most = (1ULL << 53) - 1;
constexpr std::uint8_t true_byte = 0xf5;

} // namespace

CborWriter& CborWriter::head(unsigned major, std::uint64_t value)
{
    const auto first = static_cast<std::uint8_t>(major << 5);
    if (value < 24) {
        m_out.push_back(static_cast<std::uint8_t>(first | value));
        return *this;
    }
    const unsigned size = value < 0x100 ? 0 : value < 0x10000 ? 1 : value < 0x100000000 ? 2 : 3;
    m_out.push_back(static_cast<std::uint8_t>(first | (24 + size)));
    for (unsigned left = 1U << size; left > 0; --left) {
        m_out.push_back(static_cast<std::uint8_t>(value >> (8 * (left - 1))));
    }
    return *this;
}

CborWriter& CborWriter::bytes(ByteView value)
{
    head(2, value.size());
    append(m_out, value);
    return *this;
}

CborWriter& CborWriter::text(std::string_view value)
{
    head(3, value.size());
    append(m_out, view(value));
    return *this;
}

CborWriter& CborWriter::yes()
{
    m_out.push_back(true_byte);
    return *this;
}

Result<ByteView> CborReader::take(std::uint64_t count)
{
    if (count > m_rest.size()) return refused("CBOR ends too early");
    const auto out = m_rest.first(static_cast<std::size_t>(count));
    m_rest = m_rest.subspan(static_cast<std::size_t>(count));
    return out;
}

Result<std::uint64_t> CborReader::head(unsigned major)
{
    const auto first = TRY(take(1))[0];
    if (first >> 5 != major) return refused("CBOR has a value of another type than is written here");
    const unsigned form = first & 31;
    if (form < 24) return std::uint64_t{form};
    if (form > 27) return refused("CBOR has a length without end or a reserved form");
    std::uint64_t value = 0;
    for (const auto byte : TRY(take(1ULL << (form - 24)))) value = value << 8 | byte;
    constexpr std::uint64_t least[] = {24, 0x100, 0x10000, 0x100000000};
    if (value < least[form - 24]) return refused("CBOR has a longer form than the shortest");
    return value;
}

Result<std::uint64_t> CborReader::number()
{
    const auto value = TRY(head(0));
    if (value > number_most) return refused("CBOR has a number over 2^53 - 1");
    return value;
}

Result<ByteView> CborReader::bytes()
{
    const auto count = TRY(head(2));
    return take(count);
}

Result<std::string_view> CborReader::text()
{
    const auto count = TRY(head(3));
    const auto value = text_of(TRY(take(count)));
    if (!is_utf8(value)) return refused("CBOR has text that is not well-formed UTF-8");
    return value;
}

Result<std::size_t> CborReader::array()
{
    const auto count = TRY(head(4));
    if (count > m_rest.size()) return refused("CBOR ends too early");
    return static_cast<std::size_t>(count);
}

Result<std::size_t> CborReader::map()
{
    const auto count = TRY(head(5));
    if (count > m_rest.size() / 2) return refused("CBOR ends too early");
    return static_cast<std::size_t>(count);
}

Result<> CborReader::yes()
{
    if (TRY(take(1))[0] != true_byte) return refused("CBOR has another value where only true is written");
    return {};
}

} // namespace northseal::credential
