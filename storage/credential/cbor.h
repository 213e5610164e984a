#pragma once
// Deterministic CBOR (RFC 8949 section 4.2.1), the part that claims use: unsigned integers, byte and text
// strings, arrays, maps with integer keys, true. One encoding only: the reader refuses longer forms than the
// shortest, indefinite lengths, tags, floats, null and false, so that decode and encode are inverse.

#include <cstdint>
#include <string_view>

#include "storage/base/bytes.h"

namespace northseal::credential {

class CborWriter {
public:
    CborWriter& number(std::uint64_t value) { return head(0, value); }
    CborWriter& bytes(ByteView);
    CborWriter& text(std::string_view);
    CborWriter& array(std::size_t count) { return head(4, count); }
    CborWriter& map(std::size_t count) { return head(5, count); } // the caller writes keys in ascending order
    CborWriter& yes();
    Bytes take() { return std::move(m_out); }

private:
    CborWriter& head(unsigned major, std::uint64_t value);
    Bytes m_out;
};

// Reads from a view that must outlive it. After an error it is of no more use.
class CborReader {
public:
    explicit CborReader(ByteView bytes) : m_rest(bytes) {}

    Result<std::uint64_t> number(); // at most 2^53 - 1: what every reader, JavaScript's too, holds exactly
    Result<ByteView> bytes();
    Result<std::string_view> text(); // well-formed UTF-8
    Result<std::size_t> array();     // the count of items, never more than there are bytes left
    Result<std::size_t> map();       // the count of pairs, likewise
    Result<> yes();
    bool at_end() const { return m_rest.empty(); }

private:
    Result<std::uint64_t> head(unsigned major);
    Result<ByteView> take(std::uint64_t count);
    ByteView m_rest;
};

} // namespace northseal::credential
