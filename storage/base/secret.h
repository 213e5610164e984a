#pragma once
// Bytes that must not leave: in memory that is locked against swapping and guarded, wiped when they go out of
// scope, moved and never copied, with no way to print them.

#include <cstdint>
#include <memory>

#include "storage/base/bytes.h"

namespace northseal {

class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); // zeros
    static SecretBytes copy_of(ByteView);   // the caller wipes the original

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    ByteView view() const { return {m_data.get(), m_size}; }
    std::span<std::uint8_t> writable() { return {m_data.get(), m_size}; }
    SecretBytes clone() const;

private:
    struct Free {
        void operator()(std::uint8_t*) const;
    };
    std::unique_ptr<std::uint8_t, Free> m_data;
    std::size_t m_size{0};
};

void wipe(std::span<std::uint8_t>);
void wipe(std::string&); // and empties it
bool equal_in_constant_time(ByteView, ByteView);

} // namespace northseal
